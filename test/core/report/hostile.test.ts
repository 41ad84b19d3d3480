import { describe, expect, test } from 'vitest';
import type { Validation } from '../../../src/core/documents/validation.ts';
import {
  comparison as comparisonSchema,
  summary as summarySchema,
} from '../../../src/core/documents/validation.ts';
import { comparisonSentences } from '../../../src/core/onnx/compare/sentences.ts';
import { summarize } from '../../../src/core/onnx/summary/summarize.ts';
import { toAnnotations } from '../../../src/core/report/annotations.ts';
import { widthOf } from '../../../src/core/report/columns.ts';
import { renderFaults } from '../../../src/core/report/faults.ts';
import { renderGraphSvg } from '../../../src/core/report/graph-svg.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../../src/core/report/markdown.ts';
import { PLAIN_PALETTE } from '../../../src/core/report/palette.ts';
import { safeName } from '../../../src/core/report/safe-text.ts';
import { renderText } from '../../../src/core/report/text.ts';
import { HOSTILE } from './hostile.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { rule, SAMPLES, type Sample } from './samples.ts';

const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u;
const OURS = new Set(['<details>', '</details>', '<summary>How this was measured</summary>']);

/** The failing sample with one foreign text in every place that takes one. */
function withText(text: string): Sample {
  const { verdict, measurements } = SAMPLES.get('latency')!;
  const digest = verdict.subjects[0]!.candidate!.digest;
  const subject = { reference: text, digest, bytes: 1 };
  const at = { file: text, line: 1, column: 1 };
  const short = text.slice(0, 40);
  const interval = { lower: -0.2, upper: -0.1, confidence: 0.95, method: short };
  return {
    verdict: {
      ...verdict,
      tool: { name: 'onnx-gate', version: short },
      rules: [
        rule({
          model: text,
          metric: text,
          slice: text,
          result: 'fail',
          value: 1,
          baseline: 1,
          delta: -0.1,
          interval,
          margin: 0.01,
          reason: text,
          at,
        }),
        rule({ model: text, metric: text, result: 'inconclusive', reason: text }),
        rule({ model: text, metric: text, result: 'skipped', reason: text }),
        rule({ model: text, metric: 'auc', result: 'pass', mde: 0.1, interval }),
      ],
      subjects: [
        { model: text, candidate: subject, baseline: subject, holdout: { source: text, digest, rows: 5 } },
      ],
      policy: { path: text, digest },
      reasons: [
        { model: null, code: short, message: text },
        { model: text, code: 'file-kind', message: `Before ${text} after.` },
      ],
    },
    measurements: measurements.map((document) => ({
      ...document,
      model: text,
      ...(document.schema === 'onnx-gate/validation/v1' && {
        runtime: { name: short, version: short },
        findings: [
          { check: short, severity: 'warning' as const, message: text, at: text, fix: text, details: text },
          { check: short, severity: 'error' as const, message: `Before ${text} after.`, at: text, fix: text },
        ],
        ...hostileModel(text),
      }),
      ...(document.schema === 'onnx-gate/evaluation/v1' && {
        metrics: document.metrics.map((one) => ({ ...one, convention: text })),
      }),
      ...(document.schema === 'onnx-gate/benchmark/v1' && {
        environment: { ...document.environment, cpu: text, platform: short, node: short },
      }),
    })),
  };
}

/** What `validate` takes from a model: its names in the summary and in the comparison. */
function hostileModel(text: string): Pick<Validation, 'summary' | 'comparison' | 'minimumRuntime'> {
  const name = text.slice(0, 4096);
  const facts = summarize({
    irVersion: 8,
    opsets: [{ domain: text, version: 17 }],
    producer: { name: text, version: text },
    metadata: [{ key: text, value: text }],
    inputs: [{ name: text, type: 'float32', shape: [text] }],
    outputs: [{ name: text, type: 'float32', shape: [text] }],
    values: new Map(),
    nodes: [{ name: text, operator: text, inputs: [text], outputs: [text], ints: () => null }],
    operators: new Map([[text, 1]]),
    weights: [],
  });
  const both = { candidate: 1, baseline: 1 };
  const comparison = {
    compatibility: 'breaking' as const,
    signature: [{ level: 'breaking' as const, message: name, at: name }],
    bytes: both,
    parameters: both,
    nodes: both,
    multiplyAdds: both,
    irVersion: both,
    producer: { candidate: facts.producer, baseline: { name: '', version: '' } },
    quantization: { candidate: facts.quantization, baseline: facts.quantization },
    opsets: [{ domain: name, candidate: 1, baseline: null }],
    operators: [{ operator: name, candidate: 1, baseline: 0 }],
    weights: { added: 1, removed: 0, changed: 0, same: 0, unread: 0, list: [] },
    outputs: {
      on: 'holdout' as const,
      rows: 1,
      list: [{ name, differing: 1, absolute: null, relative: null, ulp: null, incomparable: 1 }],
      notes: [name],
    },
  };
  return {
    summary: facts,
    comparison: { ...comparison, sentences: comparisonSentences(comparison) },
    minimumRuntime: { name: text.slice(0, 40), version: text.slice(0, 40), reason: text.slice(0, 400) },
  };
}

const CASES = HOSTILE.map((text) => [JSON.stringify(text.slice(0, 50)), text] as const);

describe.each(CASES)('%s', (_, text) => {
  const { verdict, measurements } = withText(text);

  test('stays code in Markdown and reads back the same', () => {
    const markdown = renderMarkdown(verdict, measurements, { full: text, commit: text });
    const { nodes, rows } = parseMarkdown(markdown);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(COMMENT_BYTES);
    expect(markdown).not.toMatch(UNSEEN);
    // In a table no Markdown can write a backslash before a pipe; a blank parts them.
    const name = safeName(text).replace(/\\(?=\|)/g, '\\ ');
    expect(rows.map(([first]) => first)).toEqual([`${name} on ${name}`, name, name, 'auc']);
    for (const node of nodes) {
      if (node.type === 'html') expect(OURS).toContain(node.value);
      expect([
        'link',
        'image',
        'linkReference',
        'imageReference',
        'definition',
        'footnoteDefinition',
        'emphasis',
        'delete',
      ]).not.toContain(node.type);
      if (node.type === 'text') expect(node.value).not.toMatch(/[@#$`<|]\w|:\/\/|www\.|gh-\d|[0-9a-f]{40}/i);
      if (node.type === 'heading') expect([2, 3]).toContain(node.depth);
    }
  });

  test.each([80, 120])('stays within %i columns of a terminal and commands nothing', (width) => {
    const shown = renderText(verdict, measurements, {
      palette: PLAIN_PALETTE,
      width,
      commit: text,
      files: [text],
    });
    const [body] = shown.split('\nWritten\n');
    expect(shown).not.toMatch(UNSEEN);
    expect(shown).not.toMatch(/^\s*::|##\[/m);
    for (const line of body!.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  test('is bounded in the document, and harmless in the drawing', () => {
    const document = measurements.find((one) => one.schema === 'onnx-gate/validation/v1')!;
    expect(summarySchema.safeParse(document.summary).error).toBeUndefined();
    expect(comparisonSchema.safeParse(document.comparison).error).toBeUndefined();
    const svg = renderGraphSvg(document.summary!.drawing!);
    expect(svg).not.toMatch(UNSEEN);
    expect(svg.length).toBeLessThan(5000);
    const tags = [...svg.matchAll(/<\/?([^\s>/]+)/g)].map(([, tag]) => tag);
    expect(new Set(tags)).toEqual(new Set(['svg', 'title', 'path', 'rect', 'text']));
    for (const [, label] of svg.matchAll(/<text[^>]*>(.*?)<\/text>/g))
      expect(label).not.toMatch(/[<>"']|&(?![a-z#0-9]+;)/);
  });

  test('is harmless in faults and annotations', () => {
    const shown = renderFaults(
      [
        {
          code: 'file-kind',
          message: text,
          fix: text,
          details: text,
          at: { file: text, line: 1, column: 2 },
        },
      ],
      PLAIN_PALETTE,
    );
    expect(shown).not.toMatch(UNSEEN);
    expect(shown).not.toMatch(/^\s*::|##\[/m);
    expect(shown.length).toBeLessThan(20_000);
    for (const { title, message } of toAnnotations(verdict)) {
      expect(`${title}${message}`).not.toMatch(/[\n\r]/);
      expect(title.length).toBeLessThanOrEqual(255);
      expect(Array.from(message).length).toBeLessThanOrEqual(4096);
      expect(`${title}${message}`).not.toMatch(UNSEEN);
    }
  });
});
