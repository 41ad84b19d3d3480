import { type FaultError, fault } from '../../core/errors.ts';
import type { ColumnInfo, RowSource, RowTable } from '../../ports.ts';
import { type Engine, openEngine, type Parts } from './engine.ts';
import { holdoutFault } from './errors.ts';
import { planRead } from './plan.ts';
import { readBatches } from './read.ts';
import { resolveSource, type Source } from './source.ts';

/** Throws `file-missing`, `file-empty`, `file-kind`, `holdout-unreadable`, `holdout-empty`. */
export async function openTable(parts: Parts, source: RowSource): Promise<RowTable> {
  const engine = await openEngine(parts);
  try {
    const resolved = await resolveSource(engine, source);
    const { columns, rows } = await survey(engine, resolved);
    if (rows === 0) {
      throw fault('holdout-empty', `${resolved.subject} has a header and no rows.`, {
        fix: 'Point the holdout at data with at least one row.',
      });
    }
    return {
      columns,
      rows,
      async *read(requests, batchRows, span = { first: 0, rows }) {
        const part = span.rows === rows ? null : span;
        const plan = await planRead(engine, resolved, columns, requests, part);
        yield* readBatches(engine, plan, requests, batchRows, span, resolved.subject);
      },
      [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
    };
  } catch (error) {
    await engine[Symbol.asyncDispose]();
    throw error;
  }
}

async function survey(
  engine: Engine,
  source: Source,
): Promise<{ readonly columns: ColumnInfo[]; readonly rows: number }> {
  const from = source.from('sniffed');
  try {
    const described = await engine.rows(`DESCRIBE SELECT * FROM ${from}`);
    // Over text this parses every line, so a broken quote shows here and not halfway through scoring.
    const [[count] = []] = await engine.rows(`SELECT count(*) FROM ${from}`);
    const columns = described.map(([name, type]) => ({ name: String(name), type: String(type) }));
    return { columns, rows: Number(count) };
  } catch (error) {
    throw await explainSurvey(engine, source, error);
  }
}

/** The sniffer gives up without a line number; a plain parse under the header's names knows it. */
async function explainSurvey(engine: Engine, source: Source, error: unknown): Promise<FaultError> {
  const sniffing = error instanceof Error && error.message.includes('sniffing');
  if (sniffing && source.probe) {
    try {
      await engine.rows(`SELECT count(*) FROM ${source.probe}`);
    } catch (reason) {
      return holdoutFault(reason, source.subject);
    }
  }
  return holdoutFault(error, source.subject);
}
