/** What a policy says of the inputs and the output of its two models. */
import type { Fault } from '../errors.ts';
import type { InputMappings, OutputChoice } from '../policy/schema.ts';
import { checkMappingNames, type Inputs, type MappingKey } from './mapping.ts';
import type { Signature } from './types.ts';

/**
 * As the keys of the policy. Those of the baseline alone come first for it: input by input, and instead of the whole
 * `output`.
 */
export interface Mappings {
  readonly inputs: Inputs;
  readonly output: OutputChoice;
  readonly 'baseline-inputs'?: InputMappings | undefined;
  readonly 'baseline-output'?: OutputChoice | undefined;
}

type InputsOf = Pick<Mappings, 'inputs' | 'baseline-inputs'>;

/** Of the model at that place: the candidate's is 0, the baseline's 1. */
export function inputsAt(
  { inputs, 'baseline-inputs': own = {} }: InputsOf,
  place: number,
): { readonly inputs: Inputs; readonly key: MappingKey } {
  if (place === 0) return { inputs, key: 'inputs' };
  return { inputs: inputs === 'auto' ? own : { ...inputs, ...own }, key: 'baseline-inputs' };
}

export function outputAt({ output, 'baseline-output': own }: Mappings, place: number): OutputChoice {
  return place === 0 ? output : (own ?? output);
}

/** Names that are mapped and that no model, or not the baseline, has as an input. */
export function checkNames(
  { inputs, 'baseline-inputs': own }: InputsOf,
  signatures: readonly Signature[],
): Fault[] {
  const [, baseline] = signatures;
  return [
    ...checkMappingNames(inputs, signatures),
    ...(own && baseline ? checkMappingNames(own, [baseline], 'baseline-inputs') : []),
  ];
}
