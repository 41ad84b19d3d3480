import { t as gateSpec } from "./chunks/gate.js";
import { t as runAction } from "./chunks/action.js";
// src/entry/github/gate.ts
await runAction(gateSpec);
export {};
