import type { Progress } from '../../ports.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Where onnx-gate runs: a terminal or a CI system. */
export interface Host extends Progress {
  /** The finished report or document, for standard output. */
  print(text: string): void;
  annotate(annotations: readonly Annotation[]): void;
  output(name: string, value: string): void;
  /** Shows Markdown on the run's page, where there is one. */
  summary(markdown: string): Promise<void>;
  /** Faults, already rendered. */
  fail(text: string): void;
  /** The pull request being judged, or null. */
  readonly pullRequest: { readonly number: number; readonly baseSha: string } | null;
}
