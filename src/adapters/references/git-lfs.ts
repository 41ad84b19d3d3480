/** Git LFS: pointer files and the batch API (git-lfs/docs/spec.md, docs/api/batch.md and server-discovery.md). */
import { access, copyFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import querystring from 'node:querystring';
import { z } from 'zod';
import { gitCredential, maybeGit } from './git-command.ts';
import { askOverSsh } from './git-ssh.ts';
import { basic, digestOf, fetchFile, Missing, missing, readJson, type Tools } from './place.ts';

/** A pointer is under this size by its specification. */
export const POINTER_BYTES = 1024;
const MEDIA = 'application/vnd.git-lfs+json';

export interface Pointer {
  readonly oid: string;
  readonly size: number;
}

export function parsePointer(text: string): Pointer | null {
  if (!/^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(text)) return null;
  const oid = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  const size = /^size (\d+)$/m.exec(text)?.[1];
  return oid && size ? { oid, size: Number(size) } : null;
}

/** Path of the file: from our cache, the repository's own store, that of a remote on this disk, or the remote's server. */
export async function fetchFromLfs(pointer: Pointer, name: string, tools: Tools): Promise<string> {
  const digest = `sha256:${pointer.oid}` as const;
  const kept = await tools.blobs.find(digest, name);
  if (kept !== null) return kept;
  const remote = (await maybeGit('config', '--get', 'remote.pushDefault')) ?? 'origin';
  const address = await maybeGit('remote', 'get-url', remote);
  for (const store of await stores(address)) {
    const object = join(store, pointer.oid.slice(0, 2), pointer.oid.slice(2, 4), pointer.oid);
    const staged = await copied(object, tools);
    if (staged === null) continue;
    if ((await digestOf(staged)) === digest) return tools.blobs.keep(staged, digest, name);
    await rm(staged, { force: true });
  }
  return fromServer(await serverOf(remote, address, tools.env), pointer, name, tools);
}

/** Folders that may hold objects: ours, and the remote's where it is a folder. */
async function stores(address: string | null): Promise<string[]> {
  const common = await maybeGit('rev-parse', '--git-common-dir');
  const own = (await maybeGit('config', '--get', 'lfs.storage')) ?? 'lfs';
  const folder = address?.startsWith('file://') ? new URL(address).pathname : address;
  const local = folder && !/^[\w.+-]+:|^[^/]+@/.test(folder) ? [join(folder, '.git'), folder] : [];
  return [...(common ? [resolve(common, own)] : []), ...local.map((path) => join(path, 'lfs'))].map((path) =>
    join(path, 'objects'),
  );
}

async function copied(object: string, { blobs }: Tools): Promise<string | null> {
  const there = await access(object).then(
    () => true,
    () => false,
  );
  if (!there) return null;
  const staged = await blobs.stage();
  await copyFile(object, staged);
  return staged;
}

interface Server {
  readonly url: URL;
  readonly headers: Record<string, string>;
}

/** The LFS server, in the order that the specification gives, and what to show there from the start. */
async function serverOf(remote: string, address: string | null, env: NodeJS.ProcessEnv): Promise<Server> {
  const set =
    (await maybeGit('config', '--get', 'lfs.url')) ??
    (await maybeGit('config', '--get', `remote.${remote}.lfsurl`)) ??
    (await maybeGit('config', '-f', '.lfsconfig', '--get', 'lfs.url'));
  const text = set ?? (address && `${address.replace(/\/$/, '').replace(/(\.git)?$/, '.git')}/info/lfs`);
  if (text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) {
    const url = new URL(text);
    return { url, headers: await configured(url) };
  }
  const asked = await askOverSsh(set ?? address ?? '', env);
  if (asked) return asked;
  const where =
    text === null
      ? `there is no remote ${remote}`
      : `its remote ${remote} is reached neither over https nor over ssh`;
  throw new Missing(
    `it is a Git LFS pointer, its file is not in the local store, and ${where}`,
    'Run `git lfs fetch` for that revision first, or check out with `lfs: true`.',
  );
}

const batch = z.object({
  objects: z
    .array(
      z.object({
        authenticated: z.boolean().optional(),
        error: z.object({ code: z.number(), message: z.string() }).optional(),
        actions: z
          .object({
            download: z.object({ href: z.url(), header: z.record(z.string(), z.string()).optional() }),
          })
          .optional(),
      }),
    )
    .min(1),
});

const NEEDS =
  'Give git credentials for that host (`git credential fill` must know them; actions/checkout leaves them behind unless `persist-credentials: false`), with the right to read the repository.';

async function fromServer(
  server: Server,
  { oid, size }: Pointer,
  name: string,
  tools: Tools,
): Promise<string> {
  const url = new URL(server.url);
  url.username = url.password = '';
  url.pathname = `${url.pathname.replace(/\/$/, '')}/objects/batch`;
  const body = JSON.stringify({
    operation: 'download',
    transfers: ['basic'],
    objects: [{ oid, size }],
    hash_algo: 'sha256',
  });
  const ask = (authorization: Record<string, string>) =>
    tools.downloads.ask({
      url: url.href,
      headers: async () => ({ accept: MEDIA, 'content-type': MEDIA, ...authorization }),
      body,
    });
  let authorization = server.headers;
  let answer = await ask(authorization);
  if (!answer.ok && answer.status === 401) {
    const known = await gitCredential(url);
    if (known) {
      authorization = { authorization: basic(known.user, known.password) };
      answer = await ask(authorization);
    }
  }
  if (!answer.ok) throw missing(answer, NEEDS);
  const [object] = readJson(answer.text, batch, url).objects;
  if (object!.error)
    throw new Missing(
      `${url.host} says of ${name} in Git LFS: ${object!.error.message.slice(0, 200)} (${object!.error.code})`,
    );
  const download = object!.actions?.download;
  if (!download) throw new Missing(`${url.host} has no ${name} in Git LFS`);
  const same = new URL(download.href).origin === url.origin && !object!.authenticated;
  const headers = async () => ({ ...(same && authorization), ...download.header });
  const file = await fetchFile(
    tools,
    { url: download.href, headers, name, sha256: oid, maxBytes: size },
    NEEDS,
  );
  return file.path;
}

/** What the address or `http.<url>.extraheader` says, which is where actions/checkout leaves its token. */
async function configured(server: URL): Promise<Record<string, string>> {
  if (server.username) {
    const [user, password] = [server.username, server.password].map(querystring.unescape);
    return { authorization: basic(user!, password!) };
  }
  const header = await maybeGit('config', '--get-urlmatch', 'http.extraheader', server.href);
  const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(header ?? '') ?? [];
  return name && value ? { [name.toLowerCase()]: value } : {};
}
