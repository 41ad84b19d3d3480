import type { Role } from '../../core/report/charts/chart.ts';
import type { Status } from '../../core/report/status.ts';

/** Variables of the page, which has a light and a dark value for each. */
export const ROLE_COLOURS: Readonly<Record<Role, string>> = {
  candidate: 'var(--candidate)',
  baseline: 'var(--baseline)',
  control: 'var(--control)',
};

/** Not by colour alone. */
export const ROLE_DASHES: Readonly<Record<Role, string | undefined>> = {
  candidate: undefined,
  baseline: '6,3',
  control: '2,3',
};

export const STATUS_COLOURS: Readonly<Record<Status, string>> = {
  failed: 'var(--failed)',
  inconclusive: 'var(--inconclusive)',
  warning: 'var(--inconclusive)',
  skipped: 'var(--skipped)',
  passed: 'var(--passed)',
};

export const LINE = 'var(--line)';
export const MUTED = 'var(--muted)';

/** Pixels of a chart at its natural size: as wide as a telephone. */
export const WIDTH = 400;
