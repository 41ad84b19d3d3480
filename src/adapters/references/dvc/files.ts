import { parse } from 'yaml';
import { z } from 'zod';
import { Missing } from '../place.ts';

/** What DVC says of one tracked file or folder. */
export interface Output {
  readonly algorithm: 'md5';
  /** 32 hexadecimal digits; with `.dir` for a folder. */
  readonly hash: string;
  /** As DVC 3 lays objects out, or as DVC 2 did: without `hash: md5` it is an old entry. */
  readonly layout: 3 | 2;
  /** A remote of its own. */
  readonly remote: string | null;
}

const output = z.object({
  path: z.string(),
  md5: z.string().optional(),
  hash: z.string().optional(),
  remote: z.string().optional(),
});
/** A `.dvc` file has outputs, a `dvc.lock` stages with outputs (schema 2.0). */
const file = z.object({
  outs: z.array(output).optional(),
  wdir: z.string().optional(),
  stages: z.record(z.string(), z.object({ outs: z.array(output).optional() })).optional(),
});

/** The output that is `path`, or a folder above it. Null when the text describes neither. `path` is relative to the file. */
export function outputIn(
  text: string,
  path: string,
  name: string,
): { readonly output: Output; readonly inside: string | null } | null {
  const parsed = file.safeParse(yamlOf(text));
  if (!parsed.success)
    throw new Missing(`${name} is not understood as a DVC file`, 'Check it with `dvc status`.');
  const { outs = [], stages = {}, wdir = '.' } = parsed.data;
  const all = [
    ...outs.map((out) => ({ ...out, path: joined(wdir, out.path) })),
    ...Object.values(stages).flatMap(({ outs = [] }) => outs),
  ];
  for (const { path: tracked, md5, hash, remote } of all) {
    const inside =
      path === tracked ? null : path.startsWith(`${tracked}/`) ? path.slice(tracked.length + 1) : undefined;
    if (inside === undefined) continue;
    if (md5 === undefined || !/^[0-9a-f]{32}(\.dir)?$/.test(md5))
      throw new Missing(
        `${name} has no MD5 for ${tracked}: it is not kept in a DVC cache`,
        `Run \`dvc get . ${path}\` in a step before, and name the file.`,
      );
    if (md5.endsWith('.dir') !== (inside !== null))
      throw new Missing(
        inside === null ? `${tracked} is a folder` : `${tracked} is no folder`,
        'Name a file in the folder: dvc:FOLDER/FILE.',
      );
    const old = hash === undefined;
    return { output: { algorithm: 'md5', hash: md5, layout: old ? 2 : 3, remote: remote ?? null }, inside };
  }
  return null;
}

const joined = (folder: string, path: string) =>
  folder === '.' ? path : `${folder.replace(/\/$/, '')}/${path}`;

function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
