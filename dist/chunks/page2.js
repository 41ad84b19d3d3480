export { t as OUTCOMES, n as renderHtml } from "./page.js";
