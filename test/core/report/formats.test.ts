import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/core/documents/verdict.ts';
import { renderJunit } from '../../../src/core/report/junit.ts';
import { renderOpenMetrics } from '../../../src/core/report/open-metrics.ts';
import { safeText } from '../../../src/core/report/safe-text.ts';
import { toSarif } from '../../../src/core/report/sarif.ts';
import { HOSTILE } from './hostile.ts';
import { pageSample } from './page-sample.ts';
import { rule, SAMPLES, verdict } from './samples.ts';

const XML = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['testsuite', 'testcase'].includes(name),
  parseAttributeValue: false,
  processEntities: true,
});

const HEADED: Verdict = verdict({
  verdict: 'fail',
  exitCode: 1,
  rules: [
    rule({
      metric: 'auc',
      result: 'fail',
      delta: -0.02,
      reason: 'Worse.',
      at: { file: 'a b/onnx:gate.yml', line: 12, column: 7 },
    }),
    rule({ metric: 'logloss', result: 'inconclusive', reason: 'Too few rows.' }),
    rule({ metric: 'accuracy', result: 'fail', level: 'warn', reason: 'A warning.' }),
    rule({ metric: 'ndcg@10', result: 'skipped', reason: 'No groups.' }),
    rule({ metric: 'gauc', slice: 'region=3', result: 'pass' }),
  ],
  reasons: [{ model: 'conversion', code: 'file-kind', message: 'Not a model.' }],
});

describe('JUnit', () => {
  test('has a suite for each model and a case for each rule, with inconclusive as skipped', () => {
    const parsed = XML.parse(renderJunit(HEADED)) as {
      testsuites: {
        tests: string;
        failures: string;
        errors: string;
        skipped: string;
        testsuite: { name: string; testcase: Record<string, unknown>[] }[];
      };
    };
    expect(parsed.testsuites).toMatchObject({ tests: '6', failures: '1', errors: '1', skipped: '2' });
    const [suite] = parsed.testsuites.testsuite;
    expect(suite!.name).toBe('conversion');
    const kinds = suite!.testcase.map((one) => [
      one.name,
      Object.keys(one).filter((key) => !['name', 'classname', '#text'].includes(key)),
    ]);
    expect(kinds).toEqual([
      ['file-kind', ['error']],
      ['auc', ['failure']],
      ['logloss', ['skipped']],
      ['accuracy', ['system-out']],
      ['ndcg@10', ['skipped']],
      ['gauc on region=3', []],
    ]);
    expect(suite!.testcase[2]!.skipped).toMatchObject({ message: 'Inconclusive: Too few rows.' });
  });
});

describe('SARIF', () => {
  test('has a result on its line of the policy for each rule that is no plain pass', () => {
    const [run] = toSarif(HEADED).runs;
    expect(
      run!.results!.map(({ ruleId, level, ruleIndex }) => [
        ruleId,
        level,
        run!.tool.driver.rules![ruleIndex!]!.id,
      ]),
    ).toEqual([
      ['conversion/auc', 'error', 'conversion/auc'],
      ['conversion/logloss', 'warning', 'conversion/logloss'],
      ['conversion/accuracy', 'warning', 'conversion/accuracy'],
    ]);
    expect(run!.results![0]!.locations![0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'a%20b/onnx%3Agate.yml' },
      region: { startLine: 12, startColumn: 7 },
    });
    expect(run!.invocations![0]).toMatchObject({ executionSuccessful: true, exitCode: 1 });
    expect(run!.invocations![0]!.toolExecutionNotifications).toEqual([
      { level: 'error', message: { text: 'Not a model.' } },
    ]);
  });

  test('keeps the worst 5,000 and counts the rest', () => {
    const rules = Array.from({ length: 6000 }, (_, i) =>
      rule({ metric: 'auc', slice: `id=${i}`, result: i < 5999 ? 'inconclusive' : 'fail', reason: 'x' }),
    );
    const [run] = toSarif(verdict({ rules })).runs;
    expect(run!.results).toHaveLength(5000);
    expect(run!.results![0]!.ruleId).toBe('conversion/auc/id=5999');
    expect(run!.invocations![0]!.toolExecutionNotifications![0]!.message.text).toContain('1000 more');
  });
});

describe('OpenMetrics', () => {
  const text = renderOpenMetrics(HEADED);
  test('ends with EOF and has one block for each family', () => {
    expect(text.endsWith('\n# EOF\n')).toBe(true);
    const families = [...text.matchAll(/^# TYPE (\S+) gauge$/gm)].map(([, name]) => name);
    expect(new Set(families).size).toBe(families.length);
    expect(text).toContain('onnx_gate_verdict{verdict="fail"} 1\n');
    expect(text).toContain(
      'onnx_gate_metric_difference{model="conversion",metric="auc",slice="",bound="difference"} -0.02\n',
    );
    expect(text).toMatch(/^# UNIT onnx_gate_judged_timestamp_seconds seconds$/m);
  });
  test('takes the first of samples whose labels read the same', () => {
    const rules = [
      rule({ metric: 'auc', value: 1, result: 'pass' }),
      rule({ metric: 'auc\u200b', value: 2, result: 'pass' }),
    ];
    expect(renderOpenMetrics(verdict({ rules })).match(/onnx_gate_metric\{.*/g)).toEqual([
      'onnx_gate_metric{model="conversion",metric="auc",slice="",arm="candidate"} 1',
    ]);
  });
});

/** One sample as Prometheus' parser reads it: name, labels with escapes, number. */
const SAMPLE = /^[a-z_]+(\{([a-z]+="([^"\\\n]|\\[\\"n])*"(,|(?=\})))*\})? (NaN|[+-]Inf|-?[\d.e+-]+)$/;
const ALLOWED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const CASES = HOSTILE.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const);

describe.each(CASES)('hostile text %s', (_, text) => {
  const { verdict: judged } = pageSample(text, 8);
  test('is text again after reading JUnit', () => {
    const xml = renderJunit(judged);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toMatch(ALLOWED);
    expect([...new Set([...xml.matchAll(/<\/?([^\s>/?]+)/g)].map(([, tag]) => tag))].sort()).toEqual(
      expect.arrayContaining(['testcase', 'testsuite', 'testsuites']),
    );
    const { testsuites } = XML.parse(xml) as { testsuites: { testsuite: { name: string }[] } };
    expect(testsuites.testsuite[0]!.name.trim()).toBe(
      safeText(text.slice(0, 4096), 1000, 'middle') || '(empty)',
    );
  });
  test('is one line in OpenMetrics', () => {
    for (const line of renderOpenMetrics(judged).trimEnd().split('\n'))
      if (!line.startsWith('#')) expect(line).toMatch(SAMPLE);
  });
  test('is a string in SARIF, and no scheme', () => {
    const log = toSarif(judged);
    expect(JSON.parse(JSON.stringify(log))).toEqual(log);
    for (const { locations } of log.runs[0]!.results!)
      expect(locations![0]!.physicalLocation!.artifactLocation!.uri).not.toMatch(/^[a-z][a-z0-9+.-]*:/i);
  });
});

test('10,000 slices take no longer than their size', () => {
  const { verdict: judged } = pageSample('conversion', 10_000);
  expect(XMLValidator.validate(renderJunit(judged))).toBe(true);
  expect(toSarif(judged).runs[0]!.results).toHaveLength(5000);
  expect(renderOpenMetrics(judged).split('\n').length).toBeGreaterThan(10_000);
});

test.each([...SAMPLES])('sample %s is valid XML', (_, sample) => {
  expect(XMLValidator.validate(renderJunit(sample.verdict))).toBe(true);
});
