/** SIGTERM in the midst of requests. */
import type { Probe } from '../../../core/documents/image.ts';
import type { Container, Pace, Requests } from '../../../ports.ts';

type Stop = NonNullable<Probe['stop']>;

/** Requests at a time, and answered before it is told to stop. */
const CLIENTS = 8;
const BEFORE = 50;

/**
 * As behind a balancer: clients go on until the server says that it is no longer ready; every request until then must
 * be answered. `exit`: resolves to its exit code, or null when it had to be killed.
 */
export async function runStopUnderLoad(
  container: Container,
  url: { readonly ready: string; readonly infer: string },
  body: string,
  exit: () => Promise<number | null>,
  { requests, pace }: { readonly requests: Requests; readonly pace: Pace },
): Promise<Stop> {
  let [sent, failed, answered] = [0, 0, 0];
  let [ready, told] = [true, false];
  let began = 0;
  const client = async () => {
    while (ready) {
      sent++;
      const answer = await requests.send(url.infer, { text: body });
      answered++;
      if (answer?.status !== 200) failed++;
      if (answered >= BEFORE && !told) {
        told = true;
        began = pace.now();
        await container.terminate();
      }
    }
  };
  const balancer = async () => {
    while (ready) {
      const answer = await requests.send(url.ready);
      // Gone without having said so: requests to it fail from now on, and are counted.
      ready = answer?.status === 200;
    }
  };
  await Promise.all([balancer(), ...Array.from({ length: CLIENTS }, client)]);
  if (!told) {
    began = pace.now();
    await container.terminate();
  }
  const exitCode = await exit();
  return { requests: sent, failed, exitCode, seconds: pace.now() - began };
}
