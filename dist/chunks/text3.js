export { t as renderText } from "./text2.js";
