/** Each model alone: how many processes, in which order, and what is made of them. */
import { expect, test } from 'vitest';
import { runMeasureFootprints } from '../../src/commands/footprint.ts';
import type { FedModel } from '../../src/ports.ts';

const fed = (path: string): FedModel => ({ path, feeds: new Map() });

/** A meter whose n-th process of all takes n seconds to load, and n MB. */
async function footprints(judgesLoad: boolean) {
  const asked: string[] = [];
  const alone = {
    title: '',
    batch: 1,
    candidate: fed('c'),
    baseline: fed('b'),
    settings: { threads: 1, spinning: true, execution: 'sequential', optimization: 'all' },
    limits: { seconds: 9, memory: 9 },
  } as const;
  const meter = {
    async footprint({ path }: FedModel) {
      const n = asked.push(path);
      return { load: n, firstInference: n, firstAnswer: n, resident: n * 1e6, peak: n * 1e6 };
    },
    throughput: () => Promise.reject(new Error('not asked')),
    profile: () => Promise.reject(new Error('not asked')),
  };
  const measured = await runMeasureFootprints(alone, judgesLoad, { meter, progress: { report() {} } });
  return { asked: asked.join(''), ...measured };
}

test('three processes a model, and who comes first alternates', async () => {
  const { asked, candidate, baseline } = await footprints(false);
  expect(asked).toBe('cbbccb');
  expect(candidate).toMatchObject({ processes: 3, load: 4, resident: 4e6, peak: 4e6 });
  expect(baseline).toMatchObject({ processes: 3, load: 3, resident: 3e6, peak: 3e6 });
});

test('seven, where a rule judges the time of a load', async () => {
  const { asked, candidate } = await footprints(true);
  expect(asked).toBe('cbbccbbccbbccb');
  expect(candidate).toMatchObject({ processes: 7, load: 8 });
});
