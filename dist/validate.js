import { t as validateSpec } from "./chunks/validate.js";
import { t as runAction } from "./chunks/action.js";
// src/entry/github/validate.ts
await runAction(validateSpec);
export {};
