import { z } from 'zod';
import { expecting, text } from '../values.ts';

const written = (file: string) =>
  expecting(z.boolean(), '`true` or `false`', true)
    .default(false)
    .describe(`Whether \`${file}\` is written.`);

/** What is written beside the documents and the comment. */
export const report = expecting(
  z.strictObject({
    html: written('report.html'),
    junit: written('junit.xml'),
    sarif: written('report.sarif'),
    openmetrics: written('metrics.txt'),
    history: text('a folder, a `.jsonl` file or `branch:NAME`', 'history')
      .optional()
      .describe(
        'Where each verdict is appended: a folder, a `.jsonl` file, or `branch:NAME` of this repository.',
      ),
  }),
  'a group of keys, one for each kind of report',
  { html: true, junit: true },
);

export const NO_REPORTS = { html: false, junit: false, sarif: false, openmetrics: false };
