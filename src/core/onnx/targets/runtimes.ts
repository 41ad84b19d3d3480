/** Which ONNX each release of ONNX Runtime implements. */

export interface RuntimeRelease {
  /** Major and minor. */
  readonly version: string;
  /** Newest opset of ai.onnx. */
  readonly opset: number;
  /** Newest opset of ai.onnx.ml. */
  readonly ml: number;
  /** Newest IR version. */
  readonly ir: number;
}

/**
 * Oldest first; only releases that brought something new. Up to 1.20 as published in onnxruntime.ai/docs/reference/compatibility.html;
 * 1.30 as measured. What lies between was not published, so a model newer than 1.20's row is only known to run on 1.30.
 */
export const RUNTIME_RELEASES: readonly RuntimeRelease[] = [
  { version: '0.1', opset: 8, ml: 1, ir: 3 },
  { version: '0.3', opset: 9, ml: 1, ir: 3 },
  { version: '0.4', opset: 10, ml: 1, ir: 5 },
  { version: '1.0', opset: 11, ml: 2, ir: 6 },
  { version: '1.3', opset: 12, ml: 2, ir: 7 },
  { version: '1.6', opset: 13, ml: 2, ir: 7 },
  { version: '1.8', opset: 14, ml: 2, ir: 7 },
  { version: '1.9', opset: 15, ml: 2, ir: 8 },
  { version: '1.11', opset: 16, ml: 2, ir: 8 },
  { version: '1.12', opset: 17, ml: 3, ir: 8 },
  { version: '1.14', opset: 18, ml: 3, ir: 8 },
  { version: '1.15', opset: 19, ml: 3, ir: 8 },
  { version: '1.16', opset: 19, ml: 3, ir: 9 },
  { version: '1.17', opset: 20, ml: 4, ir: 9 },
  { version: '1.18', opset: 21, ml: 4, ir: 10 },
  { version: '1.30', opset: 26, ml: 5, ir: 13 },
];

/** The newest release whose row is published; between it and the last row nothing is known. */
export const LAST_PUBLISHED = '1.20';

/** −1, 0 or 1, by major, then minor; patch releases change neither opset nor IR. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  return Math.sign((left![0] ?? 0) - (right![0] ?? 0) || (left![1] ?? 0) - (right![1] ?? 0));
}

/** What a release takes; for one between the rows, the last row not newer than it. Null before the first. */
export function releaseOf(version: string): RuntimeRelease | null {
  return RUNTIME_RELEASES.findLast((release) => compareVersions(release.version, version) <= 0) ?? null;
}
