import { expect, it } from 'vitest';
import { sourceDate } from '../../src/adapters/source-date.ts';

it('is the time that was given', async () => {
  expect(await sourceDate({ SOURCE_DATE_EPOCH: '1800000000' })).toBe(1_800_000_000);
});

it.each(['abc', '-1', '1.5', '1e9', ' 1', '99999999999999999999'])('refuses %j', async (given) => {
  await expect(sourceDate({ SOURCE_DATE_EPOCH: given })).rejects.toThrow(
    /SOURCE_DATE_EPOCH is .*, and no time/,
  );
});
