import { checkRun, format, githubToken, quiet } from './shared.ts';
import type { CommandSpec } from './spec.ts';

export const commentSpec = {
  name: 'comment',
  description: 'Merges the verdicts of any number of jobs into one comment on the pull request.',
  inputs: [
    {
      name: 'documents',
      kind: 'list',
      positional: true,
      description:
        'Folders with verdicts and documents; `.onnx-gate` when empty, and after `workflow_run` the artifacts of that run.',
    },
    {
      name: 'when',
      kind: 'choice',
      choices: ['always', 'on-change', 'on-failure', 'never'],
      default: 'on-change',
      description:
        'When to create a comment: `on-change` when a rule did not hold or a difference is not chance. One that exists is kept up to date.',
    },
    {
      name: 'mode',
      kind: 'choice',
      choices: ['update', 'recreate', 'hide-and-recreate', 'append'],
      default: 'update',
      description: 'What a new run does with the comment of the run before; jobs of one run share a comment.',
    },
    {
      name: 'leg',
      kind: 'string',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own expression.
      actionDefault: "${{ join(matrix.*, ', ') }}",
      description: 'Tells jobs that judge the same model apart, such as the values of a matrix.',
    },
    {
      name: 'artifact',
      kind: 'string',
      default: 'onnx-gate*',
      actionOnly: true,
      description: 'After `workflow_run`: names of the artifacts with documents; `*` stands for anything.',
    },
    {
      name: 'links',
      kind: 'lines',
      description: 'Links to show, one a line: an address, a blank, what to call it.',
    },
    checkRun,
    githubToken,
    {
      name: 'out',
      kind: 'string',
      default: '.onnx-gate',
      description: 'Folder for the comment as a file.',
    },
    format,
    quiet,
  ],
  outputs: [
    { name: 'verdict', description: '`pass`, `fail`, `inconclusive` or `error`: the worst of all.' },
    { name: 'comment-url', description: 'Address of the comment; empty when there is none.' },
    { name: 'comment-file', description: 'Path of the comment as Markdown.' },
  ],
  examples: ['comment', 'comment legs/linux legs/windows', 'comment --format json > verdict.json'],
} as const satisfies CommandSpec;
