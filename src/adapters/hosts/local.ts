import type { Host } from './host.ts';

/** Back to the start of the line, and clear it. */
const REWIND = '\r\u001b[K';

/** Columns of the bar. */
const BAR = 20;

function bar(done: number): string {
  const full = Math.round(Math.min(1, Math.max(0, done)) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} `;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A terminal: results to standard output, everything else to standard error. */
export function createLocalHost(options: { readonly quiet: boolean }, errors: Stream = process.stderr): Host {
  // On a terminal progress is one line that changes; elsewhere each report is a line of its own.
  const live = errors.isTTY === true && process.env.TERM !== 'dumb';
  let shown = false;
  const clear = () => {
    if (shown) errors.write(REWIND);
    shown = false;
  };
  const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);
  return {
    pullRequest: null,
    report(message, done) {
      if (options.quiet) return;
      const line = done === undefined ? message : bar(done) + message;
      errors.write(live ? REWIND + line.slice(0, (errors.columns ?? 80) - 1) : `${message}\n`);
      shown = live;
    },
    print(text) {
      clear();
      process.stdout.write(ended(text));
    },
    fail(text) {
      clear();
      errors.write(ended(text));
    },
    warn(message) {
      clear();
      errors.write(ended(message));
    },
    annotate() {},
    output() {},
    async summary() {},
  };
}
