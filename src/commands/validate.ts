import { clipForeign } from '../core/documents/common.ts';
import type { Finding, Validation } from '../core/documents/validation.ts';
import { FaultError } from '../core/errors.ts';
import type { Clock, Limits, ModelRunner } from '../ports.ts';
import { type DocumentMeta, headerOf } from './document-meta.ts';
import type { ModelPair } from './models.ts';

/**
 * Loads the candidate in ONNX Runtime and reads its signature.
 * A model that the engine refuses is a finding; one that crashes, hangs or exhausts the engine is a fault.
 */
export async function runValidate(
  inputs: DocumentMeta & ModelPair & { readonly limits: Limits },
  ports: { readonly runner: ModelRunner; readonly clock: Clock },
): Promise<Validation> {
  const loaded = await load(inputs.candidate.path, inputs.limits, ports.runner);
  return {
    schema: 'onnx-gate/validation/v1',
    ...headerOf(inputs, ports.clock),
    candidate: inputs.candidate.subject,
    baseline: inputs.baseline?.subject ?? null,
    summary: loaded.summary,
    runtime: await ports.runner.engine(),
    findings: loaded.findings,
    status: loaded.findings.some(({ severity }) => severity === 'error') ? 'fail' : 'pass',
  };
}

async function load(
  path: string,
  limits: Limits,
  runner: ModelRunner,
): Promise<{ summary: Validation['summary']; findings: Finding[] }> {
  try {
    await using session = await runner.open(path, limits);
    const { inputs, outputs } = session.signature;
    return { summary: { inputs: [...inputs], outputs: [...outputs] }, findings: [] };
  } catch (error) {
    if (!(error instanceof FaultError) || error.faults.some(({ code }) => code !== 'model-rejected'))
      throw error;
    const findings = error.faults.map(
      ({ message, fix }): Finding => ({
        check: 'loads',
        severity: 'error',
        message: clipForeign(fix ? `${message} ${fix}` : message),
        at: null,
      }),
    );
    return { summary: null, findings };
  }
}
