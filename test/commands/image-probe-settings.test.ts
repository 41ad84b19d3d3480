import { expect, it } from 'vitest';
import { readProbeSettings } from '../../src/commands/image/probe/settings.ts';

const none = { rows: '64', cpus: undefined, memory: undefined, tolerance: undefined, ready: undefined };

it('takes the policy, and flags over it', () => {
  const policy = { tolerance: 1e-4, memory: '2Gi', ready: '30s', level: 'error' } as const;
  expect(readProbeSettings(none, policy)).toMatchObject({
    rows: 64,
    image: { tolerance: 1e-4 },
    limits: { cpus: null, memory: 2 * 2 ** 30 },
    readySeconds: 30,
  });
  expect(readProbeSettings({ ...none, cpus: '1.5', memory: '512Mi', tolerance: '0' }, policy)).toMatchObject({
    image: { tolerance: 0 },
    limits: { cpus: 1.5, memory: 512 * 2 ** 20 },
  });
});

it('names every bad flag at once', () => {
  const bad = { rows: '0', cpus: 'two', memory: '512MB', tolerance: '-1', ready: 'soon' };
  expect(() => readProbeSettings(bad, undefined)).toThrow(
    expect.objectContaining({
      faults: ['--rows', '--cpus', '--memory', '--tolerance', '--ready'].map((flag) =>
        expect.objectContaining({
          code: 'usage-invalid',
          message: expect.stringMatching(new RegExp(`^${flag} is .*; it must be `)),
        }),
      ),
    }),
  );
});
