import { describe, expect, it } from 'vitest';
import { model, node } from '../../../../scripts/onnx/builder.ts';
import { MODEL_CHECKS } from '../../../../src/core/onnx/checks/table.ts';
import { BROKEN } from './broken.ts';
import { idsOf, judge, sound } from './judge.ts';
import { NEAREST } from './nearest.ts';
import { SOUND } from './sound.ts';

describe('checks over a decoded model', () => {
  it.each(BROKEN.map(([id, broken, words, facts]) => ({ id, broken, words, facts })))(
    '$id sees what is broken: $words',
    async ({ id, broken, words, facts }) => {
      const findings = (await judge(broken(), facts)).filter((one) => one.startsWith(`${id}:`));
      expect(findings.join('\n')).toContain(words);
    },
  );

  it.each(SOUND.map(([name, bytes, facts]) => ({ name, bytes, facts })))(
    'nothing is said of $name',
    async ({ bytes, facts }) => {
      expect(idsOf(await judge(bytes(), facts))).toEqual([]);
    },
  );

  it.each(Object.entries(NEAREST))(
    '%s says nothing of what is right, if only just',
    async (id, [bytes, facts]) => {
      expect((await judge(bytes(), facts)).filter((one) => one.startsWith(`${id}:`))).toEqual([]);
    },
  );

  it('has a broken model and a sound one for every row, and unique ids', () => {
    const ids = MODEL_CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !BROKEN.some(([covered]) => covered === id))).toEqual([]);
    expect(Object.keys(NEAREST).sort()).toEqual(ids.sort());
  });

  it('names a remedy in every finding, and lists at most 20 of a kind', async () => {
    const nodes = Array.from({ length: 50 }, (_, i) =>
      node('Add', ['x', `lost${i}`], [i === 0 ? 'y' : `h${i}`]),
    );
    const findings = (await judge(model(sound({ node: nodes })))).filter((one) => one.startsWith('dangling'));
    expect(findings).toHaveLength(21);
    expect(findings[0]).toContain('Add the missing input');
    expect(findings[20]).toContain('30 more findings');
  });
});
