import { benchmarkSpec } from './benchmark.ts';
import { commentSpec } from './comment.ts';
import { evaluateSpec } from './evaluate.ts';
import { gateSpec } from './gate.ts';
import { imageSpec } from './image.ts';
import { imageProbeSpec } from './image-probe.ts';
import { initSpec } from './init.ts';
import { planSpec } from './plan.ts';
import { reportSpec } from './report.ts';
import { scoreSpec } from './score.ts';
import { selftestSpec } from './selftest.ts';
import { serveSpec } from './serve.ts';
import { validateSpec } from './validate.ts';

/** Commands that end in a verdict. */
export const GATE_SPECS = [gateSpec, validateSpec, evaluateSpec, benchmarkSpec] as const;

/** Every command, in the order that `--help` lists them. */
export const SPECS = [
  ...GATE_SPECS,
  scoreSpec,
  reportSpec,
  commentSpec,
  initSpec,
  planSpec,
  selftestSpec,
  imageSpec,
  imageProbeSpec,
  serveSpec,
] as const;
