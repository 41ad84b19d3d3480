/** The same numbers in memory that threads share: one copy that all of them read, instead of one for each. */
export const sharedDoubles = (values: Float64Array): Float64Array =>
  filled(new Float64Array(new SharedArrayBuffer(values.byteLength)), values);
export const sharedCodes = (values: Int32Array): Int32Array =>
  filled(new Int32Array(new SharedArrayBuffer(values.byteLength)), values);
export const sharedWords = (values: Uint32Array): Uint32Array =>
  filled(new Uint32Array(new SharedArrayBuffer(values.byteLength)), values);

function filled<T extends { set(values: T): void }>(to: T, from: T): T {
  to.set(from);
  return to;
}
