import { execFile, execFileSync, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { bytesOf, faultOf, MODEL, reader, sha256 } from '../adapters/references/tools.ts';
import { DIST, exampleCopy, ROOT, run } from '../e2e/run.ts';
import { temporaryFolder } from '../temporary.ts';
import { needs } from './engine.ts';

const NAMED = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
const lazily = { ...process.env, GIT_LFS_SKIP_SMUDGE: '1', GIT_TERMINAL_PROMPT: '0' };
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', [...NAMED, ...args], { cwd, env: lazily, stdio: 'pipe' });

it('a checkout without its LFS files: the candidate is named as a pointer, a git baseline is fetched', async (context) => {
  needs(context, 'Git LFS', 'git', 'lfs', 'version');
  const origin = exampleCopy();
  git(origin, 'init', '-q', '-b', 'main');
  git(origin, 'lfs', 'install', '--local');
  git(origin, 'lfs', 'track', '*.onnx');
  git(origin, 'add', '.');
  git(origin, 'commit', '-qm', 'models in LFS');
  const clone = join(temporaryFolder(), 'clone');
  git(origin, 'clone', '-q', origin, clone);

  const cli = join(DIST, 'cli.js');
  const options = { cwd: clone, env: { ONNX_GATE_CACHE: temporaryFolder() } };
  const pointer = await run(cli, ['validate', 'models/candidate.onnx'], options);
  expect(pointer.stdout + pointer.stderr).toContain('models/candidate.onnx is a Git LFS pointer');
  expect(pointer.code).toBe(2);

  cpSync(join(ROOT, 'examples/sessions/models/candidate.onnx'), join(clone, 'models/candidate.onnx'));
  const args = ['validate', 'models/candidate.onnx', '--baseline', 'git:main:models/baseline.onnx'];
  const found = await run(cli, args, options);
  expect(found.stderr + found.stdout).toContain('git:main:models/baseline.onnx');
  expect(found.code).toBe(0);

  rmSync(join(origin, '.git/lfs'), { recursive: true });
  const gone = await run(cli, args, { cwd: clone, env: { ONNX_GATE_CACHE: temporaryFolder() } });
  const words = (gone.stdout + gone.stderr).replace(/\s+/g, ' ');
  expect(words).toContain('it is a Git LFS pointer, its file is not in the local store');
  expect(words).toContain('git lfs fetch');
  expect(gone.code).toBe(2);
});

const PASSWORD = `Basic ${Buffer.from('me:s3cret').toString('base64')}`;

/** `git http-backend` over real repositories, and an LFS server (batch API, basic transfers), both for who has the password. */
async function forge(root: string) {
  const objects = new Map<string, Buffer>();
  const batches: unknown[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const { pathname, search } = new URL(request.url!, 'http://forge');
    const oid = /^\/objects\/([0-9a-f]{64})$/.exec(pathname)?.[1];
    if (oid && request.method === 'PUT') return response.end(String(objects.set(oid, body).size));
    if (oid) return objects.has(oid) ? response.end(objects.get(oid)) : response.writeHead(404).end();
    if (request.headers.authorization !== PASSWORD)
      return response.writeHead(401, { 'www-authenticate': 'Basic realm="forge"' }).end();
    if (!pathname.endsWith('/info/lfs/objects/batch'))
      return cgi(root, pathname, search, request, body, response);
    const { operation, objects: wanted } = JSON.parse(body.toString());
    batches.push(operation);
    const base = `http://${request.headers.host}/objects`;
    const entry = ({ oid, size }: { oid: string; size: number }) =>
      operation === 'download' && !objects.has(oid)
        ? { oid, size, error: { code: 404, message: 'Object does not exist' } }
        : { oid, size, authenticated: true, actions: { [operation]: { href: `${base}/${oid}` } } };
    response.setHeader('content-type', 'application/vnd.git-lfs+json');
    response.end(JSON.stringify({ transfer: 'basic', objects: wanted.map(entry) }));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects, batches };
}

function cgi(
  root: string,
  path: string,
  search: string,
  { method, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
) {
  const child = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: method,
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      REMOTE_USER: 'me',
    },
  });
  child.stdin.end(body);
  void buffer(child.stdout).then((out) => {
    const end = out.indexOf('\r\n\r\n');
    for (const line of out.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(/:\s*(.*)/s);
      if (name.toLowerCase() === 'status') response.statusCode = Number(value.slice(0, 3));
      else response.setHeader(name, value);
    }
    response.end(out.subarray(end + 4));
  });
}

it('what the Git LFS client pushed to a server is fetched from it with git’s credentials', async (context) => {
  needs(context, 'Git LFS', 'git', 'lfs', 'version');
  const root = temporaryFolder();
  const { url, objects, batches } = await forge(root);
  git(root, 'init', '-q', '--bare', '-b', 'main', 'team.git');
  git(root, '-C', 'team.git', 'config', 'http.receivepack', 'true');
  const work = temporaryFolder();
  git(work, 'init', '-q', '-b', 'main');
  git(work, 'lfs', 'install', '--local');
  git(work, 'lfs', 'track', '*.onnx');
  writeFileSync(join(work, 'm.onnx'), MODEL);
  git(work, 'add', '.');
  git(work, 'commit', '-qm', 'model');
  git(work, 'remote', 'add', 'origin', `${url}/team.git`);
  const asked = ['-c', `http.${url}/.extraheader=AUTHORIZATION: ${PASSWORD}`];
  await promisify(execFile)('git', [...asked, 'push', '-q', 'origin', 'main'], { cwd: work, env: lazily });
  expect(objects.has(sha256(MODEL))).toBe(true);

  const clone = join(temporaryFolder(), 'clone');
  await promisify(execFile)('git', [...asked, 'clone', '-q', `${url}/team.git`, clone], { env: lazily });
  rmSync(join(clone, '.git/lfs'), { recursive: true, force: true });
  const before = process.cwd();
  process.chdir(clone);
  onTestFinished(() => process.chdir(before));

  const refused = await faultOf(reader().baseline('git:main:m.onnx'));
  expect(refused).toMatchObject({
    code: 'reference-unreachable',
    fix: expect.stringContaining('persist-credentials'),
  });

  // As actions/checkout leaves its token behind.
  git(clone, 'config', `http.${url}/.extraheader`, `AUTHORIZATION: ${PASSWORD}`);
  expect(bytesOf(await reader().baseline('git:main:m.onnx'))).toEqual(MODEL);

  git(clone, 'config', '--unset', `http.${url}/.extraheader`);
  git(clone, 'config', 'credential.helper', '!f() { echo username=me; echo password=s3cret; }; f');
  const { baseline, told } = reader();
  expect(bytesOf(await baseline('git:main:m.onnx'))).toEqual(MODEL);
  expect(JSON.stringify(told)).not.toContain('s3cret');
  expect(batches.filter((one) => one === 'download').length).toBeGreaterThanOrEqual(2);

  objects.clear();
  expect((await faultOf(reader().baseline('git:main:m.onnx'))).message).toContain(
    'Object does not exist (404)',
  );
});

it('a remote over ssh says where its Git LFS server is, and with what', async (context) => {
  needs(context, 'Git LFS', 'git', 'lfs', 'version');
  const root = temporaryFolder();
  const { url, objects } = await forge(root);
  // What stands behind ssh: git itself for git, and one answer for git-lfs-authenticate.
  const ssh = join(root, 'ssh');
  const log = join(root, 'log');
  writeFileSync(
    ssh,
    `#!/bin/sh
for command; do :; done
printf '%s\\n' "$*" >>${log}
case "$command" in
*git-lfs-authenticate*) echo '{"href": "${url}/team.git/info/lfs", "header": {"Authorization": "${PASSWORD}"}}' ;;
*git-lfs-transfer*) exit 127 ;;
*) cd ${root} && eval "$command" ;;
esac
`,
    { mode: 0o755 },
  );
  git(root, 'init', '-q', '--bare', '-b', 'main', 'team.git');
  const work = temporaryFolder();
  git(work, 'init', '-q', '-b', 'main');
  git(work, 'lfs', 'install', '--local');
  git(work, 'lfs', 'track', '*.onnx');
  writeFileSync(join(work, 'm.onnx'), MODEL);
  git(work, 'add', '.');
  git(work, 'commit', '-qm', 'model');
  git(work, 'remote', 'add', 'origin', 'git@forge.example:team.git');
  git(work, 'config', 'core.sshCommand', ssh);
  await promisify(execFile)('git', ['push', '-q', 'origin', 'main'], { cwd: work, env: lazily });
  expect(objects.has(sha256(MODEL))).toBe(true);

  rmSync(join(work, '.git/lfs'), { recursive: true });
  const before = process.cwd();
  process.chdir(work);
  onTestFinished(() => process.chdir(before));
  const { baseline, told } = reader();
  expect(bytesOf(await baseline('git:main:m.onnx'))).toEqual(MODEL);
  expect(readFileSync(log, 'utf8')).toContain('git@forge.example git-lfs-authenticate team.git download\n');
  expect(JSON.stringify(told)).not.toContain(PASSWORD);

  // A port, and a program of the environment, which comes first.
  git(work, 'remote', 'set-url', 'origin', 'ssh://git@forge.example:2222/team.git');
  expect(
    bytesOf(await reader({ GIT_SSH_COMMAND: `FROM=environment ${ssh} -v` }).baseline('git:main:m.onnx')),
  ).toEqual(MODEL);
  expect(readFileSync(log, 'utf8')).toContain(
    '-v -p 2222 git@forge.example git-lfs-authenticate /team.git download\n',
  );

  const refused = await faultOf(
    reader({ GIT_SSH_COMMAND: 'echo Permission denied. >&2; false' }).baseline('git:main:m.onnx'),
  );
  expect(refused).toMatchObject({
    code: 'reference-unreachable',
    message: expect.stringContaining(
      'git@forge.example does not say over ssh where its file is: Permission denied.',
    ),
    fix: expect.stringContaining('ssh-key'),
  });
});
