/** Flags of `image` → what is built. */
import { type Fault, throwFaults } from '../../core/errors.ts';
import type { EngineName, ImageKind } from '../../core/image/build.ts';
import type { Dockerfile } from '../../core/image/dockerfile.ts';
import { type ImageName, parseImageName } from '../../core/image/image-name.ts';
import { isPlatform } from '../../core/image/platforms.ts';
import { readNumber, wholeNumber } from '../number-flags.ts';
import { readDockerfile } from './dockerfile-flags.ts';

export interface ImageFlags {
  readonly candidate: string | undefined;
  readonly to: string | undefined;
  readonly kind: ImageKind | undefined;
  readonly base: string | undefined;
  readonly name: string | undefined;
  readonly version: string;
  readonly engine: 'auto' | EngineName;
  readonly file: string | undefined;
  readonly context: string;
  readonly target: string | undefined;
  readonly 'build-args': readonly string[];
  readonly secrets: readonly string[];
  readonly 'cache-from': readonly string[];
  readonly 'cache-to': readonly string[];
  readonly provenance: string;
  readonly sbom: string;
  readonly platforms: readonly string[];
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
  readonly tags: readonly string[];
  readonly verdict: string | undefined;
  readonly built: string | undefined;
}

export interface ImageRequest {
  readonly candidate: string;
  readonly target: ImageName;
  readonly kind: ImageKind;
  readonly dockerfile: Dockerfile | null;
  readonly engine: EngineName | null;
  readonly base: ImageName | null;
  /** Of the model; null: that of its file. */
  readonly name: string | null;
  readonly version: string;
  readonly platforms: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const MODEL_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Throws `usage-invalid` for every bad flag at once. */
export function readImageFlags(flags: ImageFlags): ImageRequest {
  const faults: Fault[] = [];
  const refuse = (message: string, fix: string) => faults.push({ code: 'usage-invalid', message, fix });
  const image = (flag: string, text: string): ImageName | null => {
    const parsed = parseImageName(text);
    if (parsed.ok) return parsed.name;
    refuse(`--${flag}: ${parsed.message}`, parsed.fix);
    return null;
  };
  if (flags.candidate === undefined)
    refuse('There is no model.', 'Name an ONNX file: `onnx-gate image model.onnx --to …`.');
  if (flags.to === undefined) refuse('`--to` is missing.', 'Write `--to ghcr.io/team/conversion`.');
  const target = flags.to === undefined ? null : image('to', flags.to);
  if (target && (target.tag !== null || target.digest !== null))
    refuse(
      `--to names a ${target.tag === null ? 'digest' : 'tag'}, and an image gets its digest from its content and its tags from --tag.`,
      'Write the repository alone.',
    );
  const base = flags.base === undefined ? null : image('base', flags.base);
  const serving = flags.base !== undefined || flags.file !== undefined;
  const kind = flags.kind ?? (serving ? 'serving' : 'model');
  if (kind === 'serving' && !serving)
    refuse(
      '`--kind serving` needs a base to put the model on.',
      'Name one with `--base`, or a Dockerfile with `--file`, or choose `--kind model`.',
    );
  const dockerfile = readDockerfile(flags, kind, refuse);
  if (kind !== 'serving' && flags.base !== undefined)
    refuse(`\`--kind ${kind}\` has no base.`, 'Leave out `--base`, or choose `--kind serving`.');
  if (flags.name !== undefined && !MODEL_NAME.test(flags.name))
    refuse(
      `--name is \`${flags.name.slice(0, 100)}\`, which cannot be the name of a folder.`,
      'Use letters, digits, `.`, `_` and `-`, 100 at most.',
    );
  const version = readNumber('version', flags.version, wholeNumber(1, Number.MAX_SAFE_INTEGER, '1'), faults);
  if (flags.tags.length > 0 && flags.verdict === undefined)
    refuse('Tags need a verdict that passes.', 'Add `--verdict .onnx-gate/verdict.json`.');
  for (const platform of flags.platforms.filter((one) => !isPlatform(one)))
    refuse(
      `--platforms has \`${platform.slice(0, 100)}\`, which is no platform.`,
      'Write it like `linux/amd64,linux/arm64`.',
    );
  if (kind === 'model' && flags.platforms.length > 1)
    refuse(
      '`--kind model` has one platform at most: the model is the same on all.',
      'Leave out `--platforms`.',
    );
  const labels = pairs('labels', flags.labels, faults);
  const annotations = pairs('annotations', flags.annotations, faults);
  throwFaults(faults);
  return {
    candidate: flags.candidate!,
    target: target!,
    kind,
    dockerfile,
    engine: flags.engine === 'auto' ? null : flags.engine,
    base,
    name: flags.name ?? null,
    version: String(version),
    platforms: flags.platforms,
    labels,
    annotations,
  };
}

function pairs(flag: string, lines: readonly string[], faults: Fault[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      if (at < 1)
        faults.push({
          code: 'usage-invalid',
          message: `--${flag} is \`${line.slice(0, 100)}\`; it must be \`key=value\`.`,
          fix: `Write it like \`--${flag} team=search\`.`,
        });
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** The path of the `image.json` that `--built` names. Throws `usage-invalid` when there is nothing to do with it. */
export function readBuiltFlags({ built, candidate, tags, verdict }: ImageFlags): string {
  const faults: Fault[] = [];
  if (candidate !== undefined)
    faults.push({
      code: 'usage-invalid',
      message: '`--built` names an image that is there, and a model asks for a new one.',
      fix: 'Leave out one of the two.',
    });
  if (tags.length === 0 || verdict === undefined)
    faults.push({
      code: 'usage-invalid',
      message: '`--built` is for tags, and they need a verdict that passes.',
      fix: 'Add `--tags 1.2 --verdict .onnx-gate/verdict.json`.',
    });
  throwFaults(faults);
  return built!;
}
