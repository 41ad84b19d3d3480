export { t as externalScores, n as passGate } from "./gate2.js";
