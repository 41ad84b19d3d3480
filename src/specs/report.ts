import { quiet } from './shared.ts';
import type { CommandSpec } from './spec.ts';

export const reportSpec = {
  name: 'report',
  description: 'Shows a verdict again, in any format, from the documents of a run. Judges nothing.',
  inputs: [
    {
      name: 'documents',
      kind: 'list',
      positional: true,
      description: 'Folders with `verdict.json` and the measurements, such as `.onnx-gate`.',
    },
    {
      name: 'format',
      kind: 'choice',
      choices: ['text', 'markdown', 'html', 'junit', 'sarif', 'openmetrics', 'json'],
      default: 'text',
      description: 'What is made of them.',
    },
    { name: 'output', kind: 'string', description: 'File to write; standard output when not given.' },
    {
      name: 'history',
      kind: 'string',
      description:
        'Past verdicts for a trend: a folder, a `.jsonl` file, or `branch:NAME`. Without documents, a page of all runs.',
    },
    { name: 'commit', kind: 'string', description: 'The commit that was judged, to be named in the report.' },
    quiet,
  ],
  outputs: [],
  examples: [
    'report .onnx-gate --format html --output report.html',
    'report shard-1 shard-2 --format junit --output junit.xml',
    'report --history history --format html --output history.html',
  ],
} as const satisfies CommandSpec;
