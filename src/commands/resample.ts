/** What a thread of the resampler computes. */
export { partialResampler } from '../core/stats/curve-bootstrap.ts';
