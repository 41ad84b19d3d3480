/** Bad requests, and whether the server bears them. */
import type { Probe } from '../../../core/documents/image.ts';
import { hostileRequests, type Input } from '../../../core/image/probe/hostile.ts';
import type { Container, Requests } from '../../../ports.ts';

/** One row of zeros, in the words of the server's own metadata. `url`: of the model. */
export async function goodInputs(url: string, requests: Requests): Promise<Input[]> {
  const answer = await requests.send(url);
  const { inputs } = JSON.parse(answer!.body) as {
    inputs: { name: string; datatype: string; shape: (number | string)[] }[];
  };
  return inputs.map(({ name, datatype, shape: declared }) => {
    const shape = declared.map((size) => Math.max(1, Number(size)));
    const length = shape.reduce((product, size) => product * size, 1);
    return { name, datatype, shape, data: new Array(length).fill(ZEROS[datatype] ?? 0) };
  });
}

const ZEROS: Readonly<Record<string, unknown>> = { BYTES: '', BOOL: false };

export async function runHostile(
  { address }: Container,
  url: string,
  good: readonly Input[],
  requests: Requests,
): Promise<Probe['hostile']> {
  const found = [];
  for (const { name, path, body, headers = {} } of hostileRequests(good)) {
    const target = path.startsWith('/') ? `${address}${path}` : `${url}/${path}`;
    const answer = await requests.send(target, { text: body, headers });
    const after = await requests.send(`${address}/v2/health/ready`);
    found.push({ request: name, status: answer?.status ?? null, ready: after?.status === 200 });
  }
  return found;
}
