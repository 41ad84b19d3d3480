/** A model whose every text is hostile, through the built commands: nothing of it does what it says. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { HOSTILE } from '../core/report/hostile.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, ROOT, run } from './run.ts';

// Half a surrogate pair has no form in UTF-8, in which a model's names are; a long name is refused (see below).
const TEXTS = [...HOSTILE, '__proto__', 'constructor'].filter(
  (text) => text !== '' && text.length < 5000 && !/\p{Cs}/u.test(text),
);

/** Every text as an input, an initializer, a node, an operator's domain, a dimension and metadata. */
function hostileModel(texts: readonly string[]): Uint8Array {
  return model(
    {
      name: texts[0]!,
      input: [
        value('x', DataType.FLOAT, ['n', 2]),
        ...texts.map((text) => value(text, DataType.FLOAT, [text, 2])),
      ],
      output: [value('y', DataType.FLOAT, ['n', 2])],
      initializer: texts.map((text, i) => tensor(`${text} ${i}`, Float32Array.of(Number.NaN), [1])),
      node: [
        node('Relu', ['x'], ['y']),
        ...texts.map((text, i) => ({
          ...node('Foo', ['x'], [`dead ${i}`]),
          opType: text,
          domain: text,
          name: text,
        })),
      ],
    },
    {
      producerName: texts[1]!,
      producerVersion: texts[2]!,
      metadataProps: texts.map((text) => ({ key: text, value: text })),
    },
  );
}

function written(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** What moves a cursor, turns the direction of writing, or cannot be seen; our own colours are off. */
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const COMMAND = /^\s*(::|##\[)/;
const OURS = /^::(error|warning|notice) title=[^:]*::|^::(group|endgroup)::/;

describe('a model whose every text is hostile', () => {
  it('is told of by the command line without a word that acts', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'm.onnx'), hostileModel(TEXTS));
    const reports = ['html', 'junit', 'sarif', 'openmetrics'].flatMap((kind) => ['--report', kind]);
    const args = ['validate', 'm.onnx', ...reports];
    const { code, stdout, stderr } = await run(join(DIST, 'cli.js'), args, { cwd });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.not.stringMatching(/^\s+at /m) });
    for (const text of [stdout, stderr]) {
      expect(text.split('\n').filter((line) => UNSEEN.test(line) || COMMAND.test(line))).toEqual([]);
    }
    const files = written(join(cwd, '.onnx-gate'));
    for (const [name, text] of files) {
      if (!name.endsWith('.md')) continue;
      expect(text.split('\n').filter((line) => UNSEEN.test(line) || COMMAND.test(line))).toEqual([]);
      const outsideCode = text.replace(/(`+)[^`].*?\1(?!`)/g, '');
      expect(outsideCode).not.toMatch(/@(everyone|octocat|org)|<(script|img|!--)|javascript:|!\[|#123/i);
    }
    const markup = TEXTS.filter((text) => /[<&]/.test(text));
    expect(markup.length).toBeGreaterThan(2);
    for (const name of ['report.html', 'junit.xml', 'report.sarif', 'metrics.txt']) {
      const text = files.get(name)!;
      expect(text.split('\n').filter((line) => UNSEEN.test(line))).toEqual([]);
      if (/html|xml/.test(name)) expect(markup.filter((one) => text.includes(one))).toEqual([]);
    }
    // Foreign words are in them, for all that.
    expect(files.get('junit.xml')).toContain('__proto__');
    expect(JSON.parse(files.get('report.sarif')!).runs[0].results).toHaveLength(1);
    const document = JSON.parse(files.get('m/validation.json')!);
    expect(document.findings.map(({ check }: { check: string }) => check)).toEqual(
      expect.arrayContaining(['opset-undeclared', 'name-text', 'dead-nodes', 'unused-initializers']),
    );
    expect(document.summary.metadata).toContainEqual({ key: '__proto__', value: '__proto__' });
  });

  it('gives a runner no command, output or annotation but ours', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'm.onnx'), hostileModel(TEXTS));
    for (const name of ['output', 'summary.md']) writeFileSync(join(cwd, name), '');
    writeFileSync(join(cwd, 'event.json'), '{}');
    const action = parse(readFileSync(join(ROOT, 'actions/validate/action.yml'), 'utf8'));
    const defaults = Object.entries<{ default?: string }>(action.inputs).map(
      ([name, { default: given = '' }]) => [`INPUT_${name.toUpperCase()}`, given],
    );
    const env = {
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      RUNNER_TEMP: cwd,
      GITHUB_OUTPUT: join(cwd, 'output'),
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
      GITHUB_EVENT_PATH: join(cwd, 'event.json'),
      ...Object.fromEntries(defaults),
      INPUT_CANDIDATE: 'm.onnx',
    };
    const main = join(ROOT, 'actions/validate', action.runs.main);
    const { code, stdout } = await run(main, [], { cwd, env });
    expect(code).toBe(1);
    const commands = stdout.split('\n').filter((line) => COMMAND.test(line));
    expect(commands.filter((line) => !OURS.test(line))).toEqual([]);
    expect(commands.length).toBeGreaterThan(0);
    const output = readFileSync(join(cwd, 'output'), 'utf8');
    const names = [...output.matchAll(/^(.+)<<ghadelimiter_/gm)].map(([, name]) => name!);
    expect(names.sort()).toEqual(['comment-file', 'out', 'verdict', 'verdict-file']);
    const summary = readFileSync(join(cwd, 'summary.md'), 'utf8');
    expect(summary.split('\n').filter((line) => UNSEEN.test(line))).toEqual([]);
  });

  it('is refused for a name of a megabyte, in a few words', async () => {
    const cwd = temporaryFolder();
    const long = model({ name: 'g', node: [{ ...node('Relu', ['x'], ['y']), name: 'n'.repeat(2 ** 20) }] });
    writeFileSync(join(cwd, 'm.onnx'), long);
    const { code, stdout } = await run(join(DIST, 'cli.js'), ['validate', 'm.onnx'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('more than 16384 bytes in one name');
    expect(stdout.length).toBeLessThan(5000);
  });
});
