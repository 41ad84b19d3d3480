export { t as checkModel } from "./check-model.js";
