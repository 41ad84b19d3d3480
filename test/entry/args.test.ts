import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/core/errors.ts';
import { parseCommandLine } from '../../src/entry/args.ts';
import { parseInputs } from '../../src/entry/inputs.ts';
import { evaluateSpec } from '../../src/specs/evaluate.ts';
import { gateSpec } from '../../src/specs/gate.ts';

const faultsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof FaultError) return error.faults;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('parseCommandLine', () => {
  it('fills in defaults', () => {
    expect(parseCommandLine(gateSpec, [])).toMatchObject({
      policy: 'onnx-gate.yml',
      out: '.onnx-gate',
      format: 'text',
      model: [],
      mode: undefined,
      'same-model': false,
    });
  });

  it('takes lists by comma, by newline and by repetition, and keeps digits as text', () => {
    const inputs = parseCommandLine(evaluateSpec, [
      'm.onnx',
      '--holdout',
      'a,b',
      '--holdout=c\nd',
      '--label',
      '007',
    ]);
    expect(inputs).toMatchObject({ candidate: 'm.onnx', holdout: ['a', 'b', 'c', 'd'], label: '007' });
  });

  it('reports every fault at once, each with a fix', () => {
    const faults = faultsOf(() =>
      parseCommandLine(gateSpec, ['stray', '--polcy=p.yml', '--mode=lenient', '--out']),
    );
    expect(faults.map(({ message }) => message)).toEqual([
      '`stray` is one argument too many.',
      '`--polcy` is not an option of `onnx-gate gate`.',
      '`--out` needs a value.',
      '--mode is `lenient`; it must be one of guard, strict, point.',
    ]);
    expect(faults[1]).toMatchObject({ fix: expect.stringContaining('--policy') });
    expect(faults.every(({ fix }) => fix)).toBe(true);
  });

  it.each([
    [['--format', 'jsno'], 'Did you mean `json`?'],
    [['--format', 'pdf'], 'Leave it out for `text`.'],
    [['--format'], 'Write, for example, `--format text`.'],
    [['--policy'], 'Write, for example, `--policy onnx-gate.yml`.'],
    [['--mode', 'lenient'], gateSpec.inputs.find(({ name }) => name === 'mode')!.description],
  ])('says for %j what to write', (args, fix) => {
    expect(faultsOf(() => parseCommandLine(gateSpec, args))).toMatchObject([{ fix }]);
  });

  it.each([
    [['--mode', 'lenient'], '--mode is `lenient`; it must be one of guard, strict, point.'],
    [['--quiet=perhaps'], '--quiet is `perhaps`; it must be true or false.'],
  ])('refuses %j', (args, message) => {
    expect(faultsOf(() => parseCommandLine(gateSpec, args))).toMatchObject([
      { code: 'usage-invalid', message },
    ]);
  });
});

describe('parseInputs', () => {
  it('treats an empty variable as absent, as GitHub gives every input of a step', () => {
    const inputs = parseInputs(
      gateSpec,
      () => '',
      (name) => name,
    );
    expect(inputs).toMatchObject({ policy: 'onnx-gate.yml', model: [], mode: undefined });
  });
});
