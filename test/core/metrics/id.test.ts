import { describe, expect, it } from 'vitest';
import type { Task } from '../../../src/core/metrics/prepared.ts';
import { METRICS, metricNames, parseMetricId } from '../../../src/core/metrics/table.ts';

const read = (id: string, task: Task = 'binary') => {
  const parsed = parseMetricId(id, task);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join('\n'));
  return parsed.metric;
};
const faults = (id: string, task: Task = 'binary') => {
  const parsed = parseMetricId(id, task);
  return parsed.ok ? [] : parsed.faults;
};

const matching = (text: string | RegExp) => (typeof text === 'string' ? text : expect.stringMatching(text));

describe('an id', () => {
  it.each([
    ['auc', 'auc', 'ties=half,one_class=undefined,interval=delong'],
    [' auc [ one_class = one ] ', 'auc[one_class=one]', 'ties=half,one_class=one,interval=delong'],
    ['accuracy', 'accuracy', '@0.5,op=gt'],
    ['accuracy@.50', 'accuracy', '@0.5,op=gt'],
    ['accuracy@0.3[op=ge]', 'accuracy@0.3[op=ge]', '@0.3,op=ge'],
    ['ece@15[bins=width]', 'ece@15[bins=width]', '@15,bins=width'],
    ['pauc@0.000001', 'pauc@0.000001', '@0.000001'],
    ['f1[zero_division=1,op=ge]', 'f1[op=ge,zero_division=1]', '@0.5,op=ge,zero_division=1'],
    ['brier', 'brier', ''],
  ])('%s is %s', (text, id, convention) => {
    expect(read(text)).toMatchObject({ id, convention });
    expect(read(id).id).toBe(id);
  });

  it('means what the task makes of it', () => {
    expect(read('precision@0.7').definition.at).toBe('threshold');
    expect(read('precision@5', 'ranking').definition.at).toBe('count');
    expect(read('precision[average=micro]', 'multiclass').definition.at).toBe('none');
  });

  it('has presets, which are written out and give way to what is said', () => {
    expect(read('ndcg@10[preset=lightgbm]', 'ranking').options).toMatchObject({
      at: 10,
      convention: { gain: 'exp2', ties: 'input', empty: 'one' },
    });
    expect(read('ndcg@10[preset=lightgbm,empty=skip]', 'ranking').options.convention).toMatchObject({
      gain: 'exp2',
      empty: 'skip',
    });
    expect(read('map@10[preset=xgboost]', 'ranking').options.convention).toMatchObject({ D: 'minRk' });
    expect(read('gauc[preset=mind]').id).toBe('gauc[weight=uniform]');
    expect(read('gauc[preset=din]').id).toBe('gauc');
    expect(read('ndcg@10[preset=trec_eval]', 'ranking').id).toBe('ndcg@10[ties=id_desc,empty=zero]');
  });
});

describe('a wrong id', () => {
  it.each([
    ['acuracy', 'There is no metric "acuracy".', 'Did you mean `accuracy`?'],
    ['', 'There is no metric "".', /^Metrics of binary are auc, pauc, /],
    ['__proto__', 'There is no metric "__proto__".', /./],
    ['auc@5', '`auc` takes no number, but has @5.', 'Write `auc`.'],
    ['auc@', '`auc` takes no number, but has @.', 'Write `auc`.'],
    [
      'ece@0',
      'The number of `ece` is "0"; it must be a whole number from 1.',
      'Write, for example, `ece@10`.',
    ],
    ['ece@2.5', 'The number of `ece` is "2.5"; it must be a whole number from 1.', /./],
    ['ece@-3', 'The number of `ece` is "-3"; it must be a whole number from 1.', /./],
    [
      'pauc@0',
      'The number of `pauc` is "0"; it must be a number above 0, and 1 at most, of up to six decimals.',
      /pauc@0\.1/,
    ],
    [
      'f1@1.5',
      'The number of `f1` is "1.5"; it must be a number from 0 to 1, of up to six decimals.',
      /f1@0\.5/,
    ],
    ['pauc@0.0000001', /is "0\.0000001"; it must/, /./],
    [
      'f1@1e999',
      'The number of `f1` is "1e999"; it must be a number from 0 to 1, of up to six decimals.',
      /./,
    ],
    [
      'auc[one_clas=one]',
      '`auc` has no convention "one_clas".',
      /^Did you mean `one_class`\? It takes ties \(half\); one_class \(undefined, one\); interval \(delong, bootstrap\); preset \(sklearn, lightgbm, xgboost\)\.$/,
    ],
    ['f1[__proto__=1]', '`f1` has no convention "__proto__".', /./],
    ['f1[op=lt]', 'The convention `op` of `f1` is "lt".', 'Write one of `op=gt`, `op=ge`.'],
    ['f1[preset=spark]', 'The convention `preset` of `f1` is "spark".', /`preset=sklearn`/],
    ['auc[preset=trec_eval]', 'The convention `preset` of `auc` is "trec_eval".', /`preset=lightgbm`/],
    ['gini[x=1]', '`gini` has no convention "x".', 'It takes none.'],
    ['f1[op=ge,op=gt]', '`f1[…]` gives `op` twice.', 'Keep one.'],
    ['f1[op]', '"op" in `f1[…]` is not `key=value`.', /It takes op/],
    ['f1[]', '"" in `f1[…]` is not `key=value`.', /./],
    ['f1[op=ge', '"f1[op=ge" is no metric.', /Write `name`/],
    ['f1[op=ge]x', '"f1[op=ge]x" is no metric.', /./],
  ])('%s', (id, message, fix) => {
    expect(faults(id)).toEqual([{ code: 'metric-unknown', message: matching(message), fix: matching(fix) }]);
  });

  it('is told of its number where it needs one', () => {
    expect(faults('top', 'multiclass')).toMatchObject([
      { message: '`top` needs a number.', fix: 'Write `top@10`.' },
    ]);
    expect(faults('ndcg@0', 'ranking')).toMatchObject([
      { message: 'The number of `ndcg` is "0"; it must be a whole number from 1.' },
    ]);
  });

  it('is told of its task', () => {
    expect(faults('rmse')).toEqual([
      {
        code: 'metric-unknown',
        message: '`rmse` is a metric of regression, not of binary.',
        fix: expect.stringContaining('auc, pauc'),
      },
    ]);
  });

  it('is told everything at once, in bounded words', () => {
    expect(faults('ece@0[bins=many,foo=1]').map(({ message }) => message)).toHaveLength(3);
    for (const { message } of faults(`f1@${'9'.repeat(5000)}`)) expect(message.length).toBeLessThan(200);
    for (const { message } of faults('x'.repeat(100_000))) expect(message.length).toBeLessThan(200);
  });
});

describe('the table', () => {
  it('has names and values that the grammar can write', () => {
    for (const name of metricNames) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    for (const { conventions } of METRICS)
      for (const [key, values] of Object.entries(conventions)) {
        expect(key).toMatch(/^[A-Za-z][A-Za-z_]*$/);
        expect(key).not.toBe('preset');
        expect(new Set(values).size).toBe(values.length);
        for (const value of values) expect(value).toMatch(/^[A-Za-z0-9_.-]+$/);
      }
  });

  it('gives a name one meaning in a task', () => {
    for (const task of ['binary', 'multiclass', 'regression', 'ranking'] as const) {
      const names = METRICS.filter(({ tasks }) => tasks.includes(task)).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('fits into the document, whatever is chosen', () => {
    for (const { name, tasks, at, conventions } of METRICS) {
      const last = Object.entries(conventions).map(([key, values]) => `${key}=${values.at(-1)}`);
      const number = { none: '', count: '@999999999', fraction: '@0.123', threshold: '@0.123' }[at];
      const { id, convention } = read(`${name}${number}${last.length > 0 ? `[${last}]` : ''}`, tasks[0]!);
      expect(id.length).toBeLessThanOrEqual(80);
      expect(convention.length).toBeLessThanOrEqual(200);
    }
  });
});
