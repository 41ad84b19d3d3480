/** Runs the pushed image as production will, and tries it out. After TFX's InfraValidator, which only asks for answers. */
import type { Probe } from '../../../core/documents/image.ts';
import type { ImageName } from '../../../core/image/image-name.ts';
import { signatureDifferences } from '../../../core/image/probe/signature.ts';
import type { ModelPolicy } from '../../../core/policy/schema.ts';
import type {
  Container,
  ContainerLimits,
  Containers,
  Endpoints,
  ImageRegistries,
  Limits,
  ModelRunner,
  Pace,
  Progress,
  Requests,
  Tables,
} from '../../../ports.ts';
import { goodInputs, runHostile } from './hostile.ts';
import { runReplay } from './replay.ts';
import { runResolveImage } from './resolve.ts';
import { runReadProbeRows } from './rows.ts';
import { runStopUnderLoad } from './stop.ts';

export interface ProbeInputs {
  readonly image: ImageName;
  /** Of this machine. */
  readonly platform: string;
  /** As the image serves it. */
  readonly served: { readonly name: string; readonly version: string };
  /** Path of the file that went into the image. */
  readonly model: string;
  readonly policy: ModelPolicy;
  readonly limits: ContainerLimits;
  /** Seconds until it must be ready. */
  readonly readySeconds: number;
  /** Rows to replay, at most. */
  readonly rows: number;
  /** Of the process that runs the file. */
  readonly processLimits: Limits;
}

export interface ProbePorts {
  readonly registries: ImageRegistries;
  readonly containers: Containers;
  readonly requests: Requests;
  readonly endpoints: Endpoints;
  readonly runner: ModelRunner;
  readonly tables: Tables;
  readonly pace: Pace;
  readonly progress: Progress;
}

/** Seconds between looks, and those that a stopping server has: its own limits, and some more. */
const LOOK = 0.02;
const EXIT = 60;

type Tried = Pick<Probe, 'signature' | 'parity' | 'hostile' | 'connections' | 'stop'>;

/** Throws what starting the image and running the file throw; what the image does wrong is in the document. */
export async function runProbe(inputs: ProbeInputs, ports: ProbePorts): Promise<Probe> {
  const { containers, pace, progress } = ports;
  progress.report(`Starting ${inputs.image.repository} by ${containers.engine}`);
  await using container = await containers.start(
    await runResolveImage(inputs.image, inputs.platform, ports),
    inputs.limits,
  );
  const began = pace.now();
  const ready = await isReady(container, began + inputs.readySeconds, ports);
  const readySeconds = ready ? pace.now() - began : null;
  const tried: Tried = ready
    ? await runTrials(container, inputs, ports)
    : { signature: null, parity: null, hostile: [], connections: [], stop: null };
  return {
    ...{ runner: containers.engine, why: containers.why, limits: inputs.limits },
    ...{ ready, readySeconds, ...tried },
    peakMemory: await container.peakMemory(),
    writes: [...(await container.writes())],
    stderr: container.stderr().map((line) => line.slice(0, 1000)),
  };
}

/** False when it ended or the time was over. */
async function isReady(
  container: Container,
  until: number,
  { requests, pace }: ProbePorts,
): Promise<boolean> {
  let ended = false;
  void container.exited.then(() => {
    ended = true;
  });
  while (!ended && pace.now() < until) {
    const answer = await requests.send(`${container.address}/v2/health/ready`);
    if (answer?.status === 200) return true;
    await pace.until(pace.now() + LOOK);
  }
  return false;
}

async function runTrials(container: Container, inputs: ProbeInputs, ports: ProbePorts): Promise<Tried> {
  const { progress, requests, pace } = ports;
  const { name, version } = inputs.served;
  const url = `${container.address}/v2/models/${name}/versions/${version}`;
  await using session = await ports.runner.open(inputs.model, inputs.processLimits);
  const rows = await runReadProbeRows(session.signature, inputs.policy, inputs.rows, ports);
  const open = (tensors: 'json' | 'bytes') =>
    ports.endpoints.open(url, { seconds: inputs.processLimits.seconds, tensors });
  await using json = await open('json');
  await using binary = await open('bytes');

  progress.report(`Replaying ${rows.rows} rows`);
  const signature = signatureDifferences(binary.signature, session.signature);
  // Another signature takes other rows.
  const parity = signature.length > 0 ? null : await runReplay(session, { json, binary }, rows);
  const good = await goodInputs(url, requests);
  progress.report('Sending requests that must be refused');
  const hostile = await runHostile(container, url, good, requests);
  // While it lives.
  await container.peakMemory();
  const connections = [...(await container.connections())];
  progress.report('Stopping it under load');
  const stop = await runStopUnderLoad(
    container,
    { ready: `${container.address}/v2/health/ready`, infer: `${url}/infer` },
    JSON.stringify({ inputs: good }),
    () => Promise.race([container.exited, pace.until(pace.now() + EXIT).then(() => null)]),
    ports,
  );
  return { signature, parity, hostile, connections, stop };
}
