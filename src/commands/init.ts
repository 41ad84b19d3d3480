import { FaultError, fault } from '../core/errors.ts';
import { guessLabel, type Proposal, proposePolicy } from '../core/scoring/propose-policy.ts';
import { list } from '../core/scoring/words.ts';
import type { Files, ModelRunner, Tables } from '../ports.ts';

const LIMITS = { seconds: 120, memory: 4 * 2 ** 30 };

/**
 * Writes a first policy, and tells what in it was guessed. Throws `usage-invalid` where there is such a file already,
 * `column-missing` where the label cannot be guessed, and what opening the model and the table throw.
 */
export async function runInit(
  wanted: {
    readonly candidate: string;
    readonly files: readonly string[];
    readonly label: string | undefined;
    readonly name: string;
    readonly policy: string;
  },
  ports: {
    readonly files: Pick<Files, 'head' | 'write'>;
    readonly runner: ModelRunner;
    readonly tables: Tables;
  },
): Promise<Proposal> {
  await checkAbsent(wanted.policy, ports.files);
  await using table = await ports.tables.open({ files: wanted.files });
  await using session = await ports.runner.open(wanted.candidate, LIMITS);
  const { columns } = table;
  const names = columns.map(({ name }) => name);
  const label = wanted.label ?? guessLabel(columns);
  if (label === null || !names.includes(label)) {
    const problem =
      label === null ? 'Which column is the label cannot be told' : `There is no column \`${label}\``;
    throw fault('column-missing', `${problem}; the holdout has ${list(names)}.`, {
      fix: 'Name it: `--label clicked`.',
    });
  }
  const proposal = proposePolicy({ ...wanted, label }, session.signature, columns);
  await ports.files.write(wanted.policy, proposal.text);
  return proposal;
}

async function checkAbsent(path: string, files: Pick<Files, 'head'>): Promise<void> {
  try {
    await files.head(path, 1);
  } catch (error) {
    if (error instanceof FaultError && error.faults[0].code === 'file-missing') return;
    throw error;
  }
  throw fault('usage-invalid', `${path} exists, and is not overwritten.`, {
    fix: 'Name another file: `--policy onnx-gate.new.yml`.',
  });
}
