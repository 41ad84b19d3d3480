import type { Host } from './host.ts';

/** Back to the start of the line, and clear it. */
const REWIND = '\r\u001b[K';

/** A terminal: results to standard output, everything else to standard error. */
export function createLocalHost(options: { readonly quiet: boolean }): Host {
  // On a terminal progress is one line that changes; elsewhere each report is a line of its own.
  const live = process.stderr.isTTY === true;
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write(REWIND);
    shown = false;
  };
  const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);
  return {
    pullRequest: null,
    report(message) {
      if (options.quiet) return;
      process.stderr.write(
        live ? `${REWIND}${message.slice(0, process.stderr.columns - 1)}` : `${message}\n`,
      );
      shown = live;
    },
    print(text) {
      clear();
      process.stdout.write(ended(text));
    },
    fail(text) {
      clear();
      process.stderr.write(ended(text));
    },
    warn(message) {
      clear();
      process.stderr.write(ended(message));
    },
    annotate() {},
    output() {},
    async summary() {},
  };
}
