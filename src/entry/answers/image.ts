import { createBuilders } from '../../adapters/engines/engines.ts';
import { readEvent } from '../../adapters/github/event.ts';
import { createLocalHost } from '../../adapters/hosts/local.ts';
import { layers } from '../../adapters/registry/layers.ts';
import { sourceDate } from '../../adapters/source-date.ts';
import { readBuiltFlags, readImageFlags } from '../../commands/image/flags.ts';
import { runPublishImage, runTagBuilt } from '../../commands/image/publish.ts';
import type { TagWish } from '../../commands/image/tagging.ts';
import { runFindModels } from '../../commands/models.ts';
import type { Image } from '../../core/documents/image.ts';
import { imageSpec } from '../../specs/image.ts';
import type { Inputs } from '../../specs/spec.ts';
import { parseCommandLine } from '../args.ts';
import { commitOf } from '../commit.ts';
import { type Context, createContext } from '../context.ts';
import { VERSION } from '../version.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args) => {
  const inputs = parseCommandLine(imageSpec, args);
  const host = createLocalHost(inputs);
  // Nothing here needs native parts.
  const context = createContext(host, { ...inputs, 'runtime-path': undefined, 'runtime-url': undefined });
  const image = await makeImage(inputs, context);
  const document = `${JSON.stringify(image, null, 2)}\n`;
  await context.files.write(`${inputs.out}/image.json`, document);
  for (const note of image.notes) host.report(note);
  host.print(inputs.format === 'json' ? document : told(image).join('\n'));
  return image.untagged === null ? 0 : 1;
};

async function makeImage(inputs: Inputs<typeof imageSpec>, context: Context): Promise<Image> {
  const builders = createBuilders({ env: process.env, report: context.host.report });
  const ports = { ...context, layers, builders };
  const tags: TagWish = {
    rules: inputs.tags,
    facts: {
      ref: process.env.GITHUB_REF ?? '',
      commit: readEvent(process.env).commit || (commitOf(process.env) ?? ''),
      defaultBranch: 'main',
      now: context.clock.now().toISOString(),
    },
    verdict: inputs.verdict ?? null,
  };
  if (inputs.built !== undefined) return runTagBuilt(readBuiltFlags(inputs), tags, ports);
  const request = readImageFlags(inputs);
  const wanted = { candidate: request.candidate, baseline: [], sameModel: false };
  const { candidate } = await runFindModels(wanted, context);
  return runPublishImage(
    request,
    {
      model: candidate,
      epoch: await sourceDate(process.env),
      machine: `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`,
      tags,
      toolVersion: VERSION,
    },
    ports,
  );
}

function told(image: Image): string[] {
  return [
    image.reference,
    `built by ${image.engine.name}: ${image.engine.why}`,
    ...image.tags.map((tag) => `tagged ${tag}`),
    ...(image.untagged === null ? [] : [`No tag was put. ${image.untagged}`]),
    `${image.uploadedBytes} bytes sent, ${image.reusedBytes} were there`,
  ];
}
