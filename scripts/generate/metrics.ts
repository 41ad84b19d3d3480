/** docs/metrics.md: every metric that the table knows, with its conventions and presets. */
import type { MetricDefinition } from '../../src/core/metrics/prepared.ts';
import { PRESETS, type PresetRow } from '../../src/core/metrics/presets.ts';
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
\`ndcg@10[preset=lightgbm]\`; it goes with the metrics that the tool has. Which way is better: ↑ higher, ↓ lower, → nearer to the number.

${sections.join('\n\n')}

## Presets

| preset | task | metrics | sets |
| --- | --- | --- | --- |
${PRESETS.map(presetRow).join('\n')}

Where nothing is set, the defaults are what the tool does. \`ties=id_desc\` puts equal scores in descending order of the item's id,
compared byte by byte, as trec_eval does with documents: it needs the column of the item (\`holdout: { item: document_id }\`, or
\`--item\`), and so do the metrics of the catalogue. trec_eval before 10.0 compares scores as float32.

## Churn

How much the candidate's answers differ from the baseline's stands in \`churn\` of \`evaluation.json\`, in the report and on the
page; nothing is judged by it. It needs no metric and, but for the last line, no labels.

| field | what it is |
| --- | --- |
| \`flipRate\` | share of rows on the other side of the threshold 0.5; of binary tasks with probabilities |
| \`meanShift\`, \`maxShift\` | mean and greatest difference of a row's two scores, without sign |
| \`spearman\`, \`kendallTauB\` | rank correlations of the scores of all rows |
| \`overlap\` | share of the first 10 rows of a group that both models have there, mean over groups |
| \`rbo\` | rank-biased overlap with persistence 0.9 (Webber et al. 2010), mean over groups |
| \`firstChanged\` | share of groups whose first row is another one |
| \`winTieLoss\` | for each metric with a value per group: groups on which the candidate is better, equal and worse |
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
  items,
  at,
  defaultAt,
  conventions,
}: MetricDefinition): string {
  const better = direction === 'higher' ? '↑' : direction === 'lower' ? '↓' : `→ ${direction.target}`;
  const standard = defaultAt === null || !Number.isFinite(defaultAt) ? '' : `, ${defaultAt} by default`;
  const behind = at === 'none' ? '' : `${BEHIND[at]}${standard}`;
  const wants = [needs, ...(grouped ? ['groups'] : []), ...(items ? ['items'] : [])];
  const chosen = Object.entries(conventions).map(([key, values]) => code(`${key}=${values.join(' ')}`));
  return `| ${code(name)} | ${title} | ${better} | ${wants.join(', ')} | ${behind} | ${chosen.join(', ')} |`;
}

function presetRow({ preset, task, metrics, sets }: PresetRow): string {
  const set = Object.entries(sets).map(([key, value]) => code(`${key}=${value}`));
  return `| ${code(preset)} | ${task} | ${metrics.map(code).join(', ')} | ${set.join(', ')} |`;
}

const code = (text: string) => `\`${text}\``;
