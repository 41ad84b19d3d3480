import type { Host } from '../adapters/hosts/host.ts';
import { exitCodeOf, type Fault, FaultError } from '../core/errors.ts';
import { type Palette, renderFaults } from '../core/report/faults.ts';

/**
 * The one place that catches. Faults become sentences and an exit code; anything else is our own error, told as such.
 * Ends the process: native libraries keep threads that would hold it open.
 */
export async function run(host: Host, palette: Palette, body: () => Promise<number>): Promise<never> {
  // A reader that closes early, such as `head`, is no error of ours.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 3));
  let code: number;
  try {
    code = await body();
  } catch (error) {
    const faults = error instanceof FaultError ? error.faults : [internal(error)];
    host.fail(renderFaults(faults, palette));
    code = exitCodeOf(faults);
  }
  // What was written to a pipe must arrive before the process ends.
  await Promise.all(
    [process.stdout, process.stderr].map(
      (stream) => new Promise<void>((done) => stream.write('', () => done())),
    ),
  );
  process.exit(code);
}

function internal(error: unknown): Fault {
  return {
    code: 'internal',
    message: `onnx-gate itself failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'This is a bug in onnx-gate. Please report it with the lines below.',
    details: error instanceof Error && error.stack ? error.stack : '',
  };
}
