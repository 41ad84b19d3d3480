/** Expressions in rules for tags, such as `{{is_default_branch}}`. Source: docker/metadata-action's README, "Global expressions". */
import type { TagFacts } from './tags.ts';

const EXPRESSIONS: Readonly<Record<string, (facts: TagFacts) => string>> = {
  branch: ({ ref }) => /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? '',
  tag: ({ ref }) => /^refs\/tags\/(.+)$/.exec(ref)?.[1] ?? '',
  sha: ({ commit }) => commit.slice(0, 7),
  is_default_branch: ({ ref, defaultBranch }) => String(ref === `refs/heads/${defaultBranch}`),
};

/** Names that it does not know stay as they are: `{{version}}` belongs to `type=semver`. */
export function expand(text: string, facts: TagFacts): string {
  return text
    .replace(/\{\{\s*date\s+'([^']*)'\s*\}\}/g, (_, format: string) => dated(format, facts.now))
    .replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
      Object.hasOwn(EXPRESSIONS, name) ? EXPRESSIONS[name]!(facts) : whole,
    );
}

/** `YYYYMMDD-HHmmss`, in UTC. */
function dated(format: string, now: string): string {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = now.split(/[-T:.Z]/);
  const parts: Record<string, string> = {
    YYYY: year,
    MM: month,
    DD: day,
    HH: hour,
    mm: minute,
    ss: second,
  };
  return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => parts[part]!);
}
