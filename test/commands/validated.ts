import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openByteSource } from '../../src/adapters/byte-source.ts';
import { createExternalFiles } from '../../src/adapters/external-files/files.ts';
import { runFindModels } from '../../src/commands/models.ts';
import { runValidate } from '../../src/commands/validate.ts';
import { validation as validationSchema } from '../../src/core/documents/validation.ts';
import { checkPolicy } from '../../src/core/policy/check.ts';
import type { ModelFiles } from '../../src/ports.ts';
import { limits, runner } from '../adapters/onnxruntime/open.ts';
import { reader } from '../adapters/references/tools.ts';
import { temporaryFolder } from '../temporary.ts';

const modelFiles: ModelFiles = {
  async open(path) {
    const source = await openByteSource(path);
    return {
      source,
      external: createExternalFiles(path),
      [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
    };
  },
};

/** What `validate` says of a model in a folder of its own, with `beside` next to it. */
export async function validated(
  candidate: Uint8Array,
  baseline: Uint8Array | null = null,
  validate: object = {},
  beside: Readonly<Record<string, Uint8Array>> = {},
  given = limits,
) {
  const folder = temporaryFolder();
  const reported: string[] = [];
  const path = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  for (const [name, bytes] of Object.entries(beside)) path(name, bytes);
  const wanted = {
    candidate: path('candidate.onnx', candidate),
    baseline: baseline ? [path('baseline.onnx', baseline)] : [],
    sameModel: false,
  };
  const policy = checkPolicy({ version: 1, models: { m: { candidate: 'x', validate } } }, null);
  if (!policy.ok) throw new Error(policy.faults[0]?.message);
  const document = await runValidate(
    {
      model: 'm',
      toolVersion: '0.0.0',
      ...(await runFindModels(wanted, reader().ports)),
      limits: given,
      validate: policy.policy.models.m!.validate,
      behaviour: null,
    },
    {
      runner,
      modelFiles,
      clock: { now: () => new Date('2027-01-15T12:00:00Z') },
      progress: { report: (message) => void reported.push(message) },
    },
  );
  expect(validationSchema.safeParse(document).error).toBeUndefined();
  const told = document.findings.map(({ check, severity }) => `${severity} ${check}`);
  return { ...document, told, reported };
}
