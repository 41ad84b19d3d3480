/** What is odd about the rows that a model is judged on: their columns, what they share with the training, how worn they are. */
import type { Digest, Subject } from '../core/documents/common.ts';
import type { DataFinding } from '../core/documents/evaluation.ts';
import { FaultError } from '../core/errors.ts';
import { columnFindings, MOST_COLUMNS, sharedFinding } from '../core/quality/columns.ts';
import { driftFindings } from '../core/quality/drift.ts';
import { recordJudged } from '../core/quality/ledger.ts';
import type { Clock, Files, RowSource, Tables } from '../ports.ts';
import type { ModelPair } from './models.ts';

interface HoldoutRows {
  readonly rows: RowSource;
  /** Columns that feed the models. */
  readonly features: readonly string[];
  /** What the candidate was trained on, where it is named. */
  readonly training: RowSource | null;
}

interface HoldoutDrift {
  readonly rows: RowSource;
  /** What the baseline was judged on. */
  readonly baseline: RowSource;
  readonly columns: readonly string[];
}

interface Ledger {
  /** Made when there is none. */
  readonly path: string;
  readonly wornAfter: number;
}

export interface ExaminedHoldout {
  readonly digest: Digest;
  /** The rows themselves; absent where there are only scores. */
  readonly table?: HoldoutRows;
  /** What it is compared with; absent: nothing. */
  readonly drift?: HoldoutDrift;
  /** Where it is noted that this holdout has judged; absent: nowhere. */
  readonly ledger?: Ledger;
}

/**
 * What is odd about the rows. The ledger is written last: only a holdout that has judged is worn.
 * Throws as the tables do, also for the training files, and `file-unwritable`.
 */
export async function runExamineHoldout(
  {
    holdout,
    models,
    model,
    confidence,
  }: {
    readonly holdout: ExaminedHoldout;
    /** Null when the scores were made elsewhere. */
    readonly models: ModelPair | null;
    readonly model: string;
    readonly confidence: number;
  },
  ports: {
    readonly tables: Tables;
    readonly files: Pick<Files, 'read' | 'write'>;
    readonly clock: Clock;
  },
): Promise<DataFinding[]> {
  const ofColumns = holdout.table ? await profileHoldout(holdout.table, ports) : [];
  const drift = holdout.drift ? await compareHoldouts(holdout.drift, ports) : [];
  const judged = models && { model, holdout: holdout.digest, candidate: models.candidate.subject };
  const wear = holdout.ledger && judged ? await recordIn(holdout.ledger, judged, confidence, ports) : [];
  return [...wear, ...ofColumns, ...drift];
}

async function profileHoldout(
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

async function compareHoldouts(
  { rows, baseline, columns }: HoldoutDrift,
  ports: { readonly tables: Tables },
): Promise<DataFinding[]> {
  return driftFindings(await ports.tables.compareColumns(rows, baseline, columns.slice(0, MOST_COLUMNS)));
}

/** Writes the candidate into the ledger, once. Two runs at the same moment may lose one line. */
async function recordIn(
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
