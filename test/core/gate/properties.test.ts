/** What must hold for any numbers: checked on a few thousand from a fixed seed. */
import { expect, test } from 'vitest';
import { arm, evaluation, interval, judged, latencyRule, metric, metricRule } from './samples.ts';

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const RANK = { fail: 0, inconclusive: 1, skipped: 1, pass: 2 } as const;
const MODES = ['guard', 'strict', 'point'] as const;
const TIMES = 400;

function quality(gain: number, lower: number, upper: number, direction: 'higher' | 'lower') {
  const sign = direction === 'higher' ? 1 : -1;
  const [from, to] = sign > 0 ? [lower, upper] : [-upper, -lower];
  return metric({
    direction,
    candidate: 0.75 + sign * gain,
    delta: sign * gain,
    interval: interval(from, to),
  });
}

test('a rule never gets better when the candidate gets worse', () => {
  const random = randomFrom(1);
  for (let i = 0; i < TIMES; i++) {
    const [gain, half, drop] = [0.02 * (random() - 0.5), 0.01 * random(), 0.02 * random()];
    const rule = { margin: random() < 0.5 ? 0.002 : '1%', ...(random() < 0.5 && { min: 0.745 }) };
    for (const mode of MODES) {
      const before = metricRule(rule, quality(gain, gain - half, gain + half, 'higher'), { mode });
      const after = metricRule(rule, quality(gain - drop, gain - drop - half, gain - drop + half, 'higher'), {
        mode,
      });
      expect(RANK[after.result]).toBeLessThanOrEqual(RANK[before.result]);
    }
  }
});

test('a wider interval decides nothing that a narrower one did not', () => {
  const random = randomFrom(2);
  for (let i = 0; i < TIMES; i++) {
    const [gain, half, more] = [0.02 * (random() - 0.5), 0.01 * random(), 0.01 * random()];
    const narrow = metricRule({ margin: 0.002 }, quality(gain, gain - half, gain + half, 'higher')).result;
    const wide = metricRule(
      { margin: 0.002 },
      quality(gain, gain - half - more, gain + half + more, 'higher'),
    ).result;
    expect([narrow, 'inconclusive']).toContain(wide);
  }
});

test('the direction of better does not change the result', () => {
  const random = randomFrom(3);
  for (let i = 0; i < TIMES; i++) {
    const [gain, half] = [0.02 * (random() - 0.5), 0.01 * random()];
    const [up, down] = (['higher', 'lower'] as const).map(
      (direction) =>
        metricRule({ margin: 0.002, 'max-gain': 0.008 }, quality(gain, gain - half, gain + half, direction))
          .result,
    );
    expect(down).toBe(up);
  }
});

test('a larger margin never makes a rule worse', () => {
  const random = randomFrom(4);
  for (let i = 0; i < TIMES; i++) {
    const [gain, half, margin, more] = [
      0.02 * (random() - 0.5),
      0.01 * random(),
      1e-5 + 0.01 * random(),
      0.01 * random(),
    ];
    const measured = quality(gain, gain - half, gain + half, 'higher');
    const tight = metricRule({ margin }, measured).result;
    expect(RANK[metricRule({ margin: margin + more }, measured).result]).toBeGreaterThanOrEqual(RANK[tight]);
  }
});

test('a latency rule never gets better when the candidate gets slower, however noisy the machine', () => {
  const random = randomFrom(5);
  for (let i = 0; i < TIMES; i++) {
    const [ratio, half, slower] = [0.7 + random(), 0.2 * random(), random()];
    const shift = 0.9 + 0.2 * random();
    const width = 0.1 * random();
    const control = { ratio: shift, interval: interval(shift - width, shift + width) };
    const rule = { 'max-regression': '10%', ...(random() < 0.5 && { max: '1.2ms' }) };
    for (const mode of MODES) {
      const before = latencyRule(rule, arm(ratio, ratio - half, ratio + half, { control }), { mode });
      const after = latencyRule(
        rule,
        arm(ratio + slower, ratio + slower - half, ratio + slower + half, { control }),
        { mode },
      );
      expect(RANK[after.result]).toBeLessThanOrEqual(RANK[before.result]);
    }
  }
});

test('whatever the numbers, a rule has a sentence, and only a rule that can be read passes', () => {
  const random = randomFrom(6);
  const odd = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    null,
    0,
    -0,
    1e-300,
    1e300,
    0.75,
  ];
  const any = () => odd[Math.floor(random() * odd.length)] as number | null;
  for (let i = 0; i < TIMES; i++) {
    const [candidate, baseline, delta] = [any(), any(), any()];
    const [lower, upper] = [any() ?? 0, any() ?? 0];
    const measured = metric({ candidate, baseline, delta, interval: interval(lower, upper), mde: any() });
    const mode = MODES[i % 3]!;
    const rule = metricRule({ margin: 0.002, min: 0 }, measured, { mode });
    expect(rule.reason).toMatch(/^[A-Za-z].*\.$/);
    if (rule.result === 'pass') {
      expect([candidate, baseline, delta].every((value) => value !== null && Number.isFinite(value))).toBe(
        true,
      );
      if (mode !== 'point') expect(lower).toBeGreaterThanOrEqual(-0.002 - 1e-12);
    }
  }
});

test('strict never ends better than guard, and exit 0 is never a failed rule', () => {
  const random = randomFrom(7);
  for (let i = 0; i < TIMES; i++) {
    const metrics = Object.fromEntries(
      ['auc', 'logloss', 'accuracy'].map((id) => [
        id,
        { margin: 0.002, level: random() < 0.7 ? 'error' : 'warn' },
      ]),
    );
    const documents = [
      evaluation(
        Object.keys(metrics).map((id) => {
          const gain = 0.02 * (random() - 0.5);
          return { ...quality(gain, gain - 0.004, gain + 0.004, 'higher'), metric: id };
        }),
      ),
    ];
    const guard = judged({ metrics }, { documents, mode: 'guard' });
    const strict = judged({ metrics }, { documents, mode: 'strict' });
    if (strict.exitCode === 0) expect(guard.exitCode).toBe(0);
    if (guard.exitCode === 0)
      expect(guard.rules.filter(({ result, level }) => result === 'fail' && level === 'error')).toEqual([]);
    if (strict.verdict === 'pass')
      expect(strict.rules.filter(({ result, level }) => result !== 'pass' && level === 'error')).toEqual([]);
  }
});
