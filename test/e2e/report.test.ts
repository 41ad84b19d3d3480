/** The built `report` command, from the folders that the example's run left, in every format. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { DIST, exampleCopy, run } from './run.ts';

let cwd: string;
interface Rule {
  readonly model: string;
  readonly result: string;
}
let verdict: { readonly verdict: string; readonly rules: readonly Rule[] };

const cli = (...args: string[]) => run(join(DIST, 'cli.js'), args, { cwd });
const report = (format: string, ...more: string[]) =>
  cli('report', '.onnx-gate', '--format', format, ...more);

beforeAll(async () => {
  cwd = exampleCopy(mkdtempSync(join(tmpdir(), 'onnx-gate-test-')));
  const { code } = await cli('gate', '--history', 'past');
  expect(code).toBe(1);
  verdict = JSON.parse(readFileSync(join(cwd, '.onnx-gate/verdict.json'), 'utf8'));
}, 300_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const models = () => [...new Set(verdict.rules.map(({ model }) => model))];

describe('a failing run, shown again, ends with 0', () => {
  it.each(['text', 'markdown'])('as %s', async (format) => {
    const { code, stdout, stderr } = await report(format, '--commit', 'a'.repeat(40));
    expect([code, stderr]).toEqual([0, '']);
    for (const model of models()) expect(stdout).toContain(model);
    expect(stdout).toContain('aaaaaaaaaaaa');
  });

  it('as json', async () => {
    const { code, stdout } = await report('json');
    expect(code).toBe(0);
    const shown = JSON.parse(stdout);
    expect(shown.verdict).toEqual(verdict);
    expect(shown.documents.length).toBeGreaterThan(models().length);
  });

  it('as junit: a suite for each model, a case for each rule', async () => {
    const { code } = await report('junit', '--output', 'out/junit.xml');
    const text = readFileSync(join(cwd, 'out/junit.xml'), 'utf8');
    expect(code).toBe(0);
    expect(XMLValidator.validate(text)).toBe(true);
    const { testsuites } = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => ['testsuite', 'testcase'].includes(name),
    }).parse(text);
    type Suite = { '@_tests': string; '@_failures': string; testcase: { failure?: unknown }[] };
    const suites = testsuites.testsuite as Suite[];
    expect(suites).toHaveLength(models().length);
    for (const suite of suites) {
      expect(Number(suite['@_tests'])).toBe(suite.testcase.length);
      expect(Number(suite['@_failures'])).toBe(
        suite.testcase.filter(({ failure }) => failure !== undefined).length,
      );
    }
    expect(suites.reduce((sum, { testcase }) => sum + testcase.length, 0)).toBeGreaterThanOrEqual(
      verdict.rules.length,
    );
    expect(suites.some((suite) => Number(suite['@_failures']) > 0)).toBe(true);
  });

  it('as sarif: a result for what failed, on a line of the policy', async () => {
    const { code, stdout } = await report('sarif');
    expect(code).toBe(0);
    const log = JSON.parse(stdout) as Log;
    expect(log.version).toBe('2.1.0');
    const [{ results = [], tool }] = log.runs as [Log['runs'][number]];
    const failed = results.filter(({ level }) => level === 'error');
    expect(failed.length).toBe(verdict.rules.filter(({ result }) => result === 'fail').length);
    const known = new Set(tool.driver.rules?.map(({ id }) => id));
    for (const { ruleId, locations } of failed) {
      expect(known).toContain(ruleId);
      const place = locations![0]!.physicalLocation!;
      expect(place.artifactLocation!.uri).toBe('onnx-gate.yml');
      expect(place.region!.startLine).toBeGreaterThan(1);
    }
  });

  it('as openmetrics: each family described once, ended by EOF', async () => {
    const { code, stdout } = await report('openmetrics');
    expect(code).toBe(0);
    expect(stdout.endsWith('# EOF\n')).toBe(true);
    const families = [...stdout.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    expect(families.length).toBeGreaterThan(2);
    expect(new Set(families).size).toBe(families.length);
    for (const model of models()) expect(stdout).toContain(`model="${model}"`);
  });

  it('as html: one file that loads nothing, with the trend of past runs', async () => {
    const { code } = await report('html', '--output', 'report.html', '--history', 'past');
    const text = readFileSync(join(cwd, 'report.html'), 'utf8');
    expect(code).toBe(0);
    for (const model of models()) expect(text).toContain(model);
    expect(text).not.toMatch(/<(?:script|img|link|iframe)[^>]*\s(?:src|href)="(?!data:,)/);
    expect(text).toContain('<svg');
  });

  it('past runs alone are a page', async () => {
    const { code, stdout } = await cli('report', '--history', 'past', '--format', 'html');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/i);
  });
});

describe('what cannot be shown', () => {
  it.each([
    ['nothing named', ['report'], 'nothing to report on'],
    ['a folder without a verdict', ['report', 'models'], 'No verdict.json'],
    ['an unknown format', ['report', '.onnx-gate', '--format', 'pdf'], 'junit'],
    ['past runs as SARIF', ['report', '--history', 'past', '--format', 'sarif'], 'cannot be shown as sarif'],
  ])('%s', async (_, args, words) => {
    const { code, stderr } = await cli(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it('a damaged document is named with its field', async () => {
    const path = join(temporaryFolder(), 'verdict.json');
    writeFileSync(path, JSON.stringify({ ...verdict, verdict: 'splendid' }));
    const { code, stderr } = await cli('report', join(path, '..'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/verdict\.json is not an onnx-gate verdict document: verdict/);
  });
});
