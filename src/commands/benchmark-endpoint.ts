import type { Benchmark, EndpointLoad } from '../core/documents/benchmark.ts';
import { fault } from '../core/errors.ts';
import type { LatencyPolicy } from '../core/policy/schema.ts';
import type { Mappings } from '../core/scoring/mappings.ts';
import { seededRandom } from '../core/stats/random.ts';
import type { Endpoints, InferenceEndpoint, Limits, Pace, Progress, Tables, Tensors } from '../ports.ts';
import { type Request, runClosedLoop, runOpenLoop } from './endpoint-load.ts';
import { type FeedRows, runFeedSignatures } from './feeds.ts';

const WARM_UP_CALLS = 20;
const CLOSED_SECONDS = 0.5;
const MOST_CLIENTS = 64;
/** Twice the clients that bring less than this have reached the maximum. */
const GAIN = 1.05;
const OPEN = { seconds: 3, most: 100_000 };
/** Of the maximum. */
const SHARES = [0.5, 0.8];

/**
 * A served model under load: first as many requests as it takes (closed loop), then at rates below that (open loop).
 * Throws what opening and asking throw, `model-signature` for what cannot be fed, and `model-run-rejected` for an answer
 * of another shape than the endpoint's metadata says.
 */
export async function runBenchmarkEndpoint(
  inputs: Omit<Mappings, 'output'> & {
    readonly model: string;
    readonly address: string;
    readonly rows: FeedRows | null;
    readonly latency: LatencyPolicy;
    readonly limits: Limits;
  },
  ports: {
    readonly endpoints: Pick<Endpoints, 'open'>;
    readonly tables: Tables;
    readonly pace: Pace;
    readonly progress: Progress;
  },
): Promise<{ readonly endpoint: NonNullable<Benchmark['endpoint']>; readonly notes: readonly string[] }> {
  const { latency, limits } = inputs;
  const { tensors } = latency;
  await using endpoint = await ports.endpoints.open(inputs.address, { seconds: limits.seconds, tensors });
  const { feedsOf, notes } = await runFeedSignatures(
    [endpoint.signature],
    { ...inputs, batches: latency.batch, dimensions: latency.dimensions },
    ports,
  );
  const { url, server } = endpoint.identity;
  const loads: EndpointLoad[] = [];
  for (const batch of latency.batch) {
    const [feeds] = feedsOf(batch);
    const request = requestOf(endpoint, feeds!, batch);
    for (let call = 0; call < WARM_UP_CALLS; call++) await request();
    const report = (what: string) =>
      ports.progress.report(`${inputs.model}: endpoint, batch ${batch}, ${what}`);
    const { closed, maximum } = await findMaximum(request, report, ports.pace);
    if (maximum === 0)
      throw fault(
        'runtime-unavailable',
        `${url} refused a request of its only client, after ${closed[0]!.calls} answers.`,
        { fix: 'Look at the log of the server.' },
      );
    const rates = latency.rate === undefined ? SHARES.map((share) => share * maximum) : [latency.rate];
    loads.push({ batch, closed, maximum, open: await loadAt(rates, request, report, ports.pace) });
  }
  return {
    endpoint: {
      url,
      server: `${server.name} ${server.version}`.trim(),
      tensors: endpoint.binary ? 'bytes' : 'JSON',
      loads,
    },
    notes: notes.map((note) => `Endpoint: ${note}`),
  };
}

/** Twice the clients, until that brings no more or something is refused. */
async function findMaximum(
  request: Request,
  report: (what: string) => void,
  pace: Pace,
): Promise<Pick<EndpointLoad, 'closed' | 'maximum'>> {
  const closed: EndpointLoad['closed'] = [];
  let maximum = 0;
  for (let clients = 1; clients <= MOST_CLIENTS; clients *= 2) {
    report(clients === 1 ? '1 client' : `${clients} clients`);
    const level = await runClosedLoop(request, { clients, seconds: CLOSED_SECONDS }, pace);
    closed.push(level);
    const grown = level.rate >= maximum * GAIN;
    // What is refused is no throughput.
    if (level.failed === 0) maximum = Math.max(maximum, level.rate);
    if (level.failed > 0 || !grown) break;
  }
  return { closed, maximum };
}

async function loadAt(
  rates: readonly number[],
  request: Request,
  report: (what: string) => void,
  pace: Pace,
): Promise<EndpointLoad['open']> {
  const { uniform } = seededRandom(1);
  const open: EndpointLoad['open'] = [];
  for (const rate of rates) {
    report(`${rate.toPrecision(3)} requests a second`);
    open.push(await runOpenLoop(request, { rate, ...OPEN }, uniform, pace));
  }
  return open;
}

/** Every answer is held to the declared shape; a wrong one is no faster answer. */
function requestOf(endpoint: InferenceEndpoint, feeds: Tensors, batch: number): Request {
  const { outputs } = endpoint.signature;
  const names = outputs.map(({ name }) => name);
  return async () => {
    const answer = await endpoint.infer(feeds, names);
    for (const { name, shape } of outputs) {
      const given = answer.get(name)!.shape;
      const fits =
        given.length === shape.length &&
        shape.every((size, axis) =>
          typeof size === 'number' ? given[axis] === size : axis > 0 || given[axis] === batch,
        );
      if (!fits)
        throw fault(
          'model-run-rejected',
          `${endpoint.identity.url} answered a batch of ${batch} with output \`${name}\` [${given.join(', ')}]; its metadata says [${shape.map((size) => size ?? '?').join(', ')}].`,
          { fix: 'Look at the log of the server, and compare its metadata with the model.' },
        );
    }
  };
}
