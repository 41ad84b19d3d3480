import { describe, expect, it } from 'vitest';
import { HIDDEN_BYTES, markerOf, packState, unpackState } from '../../../src/core/comment/hidden.ts';
import { type Leg, mergedVerdict, mergeLegs } from '../../../src/core/comment/legs.ts';
import { worthComment } from '../../../src/core/comment/worth.ts';
import { byteLength } from '../../../src/core/report/budget.ts';
import { renderBody } from '../../../src/core/report/comment-body.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../../src/core/report/markdown.ts';
import { image } from '../gate/samples.ts';
import { HOSTILE } from '../report/hostile.ts';
import { rule, SAMPLES, verdict } from '../report/samples.ts';

const sample = (name: string, leg = '', created?: string): Leg => {
  const { verdict: judged, measurements } = SAMPLES.get(name)!;
  return { leg, verdict: created ? { ...judged, created } : judged, measurements };
};
const FIRST = '2026-11-02T09:00:00Z';
const LATER = '2026-11-02T10:00:00Z';
const marker = markerOf('.github/workflows/gate.yml', 'onnx-gate.yml');
const state = (...legs: [Leg, ...Leg[]]) => ({ run: 42, commit: 'a'.repeat(40), legs });
const options = { marker, links: [], full: 'verdict.json', fork: false };

describe('renderBody', () => {
  it('says when a fork’s own run measured, and only then', async () => {
    const words = 'This pull request comes from a fork';
    expect((await renderBody(state(sample('pass')), { ...options, fork: true })).text).toContain(words);
    expect((await renderBody(state(sample('pass')), options)).text).not.toContain(words);
  });
});

describe('mergeLegs', () => {
  it.each([...SAMPLES.keys()])('leaves the verdict of a single job as it is: %s', (name) => {
    const one = sample(name);
    const merged = mergedVerdict(mergeLegs([one]) as [Leg]);
    expect(merged).toEqual({ verdict: one.verdict, measurements: one.measurements });
  });

  it('is as good as the worst part', () => {
    const legs = mergeLegs([sample('pass', 'arm'), sample('fail', 'x64')]) as [Leg, Leg];
    const { verdict: whole } = mergedVerdict(legs);
    expect(whole).toMatchObject({ verdict: 'fail', exitCode: 1 });
    expect(new Set(whole.rules.map(({ model }) => model))).toEqual(
      new Set(['conversion · arm', 'conversion · x64']),
    );
  });

  it('names a model by its leg only where several legs judged it', () => {
    const { verdict: whole } = mergedVerdict([sample('many-models', 'a'), sample('pass', 'b')]);
    expect(whole.subjects.map(({ model }) => model)).toContain('click');
    expect(whole.subjects.map(({ model }) => model)).toContain('conversion · b');
  });

  it('takes the newest of one model and leg, in any order, and again without a change', () => {
    const legs = [sample('fail', 'x', FIRST), sample('pass', 'x', LATER), sample('fail', 'y', FIRST)];
    const wanted = mergeLegs(legs);
    expect(wanted.map(({ leg, verdict: { verdict: word } }) => [leg, word])).toEqual([
      ['x', 'pass'],
      ['y', 'fail'],
    ]);
    for (const [a, b, c] of [
      [2, 1, 0],
      [1, 2, 0],
      [0, 2, 1],
    ] as const) {
      const once = mergeLegs([legs[a]!, legs[b]!]);
      expect(mergeLegs([...once, legs[c]!, ...once])).toEqual(wanted);
    }
  });

  it('keeps the models that a newer report of the same leg does not mention, with their own outcome', () => {
    const many = sample('many-models', '', FIRST);
    const [kept, replaced] = mergeLegs([
      many,
      {
        leg: '',
        verdict: verdict({
          created: LATER,
          rules: [rule({ model: 'search-ranking', metric: 'auc', result: 'pass' })],
          subjects: [{ model: 'search-ranking', candidate: null, baseline: null, holdout: null }],
        }),
        measurements: [],
      },
    ]) as [Leg, Leg];
    expect(kept.verdict).toMatchObject({ verdict: 'pass', exitCode: 0 });
    expect(kept.verdict.rules.some(({ model }) => model === 'search-ranking')).toBe(false);
    expect(replaced.verdict.rules).toHaveLength(1);
  });

  it('a fault without a model is out of date once its job has judged', () => {
    const broken: Leg = {
      leg: '',
      verdict: verdict({
        verdict: 'error',
        exitCode: 3,
        created: FIRST,
        subjects: [],
        reasons: [{ model: null, code: 'internal', message: 'Gone.' }],
      }),
      measurements: [],
    };
    expect(mergeLegs([broken, sample('pass', '', LATER)])).toEqual([sample('pass', '', LATER)]);
    expect(
      mergeLegs([{ ...broken, verdict: { ...broken.verdict, created: LATER } }, sample('pass', '', FIRST)]),
    ).toHaveLength(2);
  });
});

describe('the hidden line', () => {
  it.each([...SAMPLES.keys()])('carries what the comment shows: %s', async (name) => {
    const one = state(sample(name, 'linux'));
    const read = await unpackState(marker, `## Title\n${await packState(marker, one)}\n`);
    expect(read).toMatchObject({ run: 42, commit: one.commit });
    const shown = (legs: readonly Leg[]) => {
      const whole = mergedVerdict(legs as [Leg]);
      return renderMarkdown(whole.verdict, whole.measurements).replace(/\n<details>[\s\S]*<\/details>/g, '');
    };
    expect(shown(read!.legs)).toBe(shown(one.legs));
  });

  it('is not found under another workflow or policy, nor taken from damaged text', async () => {
    const line = await packState(marker, state(sample('pass')));
    expect(await unpackState(markerOf('.github/workflows/gate.yml', 'other.yml'), line)).toBeNull();
    expect(await unpackState(marker, line.replace('-->', ''))).toBeNull();
    expect(await unpackState(marker, line.slice(0, -30).concat(' -->'))).toBeNull();
    expect(await unpackState(marker, `${marker}!!! -->`)).toBeNull();
  });

  it('holds nothing of an image but the rules about it', async () => {
    const rules = [rule({ model: 'conversion', metric: 'image', result: 'fail', reason: 'never ready' })];
    const without: Leg = {
      leg: '',
      verdict: verdict({ verdict: 'fail', exitCode: 1, rules }),
      measurements: [],
    };
    const withImage: Leg = { ...without, measurements: [image({ model: 'conversion' })] };
    const line = await packState(marker, state(withImage));
    expect(line).toBe(await packState(marker, state(without)));
    expect((await unpackState(marker, line))!.legs).toEqual([without]);
    // What the next writer makes of it reads as the first one's text.
    const text = (legs: readonly Leg[]) => {
      const { verdict: whole, measurements } = mergedVerdict(legs as [Leg]);
      return renderMarkdown(whole, measurements);
    };
    expect(text([without])).toBe(text([withImage]));
  });

  it('stays within its bytes, and says what it no longer carries', async () => {
    const legs = Array.from({ length: 60 }, (_, i) => sample('many-models', `leg ${i} ${Math.sin(i)}`)).map(
      (leg, i) => ({
        ...leg,
        verdict: {
          ...leg.verdict,
          rules: leg.verdict.rules.map((one, j) => ({
            ...one,
            value: Math.cos(i * 100 + j),
            reason: `${Math.sin(i * 7 + j)}`,
          })),
        },
      }),
    );
    const line = await packState(marker, { run: 1, commit: '', legs });
    expect(line.length).toBeLessThanOrEqual(HIDDEN_BYTES);
    const read = await unpackState(marker, line);
    expect(read!.legs).toHaveLength(60);
    expect(read!.legs.map(({ verdict: { verdict: word } }) => word)).toEqual(
      legs.map(({ verdict: { verdict: word } }) => word),
    );
    expect(JSON.stringify(read)).toContain('summarised');
  });
});

describe('renderBody', () => {
  it('is within the budget in bytes, with emoji and CJK text', async () => {
    const rules = Array.from({ length: 3000 }, (_, i) =>
      rule({ metric: `指標🛒${i}`, result: 'fail', reason: '値が下がった。'.repeat(20) }),
    );
    const leg: Leg = {
      leg: '東京🗼',
      verdict: verdict({ verdict: 'fail', exitCode: 1, rules }),
      measurements: [],
    };
    const { text: body } = await renderBody(state(leg), options);
    expect(byteLength(body)).toBeLessThanOrEqual(COMMENT_BYTES);
    expect(byteLength(body)).toBeGreaterThan(0.5 * COMMENT_BYTES);
    expect(body).toContain('Left out here for size');
    expect((await unpackState(marker, body))!.legs).toHaveLength(1);
  });

  it.each(HOSTILE.map((text, index) => [index, text] as const))(
    'carries hostile text %i back unchanged',
    async (_, text) => {
      const name = text.slice(0, 1000);
      const leg: Leg = {
        leg: name.slice(0, 200),
        verdict: verdict({ rules: [rule({ model: name, metric: name, result: 'fail', reason: name })] }),
        measurements: [],
      };
      const { text: body } = await renderBody(state(leg), options);
      const read = await unpackState(marker, body);
      expect(read!.legs[0]!.verdict.rules[0]!.reason).toBe(name);
      expect(body.lastIndexOf('<!--')).toBe(body.indexOf(marker, body.lastIndexOf('\n')));
    },
  );
});

it.each([
  ['always', 'pass', true],
  ['on-change', 'pass', true], // auc is better by more than chance
  ['on-change', 'fail', true],
  ['on-failure', 'pass', false],
  ['on-failure', 'inconclusive', true],
  ['never', 'fail', false],
] as const)('%s: a comment for %s is %s', (when, name, worth) => {
  expect(worthComment(when, SAMPLES.get(name)!.verdict)).toBe(worth);
});

it('on-change keeps quiet about a pass without a difference', () => {
  const same = rule({
    metric: 'auc',
    result: 'pass',
    delta: 0,
    interval: { lower: -0.001, upper: 0.001, confidence: 0.95, method: 'DeLong' },
  });
  expect(worthComment('on-change', verdict({ rules: [same] }))).toBe(false);
});
