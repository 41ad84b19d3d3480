import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECK_IDS, FIXED_CHECKS } from '../../../src/core/onnx/check-ids.ts';

const page = readFileSync(new URL('../../../docs/validate.md', import.meta.url), 'utf8');

test.each(CHECK_IDS)('%s is documented', (id) => expect(page).toContain(`\n| \`${id}\` | `));

test('ids are used once, and what cannot be turned down exists', () => {
  expect(CHECK_IDS.filter((id, at) => CHECK_IDS.indexOf(id) < at)).toEqual([]);
  expect([...FIXED_CHECKS].filter((id) => !CHECK_IDS.includes(id))).toEqual([]);
});
