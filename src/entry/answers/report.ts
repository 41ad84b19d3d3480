import { files } from '../../adapters/files.ts';
import { createLocalHost } from '../../adapters/hosts/local.ts';
import { runReadLegs } from '../../commands/legs.ts';
import { fault } from '../../core/errors.ts';
import { reportSpec } from '../../specs/report.ts';
import { parseCommandLine } from '../args.ts';
import { filesIn } from '../document-files.ts';
import { FORMATS, type Format, renderRuns } from '../formats.ts';
import { readPast } from '../past.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args, terminal) => {
  const inputs = parseCommandLine(reportSpec, args);
  const host = createLocalHost(inputs);
  const { documents, history: place, format, output, commit } = inputs;
  if (documents.length === 0 && place === undefined) {
    throw fault('usage-invalid', 'There is nothing to report on.', {
      fix: 'Name the folder of a run, such as `.onnx-gate`, or past runs with `--history`.',
    });
  }
  const history = place === undefined ? [] : await readPast(place, host);
  const text =
    documents.length === 0
      ? await ofHistory(history, format)
      : await FORMATS[format](
          { ...(await runReadLegs(await filesIn(documents), '')), commit, history },
          terminal,
        );
  if (output === undefined) host.print(text);
  else await files.write(output, text);
};

async function ofHistory(history: Parameters<typeof renderRuns>[0], format: Format): Promise<string> {
  if (format === 'html') return renderRuns(history);
  if (format === 'json') return `${JSON.stringify(history, null, 2)}\n`;
  throw fault('usage-invalid', `Past runs alone cannot be shown as ${format}.`, {
    fix: 'Use `--format html` or `--format json`, or name the folder of a run too.',
  });
}
