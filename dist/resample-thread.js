import { n as serveResamples } from "./chunks/resample.js";
import { n as resampleCurves } from "./chunks/curve-bootstrap.js";
// src/entry/resample-thread.ts
serveResamples(resampleCurves);
export {};
