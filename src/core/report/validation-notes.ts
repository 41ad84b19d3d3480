import type { Summary, Validation } from '../documents/validation.ts';
import { formatBytes, formatCount, formatPercent, plural } from './format.ts';
import { type Piece, type Prose, proseOf } from './prose.ts';
import { safeName } from './safe-text.ts';

/** Operators that the note names. */
const MOST_OPERATORS = 4;
/** Of the notes on what was done; a model has one `rewritten` for each output. */
const MOST_TOLD = 5;

/** Notes on what was not done, or done to another model than the file: nobody may take the verdict for more than it is. */
const TOLD: ReadonlySet<string> = new Set(['not-loaded', 'load-once', 'rewritten', 'inputs']);

/** What the model is, where it runs, and what is different from the baseline. */
export function validationNotes({ summary, findings, comparison, minimumRuntime }: Validation): Prose[] {
  return [
    ...(summary ? [model(summary)] : []),
    ...(minimumRuntime
      ? [
          proseOf(
            `Needs ${minimumRuntime.name} ${minimumRuntime.version} or newer: ${minimumRuntime.reason}.`,
          ),
        ]
      : []),
    ...findings
      .filter(({ check, severity }) => severity === 'info' && TOLD.has(check))
      .slice(0, MOST_TOLD)
      .map(({ message }) => proseOf(message)),
    ...(comparison && comparison.sentences.length > 0
      ? [['Against the baseline:', ...comparison.sentences.flatMap((one): Piece[] => [' ', ...proseOf(one)])]]
      : []),
  ];
}

/** `Candidate: 41 parameters (164 B) in 3 nodes: 2 × Gemm, 1 × Relu; 32 multiply-adds and 64 B of memory a row.` */
function model({ parameters, bytes, externalBytes, nodes, operators, ...summary }: Summary): Prose {
  const named = operators.slice(0, MOST_OPERATORS).flatMap(({ operator, count }, index): Piece[] => {
    const before = index === 0 ? ': ' : ', ';
    return [`${before}${formatCount(count)} × `, { code: safeName(operator, 60) }];
  });
  const more =
    operators.length > MOST_OPERATORS ? [`, and ${operators.length - MOST_OPERATORS} more kinds`] : [];
  const { multiplyAdds, activationBytes, quantization } = summary;
  const costs = [
    multiplyAdds === null ? '' : plural(multiplyAdds, 'multiply-add'),
    activationBytes === null ? '' : `${formatBytes(activationBytes)} of memory`,
  ].filter(Boolean);
  const share = quantization.share;
  return [
    `Candidate: ${plural(parameters, 'parameter')} (${formatBytes(bytes + externalBytes)}) in ${plural(nodes, 'node')}`,
    ...named,
    ...more,
    costs.length > 0 ? `; ${costs.join(' and ')} a row` : '',
    share ? `; ${formatPercent(share, 0)} of the weights are quantised` : '',
    '.',
  ];
}
