/** docs/metrics.md: every metric that the table knows, with its conventions and presets. */
import type { MetricDefinition } from '../../src/core/metrics/prepared.ts';
import { PRESET_NAMES, presetOf } from '../../src/core/metrics/presets.ts';
import { METRICS } from '../../src/core/metrics/table.ts';
import { USUAL_METRICS } from '../../src/core/metrics/usual.ts';

const TASKS = ['binary', 'multiclass', 'regression', 'ranking'] as const;

const BEHIND: Readonly<Record<MetricDefinition['at'], string>> = {
  none: '',
  count: 'a whole number',
  fraction: 'a share',
  threshold: 'a threshold',
};

export function metricsPage(): string {
  const sections = TASKS.map((task) => {
    const rows = METRICS.filter(({ tasks }) => tasks.includes(task)).map(rowOf);
    return `## ${task}\n\nUsual: ${USUAL_METRICS[task].map(code).join(', ')}.\n\n${HEAD}\n${rows.join('\n')}`;
  });
  return `# Metrics

Generated from \`src/core/metrics\` by \`npm run generate\`.

An id is \`name\`, \`name@number\` or either with conventions: \`ndcg@10[gain=exp2,ties=input]\`. The first value of a convention is
the default, and every report names the ones it used. A preset sets several at once to what a tool does:
\`ndcg@10[preset=lightgbm]\`. Which way is better: ↑ higher, ↓ lower, → nearer to the number.

${sections.join('\n\n')}

## Presets

| preset | sets |
| --- | --- |
${PRESET_NAMES.map(presetRow).join('\n')}

trec_eval breaks ties by document id, which a holdout does not have: \`ties=input\` gives its numbers for rows in descending
order of id.
`;
}

const HEAD =
  '| name | title | better | needs | behind @ | conventions |\n| --- | --- | --- | --- | --- | --- |';

function rowOf({
  name,
  title,
  direction,
  needs,
  grouped,
  at,
  defaultAt,
  conventions,
}: MetricDefinition): string {
  const better = direction === 'higher' ? '↑' : direction === 'lower' ? '↓' : `→ ${direction.target}`;
  const standard = defaultAt === null || !Number.isFinite(defaultAt) ? '' : `, ${defaultAt} by default`;
  const behind = at === 'none' ? '' : `${BEHIND[at]}${standard}`;
  const chosen = Object.entries(conventions).map(([key, values]) => code(`${key}=${values.join(' ')}`));
  return `| ${code(name)} | ${title} | ${better} | ${grouped ? `${needs}, groups` : needs} | ${behind} | ${chosen.join(', ')} |`;
}

/** What the preset really changes, over all metrics: a key that no metric has is not shown. */
function presetRow(preset: string): string {
  const sets = METRICS.flatMap(({ conventions }) => Object.entries(presetOf(preset, conventions)));
  const distinct = new Set(sets.map(([key, value]) => code(`${key}=${value}`)));
  return `| ${code(preset)} | ${[...distinct].join(', ')} |`;
}

const code = (text: string) => `\`${text}\``;
