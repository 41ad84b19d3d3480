import { t as benchmarkSpec } from "./chunks/benchmark.js";
import { t as runAction } from "./chunks/action.js";
// src/entry/github/benchmark.ts
await runAction(benchmarkSpec);
export {};
