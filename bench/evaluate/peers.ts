/** scikit-learn and numpy, in a Python process that waits for its turn. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Seconds of one call, on the clock and of processor time. */
export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

export interface Peers extends AsyncDisposable {
  readonly versions: { readonly python: string; readonly numpy: string; readonly sklearn: string };
  load(folder: string, rows: number): Promise<void>;
  time(name: string): Promise<Took>;
}

/** Null when there is no Python with numpy and scikit-learn; `PYTHON` names another interpreter. */
export async function openPeers(): Promise<Peers | null> {
  const python = process.env.PYTHON ?? '/usr/bin/python3';
  const child = spawn(python, [`${import.meta.dirname}/peers.py`], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // One thread for each side.
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    return done ? null : JSON.parse(value);
  };
  const versions = await next();
  if (versions === null) return null;
  const ask = async (request: unknown) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const answer = await next();
    if (answer === null) throw new Error(`The Python process ended at ${JSON.stringify(request)}.`);
    return answer;
  };
  return {
    versions,
    load: (folder, rows) => ask({ load: folder, rows }),
    time: (name) => ask({ time: name }),
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
