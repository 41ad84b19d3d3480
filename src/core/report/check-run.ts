import type { Verdict } from '../documents/verdict.ts';
import { type Annotation, allAnnotations } from './annotations.ts';
import { headlineOf } from './headline.ts';
import { statusOf, tallyOf } from './status.ts';

/** What a check run says at its end. */
export interface CheckResult {
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** Markdown of at most `COMMENT_BYTES`. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

export interface CheckAnnotation {
  readonly path: string;
  readonly line: number;
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** Ten requests' worth; the summary has the rest. */
const MOST_ANNOTATIONS = 500;

/**
 * Passed with warnings is still a success; what the policy lets through undecided is neutral. `summary` is Markdown of
 * at most `COMMENT_BYTES`.
 */
export function checkResult(verdict: Verdict, summary: string): CheckResult {
  const passed = verdict.verdict === 'pass' ? 'success' : 'neutral';
  return {
    conclusion: verdict.exitCode === 0 ? passed : 'failure',
    title: headlineOf(verdict, tallyOf(verdict.rules.map(statusOf))).title,
    summary,
    annotations: allAnnotations(verdict).flatMap(placed).slice(0, MOST_ANNOTATIONS),
  };
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** An annotation must lie on a file of the repository; the others stand in the summary. */
function placed({ file, line, level, title, message }: Annotation): CheckAnnotation[] {
  const path = file?.replace(/^\.\//, '');
  if (path === undefined || line === undefined || /^[/\\]|^\w:|(^|\/)\.\.(\/|$)/.test(path)) return [];
  return [{ path, line, level: LEVELS[level], title, message }];
}
