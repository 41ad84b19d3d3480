import { n as serveResamples } from "./chunks/resample.js";
import { n as partialResampler } from "./chunks/curve-bootstrap.js";
// src/entry/resample-thread.ts
serveResamples(partialResampler);
export {};
