import type { SPECS } from '../specs/index.ts';
import type { Answer } from './answers/answer.ts';
import type { Step } from './steps.ts';

/** What each command that ends in a verdict measures. */
export const MEASURES = {
  gate: ['validation', 'evaluation', 'benchmark'],
  validate: ['validation'],
  evaluate: ['evaluation'],
  benchmark: ['benchmark'],
} as const satisfies Record<string, readonly Step[]>;

type Spec = (typeof SPECS)[number];
type AnswerName = Exclude<Spec['name'], keyof typeof MEASURES>;

/** Commands that judge nothing: they answer a question, or publish. Each loads when it is asked. */
export const ANSWERS: { readonly [N in AnswerName]: () => Promise<{ readonly answer: Answer }> } = {
  comment: () => import('./answers/comment.ts'),
  score: () => import('./answers/score.ts'),
  init: () => import('./answers/init.ts'),
  report: () => import('./answers/report.ts'),
  plan: () => import('./answers/plan.ts'),
  selftest: () => import('./answers/selftest.ts'),
  image: () => import('./answers/image.ts'),
  'image probe': () => import('./answers/image-probe.ts'),
  serve: () => import('./answers/serve.ts'),
};

export function isAnswer(spec: Spec): spec is Extract<Spec, { readonly name: AnswerName }> {
  return Object.hasOwn(ANSWERS, spec.name);
}
