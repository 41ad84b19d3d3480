import { describe, expect, it } from 'vitest';
import { BEHAVIOUR_CHECKS } from '../../src/core/behaviour/checks.ts';
import { CHECK_IDS } from '../../src/core/onnx/check-ids.ts';
import { STATIC_CHECKS } from '../../src/core/onnx/checks/table.ts';
import { EVERY_CHECK } from './every-check.ts';

describe('every check beyond the static ones', () => {
  it('has a broken and a valid case', () => {
    const fixed = new Set<string>(STATIC_CHECKS.map(({ id }) => id));
    expect(Object.keys(EVERY_CHECK).sort()).toEqual(CHECK_IDS.filter((id) => !fixed.has(id)).sort());
    expect(Object.keys(BEHAVIOUR_CHECKS).filter((id) => !(id in EVERY_CHECK))).toEqual([]);
  });

  it.each(Object.entries(EVERY_CHECK))('%s speaks of what is broken', async (id, [broken]) => {
    expect((await broken()).map(({ check }) => check)).toContain(id);
  });

  it.each(Object.entries(EVERY_CHECK))('%s says nothing of what is right', async (id, [, valid]) => {
    expect((await valid()).map(({ check }) => check)).not.toContain(id);
  });
});
