/** What is odd about the rows that a model is judged on: their columns, what they share with the training, how worn they are. */
import type { Subject } from '../core/documents/common.ts';
import type { DataFinding } from '../core/documents/evaluation.ts';
import { FaultError } from '../core/errors.ts';
import { columnFindings, MOST_COLUMNS, sharedFinding } from '../core/quality/columns.ts';
import { driftFindings } from '../core/quality/drift.ts';
import { recordJudged } from '../core/quality/ledger.ts';
import type { Clock, Files, RowSource, Tables } from '../ports.ts';

export interface HoldoutRows {
  readonly rows: RowSource;
  /** Columns that feed the models. */
  readonly features: readonly string[];
  /** What the candidate was trained on, where it is named. */
  readonly training: RowSource | null;
}

/** Throws as the tables do, also for the training files. */
export async function runProfileHoldout(
  { rows, features, training }: HoldoutRows,
  ports: { readonly tables: Tables },
): Promise<DataFinding[]> {
  const columns = features.slice(0, MOST_COLUMNS);
  if (columns.length === 0) return [];
  const profile = await ports.tables.profile(rows, columns);
  const findings = columnFindings(profile);
  if (training === null) return findings;
  const shared = await ports.tables.countShared(rows, training, features);
  return [...findings, sharedFinding(shared, profile.rows, features.length)];
}

export interface HoldoutDrift {
  readonly rows: RowSource;
  /** What the baseline was judged on. */
  readonly baseline: RowSource;
  readonly columns: readonly string[];
}

/** Throws as the tables do. */
export async function runCompareHoldouts(
  { rows, baseline, columns }: HoldoutDrift,
  ports: { readonly tables: Tables },
): Promise<DataFinding[]> {
  return driftFindings(await ports.tables.compareColumns(rows, baseline, columns.slice(0, MOST_COLUMNS)));
}

export interface Ledger {
  /** Made when there is none. */
  readonly path: string;
  readonly wornAfter: number;
}

/** Writes the candidate into the ledger, once. Two runs at the same moment may lose one line. Throws `file-unwritable`. */
export async function runRecordJudged(
  ledger: Ledger,
  judged: { readonly model: string; readonly holdout: string; readonly candidate: Subject },
  confidence: number,
  ports: { readonly files: Pick<Files, 'read' | 'write'>; readonly clock: Clock },
): Promise<readonly DataFinding[]> {
  const text = await ports.files.read(ledger.path).then(
    (bytes) => new TextDecoder().decode(bytes),
    (error: unknown) => {
      if (error instanceof FaultError && error.faults[0].code === 'file-missing') return '';
      throw error;
    },
  );
  const entry = {
    schema: 'onnx-gate/holdout-ledger/v1' as const,
    created: ports.clock.now().toISOString(),
    model: judged.model,
    holdout: judged.holdout,
    candidate: judged.candidate.digest,
    ...(judged.candidate.external && { external: judged.candidate.external.digest }),
  };
  const recorded = recordJudged(text, entry, ledger.wornAfter, confidence);
  if (recorded.text !== null) await ports.files.write(ledger.path, recorded.text);
  return recorded.findings;
}
