/** Scores that nothing can be said about: one sentence each from the built command, exit code 2, and nothing measured. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { DIST, run } from './run.ts';

const STACK = /^\s+at .*\.js:\d+/m;

interface Row {
  y: string;
  new: string;
  old: string;
  w: string;
  g: string;
  item: string;
}
/** 60 sound rows of 20 groups. */
const SOUND: readonly Row[] = Array.from({ length: 60 }, (_, i) => ({
  y: i % 3 === 0 ? '1' : '0',
  new: `${(i % 10) / 10}`,
  old: `${(i % 7) / 10}`,
  w: '1',
  g: `u${i % 20}`,
  item: `d${i}`,
}));

const all = (change: Partial<Row>) => (rows: readonly Row[]) => rows.map((row) => ({ ...row, ...change }));
const third = (change: Partial<Row>) => (rows: readonly Row[]) =>
  rows.map((row, i) => (i === 2 ? { ...row, ...change } : row));
const sound = (rows: readonly Row[]) => rows;

const USUAL = ['--metric', 'auc'];

interface Case {
  readonly name: string;
  readonly rows?: (rows: readonly Row[]) => readonly Row[];
  readonly args?: readonly string[];
  readonly says: string;
}
const CASES: readonly Case[] = [
  { name: 'a NaN score', rows: third({ new: 'nan' }), says: "The candidate's score in row 3 is NaN." },
  {
    name: "a baseline's NaN score",
    rows: third({ old: 'nan' }),
    says: "The baseline's score in row 3 is NaN.",
  },
  {
    name: 'an infinite score',
    rows: third({ new: 'inf' }),
    says: "The candidate's score in row 3 is Infinity.",
  },
  {
    name: 'minus infinity',
    rows: third({ new: '-inf' }),
    says: "The candidate's score in row 3 is -Infinity.",
  },
  {
    name: 'a score that is no probability',
    rows: third({ new: '1.5' }),
    args: ['--metric', 'logloss'],
    says: "The candidate's score in row 3 is 1.5, but logloss needs probabilities from 0 to 1.",
  },
  {
    name: 'a missing score',
    rows: third({ new: '' }),
    says: 'The candidate column `new` has no value in row 3.',
  },
  { name: 'a label of 2', rows: third({ y: '2' }), says: 'The label "y" is 2 in row 3; it must be 0 or 1.' },
  {
    name: 'a label of -1',
    rows: third({ y: '-1' }),
    says: 'The label "y" is -1 in row 3; it must be 0 or 1.',
  },
  {
    name: 'a NaN label',
    rows: third({ y: 'nan' }),
    says: 'The label "y" is NaN in row 3; it must be 0 or 1.',
  },
  {
    name: 'one class',
    rows: all({ y: '1' }),
    says: 'All 60 rows have 1 as the label "y"; no model can be judged on one class.',
  },
  {
    name: 'a negative grade',
    rows: third({ y: '-1' }),
    args: ['--task', 'ranking', '--group', 'g', '--metric', 'ndcg@10'],
    says: 'it must be a grade of relevance, a finite number from 0.',
  },
  {
    name: 'an infinite label of a regression',
    rows: third({ y: 'inf' }),
    args: ['--task', 'regression', '--metric', 'rmse'],
    says: 'The label "y" is Infinity in row 3; it must be a finite number.',
  },
  {
    name: 'a negative weight',
    rows: third({ w: '-1' }),
    args: [...USUAL, '--weight', 'w'],
    says: 'The weight in row 3 is -1; weights are finite and not negative.',
  },
  {
    name: 'an infinite weight',
    rows: third({ w: 'inf' }),
    args: [...USUAL, '--weight', 'w'],
    says: 'The weight in row 3 is Infinity; weights are finite and not negative.',
  },
  {
    name: 'weights that are all zero',
    rows: all({ w: '0' }),
    args: [...USUAL, '--weight', 'w'],
    says: 'The weight is 0 in all 60 rows, so that no row counts.',
  },
  {
    name: 'groups that are all missing',
    rows: all({ g: '' }),
    args: [...USUAL, '--group', 'g'],
    says: 'The group column `g` has no value in row 1.',
  },
  {
    name: 'one group',
    rows: all({ g: 'u1' }),
    args: [...USUAL, '--group', 'g'],
    says: 'All rows are of one group, so that nothing can be said about other groups.',
  },
  {
    name: 'a metric that nobody has',
    args: ['--metric', 'acuracy'],
    says: 'There is no metric "acuracy".',
  },
  {
    name: 'a metric that the task does not have',
    args: ['--metric', 'rmse'],
    says: '`rmse` is a metric of regression, not of binary.',
  },
  {
    name: 'ndcg@0',
    args: ['--group', 'g', '--metric', 'ndcg@0'],
    says: 'The number of `ndcg` is "0"; it must be a whole number from 1.',
  },
  {
    name: 'a ranking metric without groups',
    args: ['--metric', 'ndcg@10'],
    says: 'ndcg@10 needs rows in groups, and there is no group column.',
  },
  {
    name: "trec_eval's ties without document ids",
    args: ['--group', 'g', '--metric', 'ndcg@10[preset=trec_eval]'],
    says: 'ndcg@10[preset=trec_eval] needs the id of the item in each row, and there is no item column.',
  },
  {
    name: 'a preset of another tool',
    args: ['--metric', 'auc[preset=trec_eval]'],
    says: 'The convention `preset` of `auc` is "trec_eval".',
  },
  {
    name: 'a margin with the wrong sign',
    args: ['--metric', 'auc:margin=-0.01'],
    says: 'a margin is how much may be lost, so it is never negative',
  },
  {
    name: 'a margin of nothing',
    args: ['--metric', 'auc:margin=0'],
    says: 'a smaller margin would fail by chance',
  },
  {
    name: 'a least value above the greatest',
    args: ['--metric', 'auc:min=0.9,max=0.1'],
    says: 'nothing can pass',
  },
];

/** Rows that are checked in another place when they stay on disk; lists need memory. */
const OUT_OF_CORE = CASES.filter(({ rows, args = [] }) => rows && !args.includes('ranking'));

describe.each([
  ['never', CASES],
  ['always', OUT_OF_CORE],
])('out of core: %s', (outOfCore, cases) => {
  it.each(cases)('$name', async ({ rows = sound, args = USUAL, says }) => {
    const { code, text, folder } = await evaluate(rows(SOUND), [...args, '--out-of-core', outOfCore]);
    expect(text).toContain(says);
    expect(text).not.toMatch(STACK);
    expect(code).toBe(2);
    const written = readdirSync(folder, { recursive: true }).map(String);
    expect(written.filter((path) => path.endsWith('evaluation.json'))).toEqual([]);
    const verdict = join(folder, '.onnx-gate/verdict.json');
    if (existsSync(verdict)) {
      const { verdict: word, rules } = JSON.parse(readFileSync(verdict, 'utf8'));
      expect(word).toBe('error');
      for (const rule of rules) expect(rule).toMatchObject({ value: null, baseline: null });
    }
  });
});

it('says everything that is wrong at once', async () => {
  const rows = third({ new: 'nan', y: '3', w: '-2' })(SOUND);
  const { code, text } = await evaluate(rows, [...USUAL, '--weight', 'w']);
  expect(code).toBe(2);
  for (const part of ['score in row 3 is NaN', 'is 3 in row 3', 'weight in row 3 is -2'])
    expect(text).toContain(part);
});

it('the sound rows are judged, so that each case fails by what it changes', async () => {
  const sums = ['--metric', 'auc', '--metric', 'ndcg@10[preset=trec_eval]'];
  const { code, text, folder } = await evaluate(SOUND, [
    ...sums,
    '--group',
    'g',
    '--weight',
    'w',
    '--item',
    'item',
  ]);
  expect(code, text).toBe(0);
  expect(existsSync(join(folder, '.onnx-gate/scores/evaluation.json'))).toBe(true);
});

async function evaluate(rows: readonly Row[], args: readonly string[]) {
  const folder = temporaryFolder();
  const lines = rows.map((row) => Object.values(row).join());
  writeFileSync(join(folder, 'scores.csv'), [Object.keys(SOUND[0]!).join(), ...lines].join('\n'));
  const fixed =
    'evaluate --scores scores.csv --label y --candidate-score new --baseline-score old --no-color'.split(' ');
  const { code, stdout, stderr } = await run(join(DIST, 'cli.js'), [...fixed, ...args], { cwd: folder });
  // The terminal's own line breaks are no part of a sentence.
  return { code, folder, text: `${stdout}${stderr}`.replaceAll(/\s+/g, ' ') };
}
