/** What a thread of the resampler computes. */
export { resampleCurves } from '../core/stats/curve-bootstrap.ts';
