/** A model into a registry, from inputs to `image.json`: what the command and the action share. */
import { createBuilders } from '../adapters/engines/engines.ts';
import { readEvent } from '../adapters/github/event.ts';
import type { Host } from '../adapters/hosts/host.ts';
import { layers } from '../adapters/registry/layers.ts';
import { sourceDate } from '../adapters/source-date.ts';
import { readBuiltFlags, readImageFlags } from '../commands/image/flags.ts';
import { runPublishImage, runTagBuilt } from '../commands/image/publish.ts';
import type { TagWish } from '../commands/image/tagging.ts';
import { runFindModels } from '../commands/models.ts';
import type { Image } from '../core/documents/image.ts';
import type { imageSpec } from '../specs/image.ts';
import type { Inputs } from '../specs/spec.ts';
import { commitOf } from './commit.ts';
import { createContext } from './context.ts';
import { VERSION } from './version.ts';

type ImageInputs = Inputs<typeof imageSpec>;

/** `file`: where the document was written. */
export async function image(
  inputs: ImageInputs,
  host: Host,
): Promise<{ readonly image: Image; readonly json: string; readonly file: string }> {
  // Nothing here needs native parts.
  const context = createContext(host, { ...inputs, 'runtime-path': undefined, 'runtime-url': undefined });
  const builders = createBuilders({ env: process.env, report: host.report });
  const ports = { ...context, layers, builders };
  const tags = tagWish(inputs, context.clock.now());
  const made =
    inputs.built === undefined
      ? await built(inputs, tags, ports)
      : await runTagBuilt(readBuiltFlags(inputs), tags, ports);
  const json = `${JSON.stringify(made, null, 2)}\n`;
  const file = `${inputs.out}/image.json`;
  await context.files.write(file, json);
  return { image: made, json, file };
}

async function built(
  inputs: ImageInputs,
  tags: TagWish,
  ports: Parameters<typeof runPublishImage>[2] & Parameters<typeof runFindModels>[1],
): Promise<Image> {
  const request = readImageFlags(inputs);
  const wanted = { candidate: request.candidate, baseline: [], sameModel: false };
  const { candidate: model } = await runFindModels(wanted, ports);
  const machine = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const epoch = await sourceDate(process.env);
  return runPublishImage(request, { model, epoch, machine, tags, toolVersion: VERSION }, ports);
}

function tagWish({ tags, verdict }: ImageInputs, now: Date): TagWish {
  const event = readEvent(process.env);
  return {
    rules: tags,
    facts: {
      ref: process.env.GITHUB_REF ?? '',
      commit: event.commit || (commitOf(process.env) ?? ''),
      defaultBranch: event.defaultBranch,
      now: now.toISOString(),
    },
    verdict: verdict ?? null,
  };
}
