/** The measured numbers as Markdown, and which promises they break. */
import { bandOf, type Calibration, FRESH, outside, TWO_SIDED, type Verdict } from './calibration.ts';
import { type Case, RESAMPLES } from './cases.ts';
import type { Families, PriorPlan } from './families.ts';

export interface Measured {
  readonly seed: number;
  readonly repetitions: number;
  readonly calibrations: readonly Calibration[];
  readonly families: Families;
  readonly prior: PriorPlan;
  readonly ungrouped: readonly { readonly case: Case; readonly typeOne: number }[];
  readonly seconds: number;
  readonly date: string;
  readonly machine: string;
}

const COVERAGE = [0.935, 0.965] as const;
const POWER = 0.05;

export function renderResult(measured: Measured): {
  readonly text: string;
  readonly missed: readonly string[];
} {
  const { repetitions, calibrations, families, prior, ungrouped } = measured;
  const missed: string[] = [];
  /** The number, marked where it breaks a promise. */
  const check = (what: string, kept: boolean, shown: string) => {
    if (!kept) missed.push(`${what}: ${shown}`);
    return kept ? shown : `**${shown}** (missed)`;
  };
  const band = bandOf(0.05, repetitions, TWO_SIDED);
  const mostWrong = 0.025 + bandOf(0.025, repetitions, 0.99);
  const nameOf = (one: Case) => `${one.metric}, ${one.world.name}`;

  const errors = calibrations.map((one) => {
    const held = (which: 'equal' | 'worse') => {
      const value = one.coverage[which];
      return check(
        `coverage of ${nameOf(one.case)}, ${which}`,
        value >= COVERAGE[0] && (value <= COVERAGE[1] || one.case.kink),
        percent(value),
      );
    };
    const typeOne = check(
      `type-I error of ${nameOf(one.case)}`,
      !outside(one.again ?? { typeOne: one.typeOne, repetitions }, one.case),
      one.again ? `${percent(one.typeOne)}, again ${percent(one.again.typeOne)}` : percent(one.typeOne),
    );
    return [
      one.case.metric,
      `${one.case.world.name}, ${one.case.world.rows}`,
      one.case.test,
      typeOne,
      one.method,
      held('equal'),
      held('worse'),
      one.missing,
    ];
  });
  const verdicts = calibrations.flatMap((one) =>
    one.verdicts.map((verdict) => {
      const kept =
        verdict.kind === 'wrong pass'
          ? verdict.observed <= mostWrong
          : Math.abs(verdict.observed - verdict.planned) <= POWER;
      const shown = check(`${verdict.kind} of ${nameOf(one.case)}`, kept, percent(verdict.observed));
      const gain = verdict.kind === 'pass' ? '0' : one.difference.toFixed(4);
      return [
        one.case.metric,
        one.case.world.name,
        WORDS[verdict.kind],
        gain,
        verdict.margin.toFixed(4),
        percent(verdict.planned),
        shown,
      ];
    }),
  );
  const { anyFalse, falseShare, found } = families;
  const most = 0.05 + bandOf(0.05, repetitions, 0.99);
  const slices = [
    ['none', percent(anyFalse.none), '', ''],
    [
      'Holm',
      check('any false alarm with Holm', anyFalse.holm <= most, percent(anyFalse.holm)),
      percent(falseShare.holm),
      percent(found.holm),
    ],
    [
      'Benjamini–Hochberg',
      check('any false alarm with Benjamini–Hochberg', anyFalse.hochberg <= most, percent(anyFalse.hochberg)),
      check(
        'share of false alarms with Benjamini–Hochberg',
        falseShare.hochberg <= most,
        percent(falseShare.hochberg),
      ),
      percent(found.hochberg),
    ],
  ];
  const text = `# Statistics: right as often as they say

Written by \`npm run bench:statistics\` on ${measured.date}: seed ${measured.seed}, ${repetitions} repetitions of each line, ${measured.seconds} s of processor time.
${measured.machine}.

Two models see the true log-odds of a click through noise; 5 % of rows are positive. At equal noise they are equally
good, and every true difference is 0; a worse model has more noise, and its true difference comes from four million rows.
Users have 1 to 23 rows, their own log-odds, and each model its own error about each of them.

## Tests and intervals

Promised: equal models are called different in 5 % of holdouts (between ${percent(0.05 - band)} and ${percent(0.05 + band)}: 99 % of the binomial
distribution), and a 95 % interval holds the true difference in 93.5 % to 96.5 % of them, for equal models and for a worse one.
Of so many lines one is outside now and then by chance. So a type-I error that is outside is measured again, with ${FRESH.toLocaleString('en-US')} fresh
repetitions, and then their own 99 % band counts (${percent(0.05 - bandOf(0.05, FRESH, TWO_SIDED))} to ${percent(0.05 + bandOf(0.05, FRESH, TWO_SIDED))}); both numbers are shown.
At “copc 1” the true difference of distances is at its kink, where no estimator is regular and none can be unbiased
(Hirano & Porter 2012, Impossibility results for nondifferentiable functionals): there intervals may hold more, and tests reject less.
Bootstraps: ${RESAMPLES} resamples. The last column counts holdouts, of ${2 * repetitions}, without an interval.

${table(['metric', 'world, rows', 'test', 'type-I error', 'interval', 'coverage, equal', 'coverage, worse', 'none'], errors)}

## Verdicts against a margin

Planned from one holdout of 40,000 rows, its standard error scaled by the root of the rows. Promised: within 5 points of the plan; a
model that is worse by exactly the margin passes at most ${percent(mostWrong)} (2.5 % and 99 % of the binomial distribution).

${table(['metric', 'world', 'share of', 'true difference', 'margin', 'planned', 'observed'], verdicts)}

## Several slices

Log loss in 20 slices of 400 rows, tests at 5 %. Promised: any false alarm among equal slices in at most ${percent(most)} of holdouts, and, where
half of the slices are worse, as small a share of false ones among the alarms of Benjamini–Hochberg.

${table(['adjustment', 'any false alarm', 'false among alarms', 'worse slices found'], slices)}

## A plan before there are scores

Hanley–McNeil at an AUC of ${prior.auc.toFixed(4)}, ${prior.positives.toFixed(0)} positives and ${prior.negatives.toFixed(0)} negatives, correlation ${prior.correlation.toFixed(3)} between the AUCs of both models.

${table(
  ['standard error of', 'planned', 'observed'],
  [
    ['one AUC', prior.alone.planned.toFixed(5), prior.alone.observed.toFixed(5)],
    ['the difference', prior.difference.planned.toFixed(5), prior.difference.observed.toFixed(5)],
  ],
)}

## If groups were left out

Rows of users, taken as independent: how often equal models are called different, where 5 % is promised.

${table(
  ['metric', 'type-I error'],
  ungrouped.map((one) => [one.case.metric, percent(one.typeOne)]),
)}
`;
  return { text, missed };
}

const WORDS: Readonly<Record<Verdict['kind'], string>> = {
  pass: 'equal models that pass',
  fail: 'worse models proved worse',
  'wrong pass': 'models worse by the margin that pass',
};

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
