/** What a thread measures in slices. */
export { measureEntry } from '../core/scoring/measure-slices.ts';
