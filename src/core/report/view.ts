import type { Measurement } from '../documents/index.ts';
import type { Verdict } from '../documents/verdict.ts';
import { type Headline, headlineOf } from './headline.ts';
import { type ModelView, modelView } from './model-view.ts';
import { verdictNotes } from './notes.ts';
import type { Prose } from './prose.ts';
import { type Remark, reasonRemarks } from './remarks.ts';
import { rankOf, statusOf, tallyOf } from './status.ts';

/** A verdict as plain data in reading order. Every renderer starts from it; nothing in it is escaped yet. */
export interface View {
  readonly headline: Headline;
  /** What concerns no single model. */
  readonly remarks: readonly Remark[];
  /** The worst first. */
  readonly models: readonly ModelView[];
  readonly notes: readonly Prose[];
}

export function viewOf(verdict: Verdict, measurements: readonly Measurement[]): View {
  const names = new Set([
    ...verdict.subjects.map(({ model }) => model),
    ...verdict.rules.map(({ model }) => model),
    ...verdict.reasons.flatMap(({ model }) => (model === null ? [] : [model])),
  ]);
  const rules = groupedBy(verdict.rules, ({ model }) => model);
  const reasons = groupedBy(verdict.reasons, ({ model }) => model);
  const documents = groupedBy(measurements, ({ model }) => model);
  const subjects = new Map(verdict.subjects.map((subject) => [subject.model, subject]));
  const models = [...names].map((name) =>
    modelView(name, {
      rules: rules.get(name) ?? [],
      reasons: reasons.get(name) ?? [],
      measurements: documents.get(name) ?? [],
      subjects: subjects.get(name) ?? null,
      created: verdict.created,
    }),
  );
  return {
    headline: headlineOf(verdict, tallyOf(verdict.rules.map(statusOf))),
    remarks: reasonRemarks(reasons.get(null) ?? []),
    models: models.sort((a, b) => rankOf(a.status) - rankOf(b.status)),
    notes: verdictNotes(verdict, measurements),
  };
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupedBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
