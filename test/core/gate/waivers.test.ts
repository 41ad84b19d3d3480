import { describe, expect, it } from 'vitest';
import { arm, benchmark, evaluation, judged, metric, moved, type Rules } from './samples.ts';

const waiver = {
  rule: 'm/auc',
  ceiling: 0.02,
  reason: 'catalogue migration',
  owner: '@search',
  issue: 123,
  expires: '2027-06-30',
};
/** Proved worse by 0.01, where 0.002 may be lost. */
const worse = moved(-0.01, -0.012, -0.008);
const judgeWith = (
  change: Partial<typeof waiver>,
  measured = worse,
  rules: Rules = { metrics: { auc: { margin: 0.002 }, logloss: {} } },
  scope: readonly ('validation' | 'evaluation' | 'benchmark')[] = ['evaluation'],
) =>
  judged(
    rules,
    { documents: [evaluation([measured, metric({ metric: 'logloss', direction: 'lower' })])], scope },
    [{ ...waiver, ...change }],
  );
const notes = ({ reasons }: ReturnType<typeof judged>) =>
  reasons.filter(({ code }) => code.startsWith('waive')).map(({ code, message }) => `${code}: ${message}`);

describe('a waiver', () => {
  it('lets a rule be missed up to its ceiling, and says so', () => {
    const verdict = judgeWith({});
    expect(verdict.verdict).not.toBe('fail');
    expect(verdict.rules[0]).toMatchObject({
      result: 'fail',
      level: 'warn',
      waiver: { ceiling: 0.02, owner: '@search', issue: '123', expires: '2027-06-30' },
    });
    expect(notes(verdict)).toEqual([
      'waived: `m/auc` is missed and waived until 2027-06-30, up to 0.02, by @search, issue 123: catalogue migration.',
    ]);
  });

  it('alone lets nothing pass: another rule must vouch for the model', () => {
    expect(judgeWith({}).verdict).toBe('inconclusive');
  });

  it('does not hold beyond the ceiling', () => {
    const verdict = judgeWith({ ceiling: 0.009 });
    expect(verdict.verdict).toBe('fail');
    expect(verdict.rules[0]).toMatchObject({ level: 'error', waiver: null });
    expect(notes(verdict)).toEqual([
      'waiver-exceeded: The waiver of `m/auc` holds up to 0.009, and the rule is missed by 0.0100.',
    ]);
  });

  it('holds on its last day and not on the next', () => {
    const today = judgeWith({ expires: '2027-01-31' });
    expect(today.verdict).toBe('inconclusive');
    expect(notes(today)[0]).toContain('It ends today.');
    expect(notes(judgeWith({ expires: '2027-02-05' }))[0]).toContain('It ends in 5 days.');
    const over = judgeWith({ expires: '2027-01-30' });
    expect(over.verdict).toBe('fail');
    expect(notes(over)).toEqual([
      'waiver-expired: The waiver of `m/auc` expired on 2027-01-30, and the rule decides again.',
    ]);
  });

  it('that is not needed is to be removed', () => {
    expect(notes(judgeWith({}, moved(0.01, 0.008, 0.012)))).toEqual([
      'waiver-unused: The waiver of `m/auc` is not needed: the rule passes. Remove it.',
    ]);
  });

  it('of a rule that does not exist is told only where all rules were judged', () => {
    expect(notes(judgeWith({ rule: 'm/aucc' }))).toEqual([]);
    const all = judgeWith({ rule: 'm/aucc' }, worse, undefined, ['validation', 'evaluation', 'benchmark']);
    expect(notes(all)).toEqual([
      'waiver-unknown: The waiver of `m/aucc` names no rule of this policy. Mend its id, or remove it.',
    ]);
  });

  it('does not cover what was not measured', () => {
    const undefinedAuc = metric({ candidate: null, delta: null, interval: null, reason: 'one class' });
    const verdict = judgeWith({}, undefinedAuc);
    expect(verdict.verdict).toBe('fail');
    expect(notes(verdict)).toEqual([
      'waiver-exceeded: The waiver of `m/auc` does not hold: what was not measured cannot be waived.',
    ]);
  });

  it.each([
    ['a bound', { min: 0.77 }, moved(0, -0.001, 0.001), 0.02, 0.019],
    ['a gain too good to be true', { 'max-gain': 0.05 }, moved(0.06, 0.05, 0.07), 0.06, 0.059],
  ])('measures %s by its distance', (_, rule, measured, enough, tooLittle) => {
    const rules = { metrics: { auc: rule } };
    expect(judgeWith({ ceiling: enough }, measured, rules).rules[0]!.level).toBe('warn');
    expect(judgeWith({ ceiling: tooLittle }, measured, rules).rules[0]!.level).toBe('error');
  });

  it('knows which way is worse: of a loss that grows, and of a time', () => {
    const rise = moved(0.01, 0.008, 0.012, { metric: 'logloss', direction: 'lower' });
    const loss = judged({ metrics: { logloss: { margin: 0.002 } } }, { documents: [evaluation([rise])] }, [
      { ...waiver, rule: 'm/logloss', ceiling: 0.011 },
    ]);
    expect(loss.rules[0]).toMatchObject({ result: 'fail', level: 'warn' });
    const slower = judged(
      { latency: { batch: [32], p99: { 'max-regression': '10%' } } },
      { scope: ['benchmark'], documents: [benchmark([arm(1.3, 1.28, 1.32)])] },
      [{ ...waiver, rule: 'm/latency/batch=32/p99', ceiling: 0.25 }],
    );
    expect(slower.verdict).toBe('fail');
    expect(notes(slower)[0]).toContain('missed by 0.3000');
  });
});
