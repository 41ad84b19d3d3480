import { t as evaluateSpec } from "./chunks/evaluate.js";
import { t as runAction } from "./chunks/action.js";
// src/entry/github/evaluate.ts
await runAction(evaluateSpec);
export {};
