import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/core/documents/verdict.ts';
import { sha256 } from '../adapters/references/tools.ts';
import { type Call, fakeRegistry, type Meddle, refuse, type Step } from '../adapters/registry/fake.ts';
import { verdict } from '../core/report/samples.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, run } from './run.ts';
import { step } from './step.ts';

const cli = join(DIST, 'cli.js');

async function push(meddle: Meddle, ...more: string[]) {
  const { host, manifests } = await fakeRegistry(meddle);
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'click.onnx'), logistic([1, -2]));
  const args = [
    'image',
    'click.onnx',
    '--to',
    `${host}/team/click`,
    ...more.map((one) => one.replace('HOST', host)),
  ];
  const env = { SOURCE_DATE_EPOCH: '1800000000', DOCKER_CONFIG: cwd, HOME: cwd };
  const { code, stderr, stdout } = await run(cli, args, { cwd, env });
  return { code, said: stderr.replaceAll(host, 'HOST').replace(/\s+/g, ' '), stdout, manifests };
}

const every =
  (step: Step, answer: (call: Call) => void): Meddle =>
  (call) => {
    if (call.step !== step) return false;
    call.request.resume();
    answer(call);
    return true;
  };

it.each<[string, Meddle, readonly string[], string, string]>([
  [
    'wants another login',
    every('head', ({ response }) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end()),
    [],
    'HOST refused reading team/click with 401.',
    'Log in with `docker login HOST`.',
  ],
  [
    'gives no right to write',
    every('begin', ({ response }) => refuse(response, 403, 'DENIED', 'access is denied')),
    [],
    'HOST refused writing team/click with 403: DENIED, access is denied.',
    'Give the account the right to write there.',
  ],
  [
    'is read-only',
    every('begin', ({ response }) => refuse(response, 405, 'UNSUPPORTED', 'The operation is unsupported.')),
    [],
    'HOST refused writing team/click with 405: UNSUPPORTED, The operation is unsupported.',
    'The registry takes no uploads: it is read-only, or a mirror. Push to another.',
  ],
  [
    'has a limit below the model',
    every('part', ({ response }) => response.writeHead(413).end()),
    [],
    'HOST refused writing team/click with 413.',
    'The registry takes no blobs of this size; raise its limit, or push to another.',
  ],
  [
    'is full',
    every('part', ({ response }) => response.writeHead(507).end()),
    [],
    'HOST refused writing team/click with 507.',
    'Make room there, or push to another registry.',
  ],
  [
    'gives another base than was asked for',
    every('get', ({ response }) => response.end('{}')),
    ['--base', `HOST/team/base@sha256:${'a'.repeat(64)}`],
    'team/base gave something else than was asked for: sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a.',
    `It should be sha256:${'a'.repeat(64)}. It was not used: find out who changed it.`,
  ],
])('a registry that %s', async (_, meddle, more, message, fix) => {
  const { code, said, stdout, manifests } = await push(meddle, ...more);
  expect(said).toContain(message);
  expect(said).toContain(fix);
  expect(said).not.toMatch(/ at \S+:\d+/);
  expect(stdout).toBe('');
  // What a registry refuses is the environment's fault; a base that is not what was pinned is the user's to look into.
  expect(code).toBe(more.length > 0 ? 2 : 3);
  expect([...manifests.keys()]).toEqual([]);
});

describe('the action', () => {
  const verdictOn = (model: Uint8Array, outcome: Verdict['verdict']) => {
    const candidate = { reference: 'click.onnx', digest: `sha256:${sha256(model)}`, bytes: model.length };
    const subjects = [{ model: 'click', candidate, baseline: null, holdout: null }];
    return JSON.stringify(verdict({ verdict: outcome, subjects, rules: [] }));
  };

  async function pushed(
    outcome: Verdict['verdict'],
    event: object = {},
    github: Record<string, string> = {},
  ) {
    const registry = await fakeRegistry();
    const cwd = temporaryFolder();
    const model = logistic([1, -2]);
    writeFileSync(join(cwd, 'click.onnx'), model);
    writeFileSync(join(cwd, 'verdict.json'), verdictOn(model, outcome));
    const inputs = {
      candidate: 'click.onnx',
      to: `${registry.host}/team/click`,
      verdict: 'verdict.json',
      tags: 'type=edge\ntype=sha\n1.2',
      labels: 'team=search\nowner=a=b',
    };
    const env = {
      GITHUB_REF: 'refs/heads/trunk',
      GITHUB_SHA: 'a'.repeat(40),
      SOURCE_DATE_EPOCH: '1800000000',
      DOCKER_CONFIG: cwd,
    };
    const made = await step('actions/image', inputs, cwd, event, { ...env, ...github });
    return { ...made, registry, name: `${registry.host}/team/click` };
  }

  it('pushes, tags, and says what and where in the words of docker/build-push-action', async () => {
    const { code, outputs, summary, registry, name } = await pushed('pass', {
      repository: { default_branch: 'trunk' },
    });
    expect(code).toBe(0);
    const digest = outputs.digest!;
    expect(outputs).toMatchObject({
      image: `${name}@${digest}`,
      tags: `${name}:edge\n${name}:1.2\n${name}:sha-aaaaaaa`,
      engine: 'append',
      'reused-bytes': '0',
      'image-file': '.onnx-gate/image.json',
    });
    expect(JSON.parse(outputs.metadata!)).toEqual({
      'image.name': name,
      'containerimage.digest': digest,
      'containerimage.config.digest': outputs.imageid,
    });
    const sent = [...registry.blobs.values()].reduce((sum, { length }) => sum + length, 0);
    expect(outputs['uploaded-bytes']).toBe(String(sent));
    const config = JSON.parse(String(registry.blobs.get(`team/click@${outputs.imageid}`)));
    expect(config.config.Labels).toMatchObject({ team: 'search', owner: 'a=b' });
    for (const tag of ['edge', '1.2', 'sha-aaaaaaa'])
      expect(`sha256:${sha256(registry.manifests.get(`team/click:${tag}`)!)}`).toBe(digest);
    expect(summary).toContain('## ✅ onnx-gate image');
    expect(summary).toContain(`\`${name}@${digest}\``);
  });

  it('a failed gate leaves an image without a tag, and fails the step', async () => {
    const { code, outputs, summary, annotations, registry } = await pushed('fail');
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ tags: '', digest: expect.stringMatching(/^sha256:/) });
    expect([...registry.manifests.keys()]).toEqual([`team/click@${outputs.digest}`]);
    expect(summary).toContain('## ❌ onnx-gate image');
    expect(annotations).toContainEqual(
      '::error::No tag was put. The verdict in verdict.json is `fail`, not `pass`.',
    );
  });

  it('builds nothing of a pull request where there are secrets', async () => {
    const { code, annotations, registry } = await pushed(
      'pass',
      {},
      { GITHUB_EVENT_NAME: 'pull_request_target' },
    );
    expect(code).toBe(2);
    expect(annotations[0]).toContain('On `pull_request_target` this job holds secrets');
    expect(registry.calls).toEqual([]);
  });
});
