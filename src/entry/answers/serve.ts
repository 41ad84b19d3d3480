import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { createLocalHost } from '../../adapters/hosts/local.ts';
import { readServeSettings } from '../../commands/serve-settings.ts';
import { fault } from '../../core/errors.ts';
import { serve } from '../../server/serve.ts';
import { serveSpec } from '../../specs/serve.ts';
import { parseCommandLine } from '../args.ts';
import { besideEntries, findEngine } from '../natives.ts';
import { VERSION } from '../version.ts';
import type { Answer } from './answer.ts';

/** Float32 values that a body can hold. */
const elementsIn = (bytes: number) => bytes / 4;

/** Ends when the process is told to: once, and the server drains; twice, and it stops at once. */
export const answer: Answer = async (args) => {
  const inputs = parseCommandLine(serveSpec, args);
  const host = createLocalHost(inputs);
  const settings = readServeSettings(inputs);
  if (inputs.models.length === 0)
    throw fault('usage-invalid', 'There is no model to serve.', {
      fix: 'Name ONNX files or folders: `onnx-gate serve model.onnx`.',
    });
  const bodyBytes = settings['max-body']! * 2 ** 20;
  const server = await serve({
    models: inputs.models,
    host: inputs.host,
    port: settings.port!,
    workers: settings.workers ?? availableParallelism(),
    entry: besideEntries('server-worker.js'),
    natives: await findEngine(host, inputs),
    length: settings.queue!,
    batchRows: settings['batch-rows']!,
    timeout: settings.timeout!,
    rows: settings['max-rows']!,
    elements: elementsIn(bodyBytes),
    bodyBytes,
    watchSeconds: settings.watch ?? null,
    drainSeconds: settings.drain!,
    exitSeconds: settings.exit!,
    version: VERSION,
    log: !inputs.quiet,
    loading: inputs['allow-loading'],
  });
  const told = Promise.race(['SIGTERM', 'SIGINT'].map((signal) => once(process, signal)));
  host.report(`${server.address} is up and loads ${inputs.models.join(', ')}.`);
  await Promise.race([server.ready, told]);
  host.report(`${server.address} answers.`);
  await told;
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(1));
  host.report('Draining.');
  await server.stop();
};
