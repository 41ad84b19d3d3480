import { expect, test } from 'vitest';
import { type LedgerEntry, recordJudged } from '../../../src/core/quality/ledger.ts';

const digest = (seed: number) => `sha256:${seed.toString(16).padStart(64, '0')}`;
const entry = (candidate: number, holdout = 1): LedgerEntry => ({
  schema: 'onnx-gate/holdout-ledger/v1',
  created: '2027-01-31T12:00:00Z',
  model: 'm',
  holdout: digest(holdout),
  candidate: digest(candidate),
});

function filled(candidates: number, holdout = 1): string {
  let text = '';
  for (let i = 1; i <= candidates; i++) text = recordJudged(text, entry(i, holdout), 100, 0.95).text!;
  return text;
}

test('a candidate counts once', () => {
  const first = recordJudged('', entry(1), 100, 0.95);
  expect(first.text!.split('\n')).toHaveLength(2);
  expect(first.findings).toMatchObject([{ check: 'holdout-wear', level: 'info', value: 1 }]);
  const again = recordJudged(first.text!, { ...entry(1), created: '2027-02-01T12:00:00Z' }, 100, 0.95);
  expect(again.text).toBeNull();
  expect(again.findings).toMatchObject([{ value: 1 }]);
});

test('other holdouts do not count', () => {
  expect(recordJudged(filled(5, 2), entry(1, 1), 100, 0.95).findings).toMatchObject([{ value: 1 }]);
});

test('is worn out after the hundredth candidate', () => {
  const ledger = filled(99);
  expect(recordJudged(ledger, entry(100), 100, 0.95).findings[0]!.level).toBe('info');
  const [worn] = recordJudged(filled(100), entry(101), 100, 0.95).findings;
  expect(worn).toMatchObject({ level: 'warning', value: 101 });
  // 1 − 0.975¹⁰¹ = 0.9225
  expect(worn!.message).toContain('a probability of 92%');
});

test('keeps and tells of lines that it cannot read', () => {
  const ledger = `${filled(2).trimEnd()}\n<<<<<<< HEAD\n{"schema":"other"}`;
  const { text, findings } = recordJudged(ledger, entry(3), 100, 0.95);
  expect(text!.startsWith(`${ledger}\n{`)).toBe(true);
  expect(findings).toMatchObject([{ value: 3 }, { check: 'ledger-damaged', level: 'warning', value: 2 }]);
  expect(findings[1]!.message).toContain('Line 3 and 1 more line of');
});
