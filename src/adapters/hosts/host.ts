import type { Annotation } from '../../core/report/annotations.ts';
import type { Progress } from '../../ports.ts';

/** Where onnx-gate runs: a terminal or a CI system. */
export interface Host extends Progress {
  /** The finished report or document, for standard output. */
  print(text: string): void;
  annotate(annotations: readonly Annotation[]): void;
  output(name: string, value: string): void;
  /** Shows Markdown on the run's page. Where there is none, nothing is rendered. */
  summary(markdown: () => string): Promise<void>;
  /** What could not be published; the verdict stands. */
  warn(message: string): void;
  /** Faults, already rendered. */
  fail(text: string): void;
  /** The pull request being judged, or null. */
  readonly pullRequest: { readonly number: number; readonly baseSha: string } | null;
}
