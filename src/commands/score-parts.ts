/** Writes scores as one table; a long one in parts, which a run that was killed leaves to the next. */
import type { Clock, Progress, RowSpan, ScoreBatch, ScoreParts, Tables } from '../ports.ts';

/** Rows of a part, at least: a second or so of scoring, and what may be lost. */
const PART_ROWS = 2 ** 20;

/** Progress is told this many times over the whole table. */
const REPORTS = 10;

interface Ports {
  readonly tables: Tables;
  readonly progress: Progress;
  readonly clock: Clock;
}

/** `score` gives the batches of a span, `handed` rows at a time. */
export async function runWriteScores(
  {
    out,
    span,
    batchRows,
    handed,
    score,
    parts,
  }: {
    readonly out: string;
    readonly span: RowSpan;
    readonly batchRows: number;
    readonly handed: number;
    readonly score: (span: RowSpan) => AsyncIterable<ScoreBatch>;
    readonly parts: { readonly folder: string; readonly key: string } | undefined;
  },
  { tables, progress, clock }: Ports,
): Promise<void> {
  const step = Math.ceil(PART_ROWS / handed) * handed;
  if (!parts || span.rows <= step) {
    await tables.writeScores(out, told(score(span), span.rows, batchRows, progress, clock), span.first);
    return;
  }
  const kept = await tables.openParts(parts.folder, parts.key);
  const count = Math.ceil(span.rows / step);
  let done = 0;
  while (done < count && kept.finished.has(done)) done++;
  if (done > 0) progress.report(`Going on after ${done * step} rows that an earlier run has scored.`);
  if (done < count) {
    const rest = { first: span.first + done * step, rows: span.rows - done * step };
    const batches = told(score(rest), rest.rows, batchRows, progress, clock);
    await writeParts(batches, { from: done, count, step, first: rest.first }, kept);
  }
  await kept.join(out, count);
}

/** A part is written while the next one is scored. */
async function writeParts(
  batches: AsyncIterable<ScoreBatch>,
  { from, count, step, first }: { from: number; count: number; step: number; first: number },
  kept: ScoreParts,
): Promise<void> {
  const iterator = batches[Symbol.asyncIterator]();
  let writing: Promise<unknown> = Promise.resolve();
  try {
    for (let index = from; index < count; index++) {
      const part = take(iterator, step);
      const write = kept.write(index, part.batches, first + (index - from) * step);
      // Awaited below, perhaps after another has failed.
      write.catch(() => {});
      await Promise.race([part.drained, write]);
      await writing;
      writing = write;
    }
    await writing;
  } finally {
    // A part that is whole is kept, whatever became of those after it.
    await writing.catch(() => {});
    await iterator.return?.();
  }
}

/** The next `rows` rows, which end with a batch; `drained` when they have all been taken. */
function take(iterator: AsyncIterator<ScoreBatch>, rows: number) {
  let drain = () => {};
  const drained = new Promise<void>((resolve) => {
    drain = resolve;
  });
  async function* batches(): AsyncIterable<ScoreBatch> {
    for (let taken = 0; taken < rows; ) {
      const { done, value } = await iterator.next();
      if (done) break;
      taken += value.label.length;
      yield value;
    }
    drain();
  }
  return { batches: batches(), drained };
}

/** Tells how far it is, how fast, and for how long still; not more than once a second. */
async function* told(
  batches: AsyncIterable<ScoreBatch>,
  rows: number,
  batchRows: number,
  progress: Progress,
  clock: Clock,
): AsyncIterable<ScoreBatch> {
  const every = rows / REPORTS;
  const began = clock.now().getTime();
  let done = 0;
  let next = every;
  let toldAt = 0;
  for await (const batch of batches) {
    yield batch;
    done += batch.label.length;
    if (done < next && done !== rows) continue;
    next += every;
    const seconds = (clock.now().getTime() - began) / 1000;
    if (done !== rows && seconds < toldAt + 1) continue;
    toldAt = seconds;
    progress.report(`Scored ${done} of ${rows} rows${pace(done, rows, seconds, batchRows)}.`, done / rows);
  }
}

/** At the end the size of the batches, on the way the time that is left. */
function pace(done: number, rows: number, seconds: number, batchRows: number): string {
  const rate = Math.round(done / Math.max(seconds, 1e-3));
  if (done === rows) return ` in ${seconds.toFixed(1)} s, in batches of ${batchRows}`;
  return `, ${rate} a second, ${Math.ceil((rows - done) / rate)} s left`;
}
