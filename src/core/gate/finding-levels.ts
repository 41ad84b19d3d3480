/** Findings as the policy wants them judged. */
import { clipForeign } from '../documents/foreign.ts';
import type { Finding } from '../documents/validation.ts';
import type { ValidatePolicy } from '../policy/schema.ts';

const SEVERITIES = { error: 'error', warn: 'warning' } as const;

/**
 * Applies preset, levels and ignore list. What is ignored stays in the list, as information with its reason. `fixed`
 * names checks that no policy turns down: a model that cannot be read or loaded was not checked. `today` is a date
 * such as `2027-01-31`; an entry counts on its last day, and an expired one is a warning of its own.
 */
export function levelled(
  findings: readonly Finding[],
  policy: Pick<ValidatePolicy, 'preset' | 'checks' | 'ignore'>,
  today: string,
  fixed: ReadonlySet<string>,
): Finding[] {
  const levels = new Map(Object.entries(policy.checks));
  const current = policy.ignore.filter(({ expires }) => expires >= today);
  const judged = findings.flatMap((finding): Finding[] => {
    if (fixed.has(finding.check)) return [finding];
    const level = levels.get(finding.check);
    if (level === 'off') return [];
    const severity = level ? SEVERITIES[level] : preset(finding.severity, policy.preset);
    const known = current.find(
      ({ check, at }) => check === finding.check && (at ?? finding.at) === finding.at,
    );
    if (!known) return [{ ...finding, severity }];
    const message = clipForeign(`${finding.message} Ignored until ${known.expires}: ${known.reason}`);
    return [{ ...finding, severity: 'info', message }];
  });
  const expired = policy.ignore
    .filter(({ expires }) => expires < today)
    .filter(({ check, at }) => findings.some((one) => one.check === check && (at ?? one.at) === one.at));
  return [...judged, ...expired.slice(0, 20).map(expiry)];
}

function preset(severity: Finding['severity'], name: ValidatePolicy['preset']): Finding['severity'] {
  return name === 'strict' && severity === 'warning' ? 'error' : severity;
}

function expiry({ check, at, expires, reason }: ValidatePolicy['ignore'][number]): Finding {
  return {
    check: 'ignore-expired',
    severity: 'warning',
    message: clipForeign(`\`${check}\` is no longer ignored since ${expires}: ${reason}`),
    at: at ?? null,
    fix: 'Mend it, or set a later date.',
  };
}
