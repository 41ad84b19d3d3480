import { type Fault, throwFaults } from '../core/errors.ts';
import type { ReportPolicy } from '../core/policy/schema.ts';

/** The reports that a run writes beside its documents. */
export const WRITTEN = [
  { format: 'html', file: 'report.html', output: 'report-file' },
  { format: 'junit', file: 'junit.xml', output: 'junit-file' },
  { format: 'sarif', file: 'report.sarif', output: 'sarif-file' },
  { format: 'openmetrics', file: 'metrics.txt', output: 'openmetrics-file' },
] as const;

/** The policy's wishes, with the flags over them. Throws `usage-invalid` for each report that there is not. */
export function wantedReports(
  policy: ReportPolicy,
  flags: { readonly report: readonly string[]; readonly history: string | undefined },
): ReportPolicy {
  const known: readonly string[] = WRITTEN.map(({ format }) => format);
  throwFaults(
    flags.report
      .filter((name) => !known.includes(name))
      .map(
        (name): Fault => ({
          code: 'usage-invalid',
          message: `There is no report \`${name.slice(0, 100)}\`.`,
          fix: `There are ${known.join(', ')}.`,
        }),
      ),
  );
  const asked = flags.report.length > 0;
  return {
    ...policy,
    ...Object.fromEntries(
      WRITTEN.map(({ format }) => [format, asked ? flags.report.includes(format) : policy[format]]),
    ),
    ...(flags.history !== undefined && { history: flags.history }),
  };
}
