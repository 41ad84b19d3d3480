import { plural } from './format.ts';
import type { Status } from './status.ts';
import type { View } from './view.ts';

/**
 * One thing that a report shows or leaves out whole. `model` is an index into the view's models, -1 for the verdict
 * itself; `index` counts within the kind.
 */
export interface Unit {
  readonly kind: 'remark' | 'model' | 'subjects' | 'rule' | 'note' | 'charts';
  readonly model: number;
  readonly index: number;
}

const RULE_RANKS: Readonly<Record<Status, number>> = {
  failed: 1,
  inconclusive: 2,
  warning: 3,
  skipped: 6,
  passed: 7,
};
const REMARK_RANK = 0;
/** Which files were judged and how, of a model that did not simply pass. */
const NOTE_RANK = 4;
const CHARTS_RANK = 9;
const LAST_RANK = 8;

/** What a reader wants first: reasons, failed rules, inconclusive ones, warnings, how it was measured, the rest. */
export function unitsByPriority(view: View): Unit[] {
  const ranks = Array.from({ length: CHARTS_RANK + 1 }, (): Unit[] => []);
  const put = (rank: number, kind: Unit['kind'], model: number, count: number) => {
    for (let index = 0; index < count; index++) ranks[rank]!.push({ kind, model, index });
  };
  put(REMARK_RANK, 'remark', -1, view.remarks.length);
  put(NOTE_RANK, 'note', -1, view.notes.length);
  view.models.forEach(({ status, remarks, subjects, rules, notes, drawn }, model) => {
    const rank = RULE_RANKS[status];
    put(remarks.length > 0 ? REMARK_RANK : rank, 'model', model, 1);
    put(REMARK_RANK, 'remark', model, remarks.length);
    for (const [index, rule] of rules.entries())
      ranks[RULE_RANKS[rule.status]]!.push({ kind: 'rule', model, index });
    const later = rank < NOTE_RANK ? NOTE_RANK : LAST_RANK;
    put(later, 'subjects', model, subjects.length > 0 ? 1 : 0);
    put(later, 'note', model, notes.length);
    put(CHARTS_RANK, 'charts', model, drawn.length > 0 ? 1 : 0);
  });
  return ranks.flat();
}

/** The view with nothing but these units, which are a prefix of `unitsByPriority`. */
export function pruned(view: View, units: readonly Unit[]): View {
  const counts = new Map<string, number>();
  for (const { kind, model } of units) {
    const key = `${kind} ${model}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const first = <T>(values: readonly T[], kind: Unit['kind'], model: number) =>
    values.slice(0, counts.get(`${kind} ${model}`) ?? 0);
  return {
    headline: view.headline,
    remarks: first(view.remarks, 'remark', -1),
    notes: first(view.notes, 'note', -1),
    models: view.models.flatMap((model, index) =>
      counts.has(`model ${index}`)
        ? [
            {
              ...model,
              remarks: first(model.remarks, 'remark', index),
              subjects: counts.has(`subjects ${index}`) ? model.subjects : [],
              rules: first(model.rules, 'rule', index),
              notes: first(model.notes, 'note', index),
              drawn: counts.has(`charts ${index}`) ? model.drawn : [],
            },
          ]
        : [],
    ),
  };
}

const NOUNS = {
  remark: 'remark',
  model: 'model',
  subjects: 'list of files',
  note: 'note',
  charts: 'set of charts',
} as const;

/** `9,412 passed rules, 80 models`. */
export function leftOutText(view: View, units: readonly Unit[]): string {
  const counts = new Map<string, number>();
  for (const { kind, model, index } of units) {
    const noun = kind === 'rule' ? `${view.models[model]!.rules[index]!.status} rule` : NOUNS[kind];
    counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  return [...counts]
    .map(([noun, count]) =>
      plural(count, noun)
        .replace('list of filess', 'lists of files')
        .replace('set of chartss', 'sets of charts'),
    )
    .join(', ');
}
