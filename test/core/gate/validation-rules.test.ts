import { expect, test } from 'vitest';
import type { Finding, Validation } from '../../../src/core/documents/validation.ts';
import { judged, validation } from './samples.ts';

const finding = (severity: Finding['severity'], message: string): Finding => ({
  check: 'c',
  severity,
  message,
  at: null,
});
const ruleFor = (more: Partial<Validation>) =>
  judged({}, { scope: ['validation'], documents: [validation(more)] }).rules;

test('a model that loads passes', () => {
  expect(ruleFor({})).toMatchObject([
    {
      id: 'm/validate',
      level: 'error',
      unit: 'none',
      result: 'pass',
      reason: 'The model loads in ONNX Runtime 1.30.0.',
    },
  ]);
});

test('warnings are counted and do not fail', () => {
  const findings = [finding('warning', 'w'), finding('info', 'i'), finding('warning', 'v')];
  expect(ruleFor({ findings })).toMatchObject([
    { result: 'pass', reason: 'The model loads in ONNX Runtime 1.30.0, with 2 warnings.' },
  ]);
});

test('the first errors are the reason', () => {
  const findings = ['One.', 'two', 'three', 'four', 'five'].map((message) => finding('error', message));
  expect(ruleFor({ status: 'fail', findings: [finding('warning', 'w'), ...findings] })).toMatchObject([
    { result: 'fail', reason: 'The model is not valid: One; two; three; and 2 more errors.' },
  ]);
});

test('a failure without an error, and an error without a failure, both fail', () => {
  expect(ruleFor({ status: 'fail' })).toMatchObject([
    { result: 'fail', reason: 'The model is not valid: validation failed without naming an error.' },
  ]);
  expect(ruleFor({ findings: [finding('error', 'e')] })).toMatchObject([{ result: 'fail' }]);
});

test('long foreign words are cut', () => {
  const findings = Array.from({ length: 3 }, () => finding('error', 'x'.repeat(4096)));
  const [rule] = ruleFor({ status: 'fail', findings });
  expect(rule?.reason.length).toBeLessThan(1600);
});

test('a model that was not loaded is not said to load', () => {
  const findings = [{ ...finding('info', 'The model was not loaded.'), check: 'not-loaded' }];
  expect(ruleFor({ findings })).toMatchObject([
    { result: 'pass', reason: 'The file is sound, and the model was not loaded.' },
  ]);
});
