import { t as serveSlices } from "./chunks/measure-slices.js";
import { t as measureEntry } from "./chunks/measure-slices2.js";
// src/entry/slice-thread.ts
serveSlices(measureEntry);
export {};
