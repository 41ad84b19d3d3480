import type { Host } from './host.ts';

/** A terminal: results to standard output, everything else to standard error. */
export function createLocalHost(options: { readonly quiet: boolean }): Host {
  return {
    pullRequest: null,
    report(message) {
      if (!options.quiet) process.stderr.write(`${message}\n`);
    },
    print(text) {
      process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    fail(text) {
      process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    annotate() {},
    output() {},
    async summary() {},
  };
}
