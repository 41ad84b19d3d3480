import { readEvent } from '../../adapters/github/event.ts';
import { createLocalHost } from '../../adapters/hosts/local.ts';
import { layers } from '../../adapters/registry/layers.ts';
import { sourceDate } from '../../adapters/source-date.ts';
import { readImageFlags } from '../../commands/image/flags.ts';
import { runPublishImage } from '../../commands/image/publish.ts';
import { runFindModels } from '../../commands/models.ts';
import { imageSpec } from '../../specs/image.ts';
import { parseCommandLine } from '../args.ts';
import { commitOf } from '../commit.ts';
import { createContext } from '../context.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args) => {
  const inputs = parseCommandLine(imageSpec, args);
  const request = readImageFlags(inputs);
  const host = createLocalHost(inputs);
  // Nothing here needs native parts.
  const context = createContext(host, { ...inputs, 'runtime-path': undefined, 'runtime-url': undefined });
  const wanted = { candidate: request.candidate, baseline: [], sameModel: false };
  const { candidate } = await runFindModels(wanted, context);
  const image = await runPublishImage(
    request,
    {
      model: candidate,
      epoch: await sourceDate(process.env),
      tags: inputs.tag,
      facts: {
        ref: process.env.GITHUB_REF ?? '',
        commit: readEvent(process.env).commit || (commitOf(process.env) ?? ''),
        defaultBranch: 'main',
        now: context.clock.now().toISOString(),
      },
      verdict: inputs.verdict ?? null,
    },
    { ...context, layers },
  );
  const document = `${JSON.stringify(image, null, 2)}\n`;
  await context.files.write(`${inputs.out}/image.json`, document);
  for (const note of image.notes) host.report(note);
  const told = [
    image.reference,
    ...image.tags.map((tag) => `tagged ${tag}`),
    ...(image.untagged === null ? [] : [`No tag was put. ${image.untagged}`]),
    `${image.uploadedBytes} bytes sent, ${image.reusedBytes} were there`,
  ];
  host.print(inputs.format === 'json' ? document : told.join('\n'));
  return image.untagged === null ? 0 : 1;
};
