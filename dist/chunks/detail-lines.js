import { i as safeText } from "./safe-text.js";
// src/core/report/detail-lines.ts
const DETAIL_LENGTH = 300;
/** Foreign words keep their lines and nothing else. */
function detailLines(details) {
	return details.slice(-20 * DETAIL_LENGTH * 2).split(/\r\n|[\n\r\u2028\u2029]/).map((line) => safeText(line, DETAIL_LENGTH)).filter((line) => line !== "").slice(-20);
}
export { detailLines as t };
