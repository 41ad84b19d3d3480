import { benchmarkSpec } from './benchmark.ts';
import { evaluateSpec } from './evaluate.ts';
import { gateSpec } from './gate.ts';
import { validateSpec } from './validate.ts';

/** Every command, in the order that `--help` lists them. */
export const SPECS = [gateSpec, validateSpec, evaluateSpec, benchmarkSpec] as const;
