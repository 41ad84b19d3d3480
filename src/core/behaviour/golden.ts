/** Golden vectors: stored inputs, and the outputs that they must give. */
import type { Finding } from '../documents/validation.ts';
import type { Signature, Tensor, Tensors } from '../scoring/types.ts';
import { code } from '../scoring/words.ts';
import { GOLDEN, mismatch, type Tolerance } from './compare.ts';
import { findingFor } from './findings.ts';
import type { Stored } from './vectors/stored.ts';

export interface Golden {
  /** Where it was found, such as `test_data_set_0`. */
  readonly name: string;
  readonly inputs: Tensors;
  readonly outputs: Tensors;
}

/** One stored tensor: `place` is its file without extension, or its key in an .npz. */
export interface Part {
  readonly place: string;
  readonly stored: Stored;
}

const POSITION = /^(input|output)_(\d+)$/;

/**
 * Puts stored tensors in their places: by the tensor's own name where the model has it, else `input_0`, `output_1` and
 * so on by the order of the signature. Findings name every tensor that has no place or cannot be read; the vector is
 * null when an input of the model is missing or no output is there.
 */
export function assembleGolden(
  name: string,
  parts: readonly Part[],
  { inputs, outputs }: Signature,
): { readonly golden: Golden | null; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const given = new Map<string, Tensor>();
  const expected = new Map<string, Tensor>();
  const unusable = (what: string) => {
    findings.push(findingFor('golden-unread', `Golden vector ${code(name)}: ${what}.`));
  };
  for (const { place, stored } of parts) {
    if (!stored.ok) {
      unusable(`${code(place)} ${stored.why}`);
      continue;
    }
    const [, role, position] = POSITION.exec(place) ?? [];
    const known = { input: inputs, output: outputs };
    const roles =
      role === 'input' || role === 'output' ? [role as 'input' | 'output'] : (['input', 'output'] as const);
    const named = roles.find((one) => known[one].some((info) => info.name === stored.name));
    const info = named
      ? { name: stored.name }
      : position === undefined
        ? undefined
        : known[roles[0]!][Number(position)];
    if (!info) unusable(`${code(place)} is neither an input nor an output of the model`);
    else
      (named === 'output' || (!named && role === 'output') ? expected : given).set(info.name, stored.tensor);
  }
  const missing = inputs.filter((input) => !given.has(input.name));
  if (findings.length === 0 && missing.length > 0)
    unusable(`it has no values for input ${code(missing[0]!.name)}`);
  if (findings.length === 0 && expected.size === 0) unusable('it has no outputs');
  const usable = missing.length === 0 && expected.size > 0;
  return { golden: usable ? { name, inputs: given, outputs: expected } : null, findings };
}

/** One finding for each output that differs, with its worst element. */
export function judgeGolden(
  { name, outputs }: Golden,
  actual: Tensors,
  tolerance: Tolerance = GOLDEN,
): Finding[] {
  return [...outputs].flatMap(([output, expected]) => {
    const found = actual.get(output);
    const words = found ? mismatch(expected, found, tolerance) : 'was not computed';
    if (words === null) return [];
    return [
      findingFor('golden', `Golden vector ${code(name)}: output ${code(output)} ${words}.`, { at: output }),
    ];
  });
}
