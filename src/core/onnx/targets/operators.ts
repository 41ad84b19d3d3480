/** Which operators a target has, as far as it publishes a table. */
import type { Finding, Summary } from '../../documents/validation.ts';
import { showSome } from '../checks/check.ts';

/** By name as summaries write it, `domain::Name` outside ai.onnx: the newest opset with it, null for all since. */
export type Operators = ReadonlyMap<string, number | null>;

export interface OperatorTable {
  /** With the version that the table is of. */
  readonly name: string;
  /** Of ai.onnx. Absent: the table names none. */
  readonly opset?: { readonly least: number; readonly most: number };
  /** Element types that inputs and outputs may have. Absent: the table names none. */
  readonly types?: ReadonlySet<string>;
  readonly supported: Operators;
  /** `others`: the table is a whole list of what is supported. Of what stands in neither, nothing is known. */
  readonly unsupported: Operators | 'others';
  /** Where else an operator runs that is not supported. */
  readonly fallback?: string;
}

/** From lists of names by domain; `Name:12` is supported up to opset 12. */
export function operators(lists: Readonly<Record<string, string>>): Operators {
  return new Map(
    Object.entries(lists).flatMap(([domain, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((entry): [string, number | null] => {
          const [name, most] = entry.split(':');
          return [domain === '' ? name! : `${domain}::${name}`, most === undefined ? null : Number(most)];
        }),
    ),
  );
}

/** What the table says against the model, and where it says nothing. */
export function operatorFindings(model: Summary, table: OperatorTable): Finding[] {
  const opset = Math.max(
    0,
    ...model.opsets
      .filter(({ domain }) => domain === '' || domain === 'ai.onnx')
      .map(({ version }) => version),
  );
  const missing: string[] = [];
  const unknown: string[] = [];
  for (const { operator } of model.operators) {
    const most = table.supported.get(operator);
    if (most === null || (most !== undefined && opset <= most)) continue;
    const told = table.unsupported === 'others' || table.unsupported.has(operator) || most !== undefined;
    (told ? missing : unknown).push(operator);
  }
  return [
    ...opsetFindings(opset, table),
    ...(missing.length === 0 ? [] : [lacking(missing, table)]),
    ...(unknown.length === 0 ? [] : [silent(unknown, table)]),
    ...typeFindings(model, table),
  ];
}

function opsetFindings(opset: number, { name, opset: range }: OperatorTable): Finding[] {
  if (!range || (opset >= range.least && opset <= range.most)) return [];
  return [
    {
      check: 'target-version',
      severity: 'error',
      message: `The model has opset ${opset}; ${name} takes ${range.least} to ${range.most}.`,
      at: null,
      fix: `Export with an opset from ${range.least} to ${range.most}.`,
    },
  ];
}

function lacking(missing: readonly string[], { name, fallback }: OperatorTable): Finding {
  const what = `${name} has no ${showSome(missing)}`;
  return fallback === undefined
    ? {
        check: 'target-operators',
        severity: 'error',
        message: `${what}, by its published table.`,
        at: missing[0]!,
        fix: 'Write the model with other operators, or add them to the target as a plugin.',
      }
    : {
        check: 'target-operators',
        severity: 'info',
        message: `${what}, by its published table; they run on ${fallback}, and tensors are copied to and fro.`,
        at: missing[0]!,
        fix: 'Measure it there: each change of place takes time.',
      };
}

const silent = (unknown: readonly string[], { name }: OperatorTable): Finding => ({
  check: 'target-operators',
  severity: 'warning',
  message: `Whether ${name} has ${showSome(unknown)} is unknown: its published table does not name them.`,
  at: unknown[0]!,
  fix: 'Load the model there once.',
});

function typeFindings({ inputs, outputs }: Summary, { name, types }: OperatorTable): Finding[] {
  if (!types) return [];
  return [...inputs, ...outputs]
    .filter(({ type }) => type === null || !types.has(type))
    .slice(0, 10)
    .map(
      (value): Finding => ({
        check: 'target-types',
        severity: 'error',
        message: `${name} does not take ${value.type ?? 'a sequence or a map'} as an input or output.`,
        at: value.name,
        fix: 'Convert it before the model, or outside of it.',
      }),
    );
}
