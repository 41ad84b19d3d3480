import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { ROOT, run } from './run.ts';

/** Expressions of action.yml's defaults, as the runner would evaluate them here. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  '${{ github.token }}': 'a-token',
  "${{ join(matrix.*, ', ') }}": '',
};

/** What the runner makes of a step: every input of action.yml as a variable, with its default. */
export async function step(
  folder: string,
  inputs: Readonly<Record<string, string>>,
  cwd: string,
  event: object = {},
  github: Readonly<Record<string, string>> = {},
  file: 'main' | 'post' = 'main',
) {
  const action = parse(readFileSync(join(ROOT, folder, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
    runs: { main: string; post: string };
  };
  for (const name of Object.keys(inputs)) expect(Object.keys(action.inputs)).toContain(name);
  const files = {
    GITHUB_OUTPUT: 'output',
    GITHUB_STATE: 'state',
    GITHUB_STEP_SUMMARY: 'summary.md',
    GITHUB_EVENT_PATH: 'event.json',
  };
  for (const name of ['output', 'state', 'summary.md']) writeFileSync(join(cwd, name), '');
  writeFileSync(join(cwd, 'event.json'), JSON.stringify(event));
  const env = {
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    RUNNER_TEMP: cwd,
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(cwd, file)])),
    ...Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: standard = '' }]) => [
        `INPUT_${name.toUpperCase()}`,
        inputs[name] ?? EXPRESSIONS[standard] ?? standard,
      ]),
    ),
    ...github,
  };
  const ended = await run(join(ROOT, folder, action.runs[file]), [], { cwd, env });
  return {
    ...ended,
    outputs: valuesOf(readFileSync(join(cwd, 'output'), 'utf8')),
    state: valuesOf(readFileSync(join(cwd, 'state'), 'utf8')),
    summary: readFileSync(join(cwd, 'summary.md'), 'utf8'),
    annotations: ended.stdout.split('\n').filter((line) => /^::(error|warning|notice)/.test(line)),
  };
}

/** `name<<delimiter`, value, delimiter. */
function valuesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+)<<(ghadelimiter_.+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
      name!,
      value!,
    ]),
  );
}
