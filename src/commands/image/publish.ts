/** A model and a repository → an image there, and tags when the gate has passed. */

import type { Digest } from '../../core/documents/common.ts';
import { parseDocument } from '../../core/documents/index.ts';
import type { Verdict } from '../../core/documents/verdict.ts';
import { fault, throwFaults } from '../../core/errors.ts';
import { type BuiltImage, MODEL_DIGEST, MODEL_NAME } from '../../core/image/build.ts';
import { makeTags, type TagFacts } from '../../core/image/tags.ts';
import type { Files, ModelFiles } from '../../ports.ts';
import { runRead } from '../examine.ts';
import { locationsOf } from '../gather-model.ts';
import type { LocalModel } from '../models.ts';
import { runBuildImage } from './build.ts';
import type { ImageRequest } from './flags.ts';
import type { ImagePorts } from './work.ts';

export interface PublishedImage extends BuiltImage {
  /** `registry/repository@sha256:…`. */
  readonly reference: string;
  readonly tags: readonly string[];
  /** Why there is no tag, though some were asked for; null otherwise. */
  readonly untagged: string | null;
}

interface Ports extends ImagePorts {
  readonly files: Files;
  readonly modelFiles: ModelFiles;
}

/** Rows that Triton may batch; it is told so in the layer's `config.pbtxt`. */
const MAX_BATCH = 1024;

export async function runPublishImage(
  request: ImageRequest,
  inputs: {
    readonly model: LocalModel;
    /** Seconds since 1970. */
    readonly epoch: number;
    readonly tags: readonly string[];
    readonly facts: Omit<TagFacts, 'model'>;
    /** Path of the verdict that tags need. */
    readonly verdict: string | null;
  },
  ports: Ports,
): Promise<PublishedImage> {
  const { model } = inputs;
  const digest = model.subject.digest as Digest;
  // Before anything is pushed: a rule that is wrong should not cost an upload.
  const tags = tagsOf(inputs.tags, { ...inputs.facts, model: digest.slice('sha256:'.length) });
  const blocked = tags.length === 0 ? null : await whyNot(inputs.verdict!, digest, ports);
  const identity = { [MODEL_DIGEST]: digest, [MODEL_NAME]: nameOf(request, model) };
  const built = await runBuildImage(
    {
      ...request,
      model: { ...(await layerModel(request, model, ports)), digest },
      platform: { os: 'linux', architecture: 'amd64' },
      epoch: inputs.epoch,
      labels: { ...identity, ...request.labels },
      annotations: { ...identity, ...request.annotations },
    },
    ports,
  );
  if (blocked === null && tags.length > 0) {
    const repository = ports.registries.open(request.target);
    const stored = await repository.manifest(built.digest);
    if (!stored)
      throw fault('registry-failed', `The registry no longer has ${built.digest}, which was just pushed.`, {
        fix: 'Look whether something cleans up untagged images, and try again.',
      });
    for (const tag of tags) await repository.put(stored.bytes, stored.mediaType, tag);
  }
  const { registry, repository } = request.target;
  return {
    ...built,
    reference: `${registry}/${repository}@${built.digest}`,
    tags: blocked === null ? tags : [],
    untagged: blocked,
  };
}

function tagsOf(rules: readonly string[], facts: TagFacts): readonly string[] {
  const made = makeTags(rules, facts);
  if (made.ok) return made.tags;
  throwFaults(made.faults.map((one) => ({ code: 'usage-invalid', ...one })));
  return [];
}

/** A verdict on another model says nothing of this one. */
async function whyNot(path: string, digest: string, { files }: Ports): Promise<string | null> {
  const parsed = parseDocument('verdict', new TextDecoder().decode(await files.read(path)), path);
  if (!parsed.ok) throwFaults(parsed.faults);
  const verdict = (parsed as { readonly document: Verdict }).document;
  if (verdict.verdict !== 'pass') return `The verdict in ${path} is \`${verdict.verdict}\`, not \`pass\`.`;
  const spoken = verdict.subjects.some(({ candidate }) => candidate?.digest === digest);
  return spoken ? null : `The verdict in ${path} is about other models: none of them is ${digest}.`;
}

async function layerModel(request: ImageRequest, model: LocalModel, { modelFiles }: Ports) {
  const folder = model.path.slice(0, model.path.search(/[^\\/]*$/));
  await using file = await modelFiles.open(model.path);
  const read = await runRead(file, { path: model.path, bytes: model.subject.bytes });
  if (!read)
    throw fault('model-rejected', `${model.path} is no ONNX model that can be read.`, {
      fix: 'See `onnx-gate validate` on it.',
    });
  const { inputs, outputs, parameters } = read.summary;
  const external = (await locationsOf(model.path, modelFiles)).map((location) => ({
    source: `${folder}${location}`,
    location,
  }));
  const name = nameOf(request, model);
  return {
    name,
    version: request.version,
    file: model.path,
    external,
    inputs,
    outputs,
    parameters,
    maxBatch: MAX_BATCH,
  };
}

/** As the name of a folder. */
function nameOf({ name, candidate }: ImageRequest, { path }: LocalModel): string {
  if (name !== null) return name;
  const stem = (candidate.endsWith('.onnx') ? candidate : path)
    .split(/[\\/:]/)
    .at(-1)!
    .replace(/\.onnx$/i, '');
  return (
    stem
      .replace(/[^A-Za-z0-9._-]/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 100) || 'model'
  );
}
