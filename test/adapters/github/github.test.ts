import { describe, expect, it } from 'vitest';
import { createCheckRuns } from '../../../src/adapters/github/check-runs.ts';
import { createClient } from '../../../src/adapters/github/client.ts';
import { createCommentThread } from '../../../src/adapters/github/comments.ts';
import { startGithub } from '../../github/fake.ts';
import type { FakeGithub } from '../../github/server.ts';

const client = (github: FakeGithub, log: (message: string) => void = () => {}, second = 5) =>
  createClient({ token: 't', owner: 'octo', repo: 'shop', baseUrl: github.origin, log, second });
const add = (github: FakeGithub, body: string, part: { author?: string; minimized?: boolean } = {}) =>
  github.state.comments.push({
    id: github.state.nextId(),
    issue: 7,
    body,
    author: github.state.viewer,
    minimized: false,
    writes: 1,
    ...part,
  });

describe('comments', () => {
  it('are found by marker on any page, ours only, not the minimized, the oldest first', async () => {
    const github = await startGithub();
    for (let i = 0; i < 250; i++) add(github, `${i}`, { author: 'someone' });
    add(github, 'x <!-- mark -->');
    add(github, 'x <!-- mark -->', { author: 'mallory' });
    add(github, 'x <!-- mark -->', { minimized: true });
    add(github, 'y <!-- mark -->');
    const found = await createCommentThread(client(github), 7).find('<!-- mark -->');
    expect(found.map(({ body }) => body)).toEqual(['x <!-- mark -->', 'y <!-- mark -->']);
    expect(github.lines().filter((line) => line.startsWith('GET'))).toHaveLength(3);
  });

  it('are asked for while it is still being found out what to look for', async () => {
    const github = await startGithub();
    add(github, '<!-- mark -->');
    const asked = expect.poll(() => github.lines()).toEqual([expect.stringMatching(/^GET .*comments/)]);
    const marker = Promise.resolve(asked).then(() => '<!-- mark -->');
    expect(await createCommentThread(client(github), 7).find(marker)).toHaveLength(1);
  });

  it.each([
    ['a 502 whose comment was made', { status: 502, applied: true }],
    ['a 502 that made nothing', { status: 502 }],
    ['an answer that breaks off', { breaks: 'half-way' as const, applied: true }],
    ['a connection that breaks', { breaks: 'at-once' as const }],
    ['a connection that breaks when all is done', { breaks: 'at-once' as const, applied: true }],
  ])('are created once after %s', async (_, trouble) => {
    const github = await startGithub();
    github.troubles.push({ on: /^POST .*comments$/, times: 1, ...trouble });
    const made = await createCommentThread(client(github), 7).create('text\n<!-- mark -->');
    expect(github.state.comments.map(({ id, body }) => ({ id, body }))).toEqual([
      { id: made.id, body: 'text\n<!-- mark -->' },
    ]);
  });

  it.each([
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '1' }, message: 'Too many' }],
    [
      'a secondary limit',
      { status: 403, headers: { 'retry-after': '1' }, message: 'You have exceeded a secondary rate limit' },
    ],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['a broken connection', { breaks: 'at-once' as const }],
    ['half an answer', { breaks: 'half-way' as const }],
    ['a slow answer', { delay: 50 }],
  ])('are listed in spite of %s', async (_, trouble) => {
    const github = await startGithub();
    add(github, '<!-- mark -->');
    github.troubles.push({ on: /^GET/, times: 2, ...trouble });
    expect(await createCommentThread(client(github), 7).find('<!-- mark -->')).toHaveLength(1);
  });

  it('waits out a secondary limit of a creation, which nothing was made by', async () => {
    const github = await startGithub();
    const told: string[] = [];
    const limit = {
      status: 403,
      headers: { 'retry-after': '1' },
      message: 'You have exceeded a secondary rate limit',
    };
    github.troubles.push({ on: /^POST/, times: 1, ...limit });
    await createCommentThread(
      client(github, (message) => told.push(message)),
      7,
    ).create('text');
    expect(github.state.comments).toHaveLength(1);
    expect(told.join()).toContain('secondary rate limit was reached; trying again in 1 s');
  });

  it('names the missing permission', async () => {
    const github = await startGithub();
    github.troubles.push({
      on: /^POST/,
      times: 9,
      status: 403,
      message: 'Resource not accessible by integration',
    });
    await expect(createCommentThread(client(github), 7).create('text')).rejects.toMatchObject({
      faults: [
        {
          code: 'permission-missing',
          fix: expect.stringContaining('permissions: { contents: read, pull-requests: write }'),
        },
      ],
    });
    expect(github.requests).toHaveLength(1);
  });

  it('are gone quietly', async () => {
    const github = await startGithub();
    add(github, 'm');
    const [one] = await createCommentThread(client(github), 7).find('m');
    await one!.retire('delete');
    await one!.retire('delete');
    expect(await one!.read()).toBeNull();
  });
});

/** A busy machine needs its time, and whoever waits for the lock gives up after 600 of these. Milliseconds. */
const PATIENT = 50;

describe('the lock on a comment', () => {
  it('lets one in at a time, and the next when it is done or dead', async () => {
    const github = await startGithub();
    add(github, 'm');
    const [one] = await createCommentThread(
      client(github, () => {}, PATIENT),
      7,
    ).find('m');
    let inside = 0;
    const seen: number[] = [];
    const work = async (alone: boolean) => {
      expect(alone).toBe(true);
      seen.push(++inside);
      await new Promise((done) => setTimeout(done, 5));
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => one!.exclusively(work)));
    expect(seen).toEqual(Array(8).fill(1));
    github.state.reactions.push({
      id: 5,
      comment: one!.id,
      created: new Date(Date.now() - 120_000).toISOString(),
    });
    await one!.exclusively(work);
    expect(github.state.reactions).toEqual([]);
  });

  it('is let go when the work fails, and is not asked for where reactions are refused', async () => {
    const github = await startGithub();
    add(github, 'm');
    const [one] = await createCommentThread(client(github), 7).find('m');
    await expect(one!.exclusively(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(github.state.reactions).toEqual([]);
    github.troubles.push({
      on: /reactions/,
      times: 9,
      status: 403,
      message: 'Resource not accessible by integration',
    });
    expect(await one!.exclusively(async (alone) => alone)).toBe(false);
  });
});

describe('check runs', () => {
  it('carry 120 annotations in three requests, and end with the last', async () => {
    const github = await startGithub();
    const checks = createCheckRuns(client(github), 'a'.repeat(40), 'https://github.example/run');
    const id = await checks.start('onnx-gate');
    const annotations = Array.from({ length: 120 }, (_, i) => ({
      path: 'onnx-gate.yml',
      line: i + 1,
      level: 'failure' as const,
      title: 't',
      message: 'm',
    }));
    await checks.complete(id, { conclusion: 'failure', title: 'Failed', summary: 's', annotations });
    const [one] = github.state.checkRuns;
    expect(one).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(one!.annotations.map(({ start_line }) => start_line)).toEqual(annotations.map(({ line }) => line));
    expect(github.requests.slice(1).map(({ body }) => (body as { status?: string }).status)).toEqual([
      undefined,
      undefined,
      'completed',
    ]);
  });

  it('are started once when the answer is lost', async () => {
    const github = await startGithub();
    github.troubles.push({ on: /^POST/, times: 1, status: 502, applied: true });
    const id = await createCheckRuns(client(github), 'a'.repeat(40), 'https://github.example/run').start(
      'onnx-gate',
    );
    expect(github.state.checkRuns.map((one) => one.id)).toEqual([id]);
  });
});
