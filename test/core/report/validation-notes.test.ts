import { expect, test } from 'vitest';
import type { Finding } from '../../../src/core/documents/validation.ts';
import { plainText } from '../../../src/core/report/prose.ts';
import { validationNotes } from '../../../src/core/report/validation-notes.ts';
import { validation } from '../gate/samples.ts';

test('what was not done, or done to a changed model, is told; other notes are not', () => {
  const findings = ['rewritten', 'not-loaded', 'load-once', 'inputs', 'weights-zero'].map(
    (check): Finding => ({ check, severity: 'info', message: `About ${check}.`, at: null }),
  );
  const [without, told] = [validation(), validation({ findings })].map((document) =>
    validationNotes(document).map(plainText),
  );
  expect(told!.filter((note) => !without!.includes(note))).toEqual([
    'About rewritten.',
    'About not-loaded.',
    'About load-once.',
    'About inputs.',
  ]);
});
