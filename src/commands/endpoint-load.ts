/**
 * Load on a served model. Ours, because autocannon, the load generator of the ecosystem, waits for an answer before a
 * connection asks again, and spaces requests evenly: what a stall held back is never sent, and it fills the gap in
 * the histogram by arithmetic (coordinated omission). Here every request of an open loop is sent when it is due,
 * answered or not, and its time counts from then.
 */
import type { EndpointLoad } from '../core/documents/benchmark.ts';
import { FaultError } from '../core/errors.ts';
import { poissonArrivals } from '../core/latency/arrivals.ts';
import { percentile } from '../core/stats/percentile.ts';
import type { Pace } from '../ports.ts';

export type Request = () => Promise<unknown>;
type Answered = Pick<EndpointLoad['open'][number], 'calls' | 'failed' | 'p50' | 'p95' | 'p99'>;

/** `clients` of them, each with one request at a time, for `seconds`. Throws what a request throws for good. */
export async function runClosedLoop(
  request: Request,
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
  pace: Pace,
): Promise<EndpointLoad['closed'][number]> {
  const tally = createTally(pace);
  const start = pace.now();
  const client = async () => {
    while (pace.now() < start + seconds) if (!(await tally.count(request, pace.now()))) return;
  };
  await settled(Array.from({ length: clients }, client));
  const answered = tally.answered();
  return { clients, rate: answered.calls / (pace.now() - start), ...answered };
}

/** Requests at a rate, seeded. Times count from the moment that a request was due. */
export async function runOpenLoop(
  request: Request,
  limits: { readonly rate: number; readonly seconds: number; readonly most: number },
  random: () => number,
  pace: Pace,
): Promise<EndpointLoad['open'][number]> {
  const tally = createTally(pace);
  const start = pace.now();
  const sent: Promise<unknown>[] = [];
  for (const arrival of poissonArrivals(limits.rate, limits, random)) {
    const due = start + arrival;
    await pace.until(due);
    const counted = tally.count(request, due);
    // Looked at when all are sent; a failure until then is no unhandled one.
    counted.catch(() => {});
    sent.push(counted);
  }
  await settled(sent);
  return { rate: limits.rate, ...tally.answered() };
}

/** All have ended before the first failure is thrown: no request outlives its loop. */
async function settled(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}

/** What a server under load may answer; anything else is no matter of load. */
const OVERLOADED = ['runtime-unavailable', 'model-timeout'];

function createTally(pace: Pace) {
  const times: number[] = [];
  let failed = 0;
  return {
    /** Whether it was answered. */
    async count(request: Request, from: number): Promise<boolean> {
      try {
        await request();
        times.push(pace.now() - from);
        return true;
      } catch (error) {
        if (!(error instanceof FaultError && error.faults.every(({ code }) => OVERLOADED.includes(code))))
          throw error;
        failed++;
        return false;
      }
    },
    answered(): Answered {
      const sorted = times.sort((a, b) => a - b);
      const at = (p: number) => (sorted.length === 0 ? null : percentile(sorted, p));
      return { calls: sorted.length, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
    },
  };
}
