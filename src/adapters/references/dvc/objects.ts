import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { FileRequest } from '../../../ports.ts';
import { basic, choose, digestOf, fetchFile, jsonOf, Missing, type Tools } from '../place.ts';
import { S3_NEEDS, s3Request } from '../s3.ts';
import type { DvcConfig } from './config.ts';
import type { Output } from './files.ts';

/** A folder: what lies in it, by relative path. */
const listing = z.array(z.object({ md5: z.string().regex(/^[0-9a-f]{32}$/), relpath: z.string() }));

/** Path of the data. `inside` is a path within a tracked folder, whose listing is an object itself. */
export async function objectOf(
  output: Output,
  inside: string | null,
  name: string,
  config: DvcConfig,
  tools: Tools,
): Promise<string> {
  const get = (hash: string) => fromCacheOrRemote({ ...output, hash }, name, config, tools);
  if (inside === null) return get(output.hash);
  const parsed = listing.safeParse(jsonOf(await readFile(await get(output.hash), 'utf8')));
  if (!parsed.success) throw new Missing(`the listing ${output.hash} is not understood`);
  const path = choose(
    inside,
    parsed.data.map(({ relpath }) => relpath),
    'the tracked folder',
    '',
  );
  return get(parsed.data.find(({ relpath }) => relpath === path)!.md5);
}

/** DVC 3 keeps objects in `files/md5`, DVC 2 kept them at the top. */
const place = ({ hash, layout }: Output) =>
  `${layout === 3 ? 'files/md5/' : ''}${hash.slice(0, 2)}/${hash.slice(2)}`;

async function fromCacheOrRemote(
  output: Output,
  name: string,
  config: DvcConfig,
  tools: Tools,
): Promise<string> {
  const local = await copied(join(config.cache, place(output)), output, name, tools);
  if (local !== null) return local;
  const called = output.remote ?? config.remote;
  const remote = called === null ? undefined : config.remotes.get(called);
  if (remote?.url === undefined) {
    const known = [...config.remotes.keys()].join(', ');
    throw new Missing(
      `it is not in the DVC cache ${config.cache}, and ${called === null ? 'no remote is set' : `the remote ${called} is not configured`}${known && ` (there are ${known})`}`,
      'Set one with `dvc remote add --default NAME URL`, or run `dvc pull` before.',
    );
  }
  const { url } = remote;
  if (/^(file:\/\/|[/\\]|[A-Za-z]:[/\\])/.test(url)) {
    const found = await copied(join(url.replace(/^file:\/\//, ''), place(output)), output, name, tools);
    if (found === null)
      throw new Missing(
        `neither the DVC cache nor the remote ${called} has ${output.hash}`,
        'Run `dvc push` where the data is.',
      );
    return found;
  }
  const md5 = output.hash.replace('.dir', '');
  const { request, needs } = await requestFor(called!, remote, place(output), tools);
  const { path } = await fetchFile(tools, { ...request, name, md5 }, needs);
  return path;
}

/** A copy of an object in a folder, checked; null when there is none, or a damaged one. */
async function copied(
  object: string,
  { hash }: Output,
  name: string,
  { blobs }: Tools,
): Promise<string | null> {
  const there = await access(object).then(
    () => true,
    () => false,
  );
  if (!there) return null;
  const staged = await blobs.stage();
  try {
    await copyFile(object, staged);
    const md5 = createHash('md5');
    await pipeline(createReadStream(staged), md5);
    return md5.digest('hex') === hash.replace('.dir', '')
      ? await blobs.keep(staged, await digestOf(staged), name)
      : null;
  } finally {
    await rm(staged, { force: true });
  }
}

type Remote = Readonly<Record<string, string>>;

async function requestFor(
  called: string,
  remote: Remote,
  object: string,
  { env }: Tools,
): Promise<{ readonly request: Omit<FileRequest, 'name'>; readonly needs: string }> {
  const url = `${remote.url!.replace(/\/$/, '')}/${object}`;
  if (url.startsWith('s3://')) {
    const bucket = {
      endpoint: remote.endpointurl,
      region: remote.region,
      profile: remote.profile,
      accessKeyId: remote.access_key_id,
      secretAccessKey: remote.secret_access_key,
      sessionToken: remote.session_token,
    };
    return { request: await s3Request(url, bucket, env), needs: S3_NEEDS };
  }
  if (/^https?:\/\//.test(url)) {
    const { user, password = '', custom_auth_header: custom } = remote;
    const authorization: Record<string, string> =
      custom !== undefined
        ? { [custom.toLowerCase()]: password }
        : user !== undefined
          ? { authorization: basic(user, password) }
          : {};
    const needs = `Put user and password of the remote ${called} into .dvc/config.local: \`dvc remote modify --local ${called} user NAME\`.`;
    return { request: { url, headers: async () => authorization }, needs };
  }
  throw new Missing(
    `the remote ${called} is at ${url.split('://')[0]}://, which is not read from here (file, http, https and s3 are)`,
    'Run `dvc pull` in a step before, and name the file.',
  );
}
