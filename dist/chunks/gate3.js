export { t as passGate } from "./gate2.js";
