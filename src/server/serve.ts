/** From start to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { fault } from '../core/errors.ts';
import type { AppOptions } from './app.ts';
import type { LoadOptions } from './model.ts';
import { createServing } from './serving.ts';

export interface ServeOptions extends AppOptions, LoadOptions {
  /** Files, models' folders, or repositories. */
  readonly models: readonly string[];
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Seconds between looks for newer versions; null: never. */
  readonly watchSeconds: number | null;
  /** Seconds in which a stopping server, no longer ready, still takes requests: until balancers have noticed. */
  readonly drainSeconds: number;
  /** Seconds that running requests then have left. */
  readonly exitSeconds: number;
}

export interface Server {
  readonly address: string;
  /** Resolves when all models answer; rejects when one cannot. */
  readonly ready: Promise<void>;
  /** Not ready from now on; takes requests while it drains, then no new ones; resolves when the last is answered. */
  stop(): Promise<void>;
}

/** Alive as soon as it listens. The models' threads start before that, and beside the reading of the server's code. */
export async function serve(options: ServeOptions): Promise<Server> {
  // Here and not in the threads, whose environment is a copy that the engine does not see.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const serving = createServing(options.models, options);
  const ready = serving.load();
  ready.catch(() => {});
  const { createApp } = await import('./app.ts');
  const app = createApp(serving, options);
  const address = await app
    .listen({ host: options.host, port: options.port })
    .catch(async ({ message }: Error) => {
      // Threads would keep the process alive.
      await ready.catch(() => {});
      await serving.close();
      throw fault('usage-invalid', `The server cannot listen: ${message}.`, {
        fix: 'Name another place with `--host` and `--port`; port 0 takes any that is free.',
      });
    });
  let watching = options.watchSeconds !== null;
  const watch = async () => {
    await ready;
    while (watching) {
      await sleep(options.watchSeconds! * 1000, undefined, { ref: false });
      if (watching) await serving.refresh(app.log);
    }
  };
  if (watching) watch().catch((error) => app.log.error(error));
  return {
    address,
    ready,
    async stop() {
      watching = false;
      serving.drain();
      await sleep(options.drainSeconds * 1000);
      const late = sleep(options.exitSeconds * 1000, undefined, { ref: false });
      await Promise.race([app.close(), late]);
      await Promise.race([serving.close(), late]);
    },
  };
}
