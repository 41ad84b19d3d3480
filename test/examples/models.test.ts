import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { holdoutSessions } from '../../scripts/example/files.ts';
import { trueLogit } from '../../scripts/example/generate.ts';
import { policySchema } from '../../src/core/policy/schema.ts';
import { difference, EXAMPLE, METRICS, measure, openModel, readHoldout, score } from './measure.ts';

const MODELS = ['baseline', 'candidate', 'degraded'] as const;
type Name = (typeof MODELS)[number];

const holdout = readHoldout();
const probabilities = new Map<Name, Float32Array>();
beforeAll(async () => {
  for (const name of MODELS) {
    probabilities.set(name, (await score(await openModel(name), holdout, 0, holdout.rows)).data);
  }
});
const measured = (metric: (typeof METRICS)[number], name: Name) =>
  measure(metric, probabilities.get(name)!, holdout);

describe('the models', () => {
  it('share one signature, every input a column', async () => {
    const [baseline, ...others] = await Promise.all(MODELS.map(openModel));
    const signature = { inputs: baseline!.inputMetadata, outputs: baseline!.outputMetadata };
    for (const other of others) {
      expect({ inputs: other.inputMetadata, outputs: other.outputMetadata }).toEqual(signature);
    }
    expect(new Set(signature.inputs.map((input) => input.isTensor && input.type))).toEqual(
      new Set(['float32', 'int64', 'string']),
    );
    for (const { name } of signature.inputs) expect([...holdout.columns.keys()]).toContain(name);
    expect(signature.outputs).toEqual([
      { name: 'probability', isTensor: true, type: 'float32', shape: ['batch', 1] },
    ]);
  });

  it.each(MODELS)('%s answers alike in any batch', async (name) => {
    const session = await openModel(name);
    for (const [first, rows] of [
      [0, 1],
      [100, 7],
      [holdout.rows - 33, 33],
    ] as const) {
      const { data, dims } = await score(session, holdout, first, rows);
      expect(dims).toEqual([rows, 1]);
      const whole = probabilities.get(name)!;
      for (let i = 0; i < rows; i++) expect(Math.abs(data[i]! - whole[first + i]!)).toBeLessThan(1e-6);
    }
  });

  it('rank as they should: degraded < baseline < candidate, none above the true model', () => {
    const truth = measure('auc', Float64Array.from(holdoutSessions(), trueLogit), holdout);
    const [baseline, candidate, degraded] = MODELS.map((name) => measured('auc', name));
    expect(difference(baseline!, degraded!).upper).toBeLessThan(0);
    expect(difference(baseline!, candidate!).lower).toBeGreaterThan(0);
    for (const model of [baseline!, candidate!, degraded!]) {
      expect(difference(truth, model).lower).toBeLessThan(0);
    }
  });

  it('measure what the README says', () => {
    const readme = readFileSync(join(EXAMPLE, 'README.md'), 'utf8').replaceAll('−', '-');
    const numbers = (start: string) => {
      const line = readme.split('\n').find((text) => text.startsWith(start));
      return line!.match(/[-+]?\d\.\d+/g)!.map(Number);
    };
    for (const name of MODELS) {
      expect(numbers(`| \`${name}\``)).toEqual(near(METRICS.map((metric) => measured(metric, name).value)));
    }
    for (const name of ['candidate', 'degraded'] as const) {
      const wanted = METRICS.flatMap((metric) => {
        const { delta, lower, upper } = difference(measured(metric, 'baseline'), measured(metric, name));
        return [delta, lower, upper];
      });
      expect(numbers(`| ${name} `)).toEqual(near(wanted));
    }
  });
});

/** As printed with four digits, give or take float32 noise. */
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 3.8));

describe('the policy', () => {
  const policy = policySchema.parse(parse(readFileSync(join(EXAMPLE, 'onnx-gate.yml'), 'utf8')));
  /** Distance by which float noise may not decide: hundreds of times the AUC's float32 noise of 7e-6. */
  const SLACK = 0.002;

  /** What each metric's margin decides, and null where the interval comes within {@link SLACK} of it. */
  function decide(model: string, name: Name) {
    return METRICS.map((metric) => {
      const baseline = measured(metric, 'baseline');
      const given = policy.models[model]!.metrics[metric]!.margin!;
      const margin = typeof given === 'number' ? given : (Number.parseFloat(given) / 100) * baseline.value;
      const { lower, upper } = difference(baseline, measured(metric, name));
      const [worst, best] = metric === 'logloss' ? [-upper, -lower] : [lower, upper];
      if (worst > -margin + SLACK) return 'pass';
      return best < -margin - SLACK ? 'fail' : null;
    });
  }

  it('names the two models', () => {
    expect(Object.entries(policy.models).map(([name, { candidate }]) => [name, candidate])).toEqual([
      ['conversion', 'models/candidate.onnx'],
      ['conversion-skewed', 'models/degraded.onnx'],
    ]);
    expect(policy.models['conversion-skewed']!.metrics).toEqual(policy.models.conversion!.metrics);
  });

  it('is proved right about both: AUC and log loss tell them apart, accuracy does not', () => {
    expect(decide('conversion', 'candidate')).toEqual(['pass', 'pass', 'pass']);
    expect(decide('conversion-skewed', 'degraded')).toEqual(['fail', 'fail', 'pass']);
  });

  it('has bounds on the AUC that part them too', () => {
    const { min, 'max-gain': gain } = policy.models.conversion!.metrics.auc!;
    expect(measured('auc', 'candidate').value).toBeGreaterThan(min! + SLACK);
    expect(measured('auc', 'degraded').value).toBeLessThan(min! - SLACK);
    expect(difference(measured('auc', 'baseline'), measured('auc', 'candidate')).upper).toBeLessThan(
      gain! - SLACK,
    );
  });
});
