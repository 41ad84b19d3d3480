import type { Subject } from '../core/documents/common.ts';
import { clipForeign } from '../core/documents/foreign.ts';
import { type Finding, MOST_ENTRIES, MOST_FINDINGS, type Validation } from '../core/documents/validation.ts';
import { levelled } from '../core/gate/finding-levels.ts';
import { FIXED_CHECKS, KEEPS_FROM_LOADING } from '../core/onnx/check-ids.ts';
import { compareModels, comparisonFindings, withOutputs } from '../core/onnx/compare/compare.ts';
import { minimumRuntime } from '../core/onnx/targets/minimum.ts';
import { parseTarget, targetFindings } from '../core/onnx/targets/target.ts';
import { externalData } from '../core/onnx/weights/identity.ts';
import type { ValidatePolicy } from '../core/policy/schema.ts';
import { formatCount } from '../core/report/format.ts';
import type { Clock, Limits, ModelFiles, ModelRunner, ModelSession, Progress } from '../ports.ts';
import { type DocumentMeta, headerOf } from './document-meta.ts';
import { type Examined, runExamine, runRead } from './examine.ts';
import { MOST_NODES, runLoad } from './load.ts';
import type { ModelPair } from './models.ts';
import type { Ran } from './run-model.ts';

export interface ValidateInputs extends DocumentMeta, ModelPair {
  readonly limits: Limits;
  readonly validate: ValidatePolicy;
  /** Runs the loaded model; null when nobody asked. */
  readonly behaviour: ((session: ModelSession) => Promise<Ran>) | null;
}

export interface ValidatePorts {
  readonly runner: ModelRunner;
  readonly modelFiles: ModelFiles;
  readonly clock: Clock;
  readonly progress: Progress;
}

/**
 * Reads and checks the candidate, compares it with the baseline, looks where it will run, and loads it: cheapest
 * first, and not at all when loading it would harm. Everything that is wrong with the model is a finding; a fault is
 * what is wrong around it.
 */
export async function runValidate(inputs: ValidateInputs, ports: ValidatePorts): Promise<Validation> {
  await using candidate = await ports.modelFiles.open(inputs.candidate.path);
  const { reference, bytes } = inputs.candidate.subject;
  const off = Object.entries(inputs.validate.checks).flatMap(([id, level]) => (level === 'off' ? [id] : []));
  const skip = new Set(off.filter((id) => !FIXED_CHECKS.has(id)));
  const examined = await runExamine(candidate, { path: reference, bytes, skip });
  const { comparison, parts } = await compareWith(inputs.baseline, examined, ports);
  const summary = examined.model?.summary ?? null;
  const targets = inputs.validate.targets.map((text) => parseTarget(text)!);
  const ran = await load(inputs, examined, ports);
  const findings = [
    ...examined.findings,
    ...(comparison ? comparisonFindings(comparison) : []),
    ...(summary ? targets.flatMap((target) => targetFindings(summary, target)) : []),
    ...ran.findings,
  ];
  const today = ports.clock.now().toISOString().slice(0, 10);
  const judged = bounded(levelled(findings, inputs.validate, today, FIXED_CHECKS));
  return {
    schema: 'onnx-gate/validation/v1',
    ...headerOf(inputs, ports.clock),
    candidate: await withParts(inputs.candidate.subject, examined.parts),
    baseline: inputs.baseline && (await withParts(inputs.baseline.subject, parts)),
    ...(examined.parts.length > 0 && { external: examined.parts.slice(0, MOST_ENTRIES).map(partOf) }),
    summary,
    comparison: comparison && withOutputs(comparison, ran.outputs),
    minimumRuntime: summary && minimumRuntime(summary),
    runtime: await ports.runner.engine(),
    findings: judged,
    status: judged.some(({ severity }) => severity === 'error') ? 'fail' : 'pass',
  };
}

/** The baseline's files are read even when the candidate cannot be: they are part of what it is. */
async function compareWith(
  baseline: ModelPair['baseline'],
  { model }: Examined,
  ports: Pick<ValidatePorts, 'modelFiles'>,
): Promise<{ readonly comparison: Validation['comparison']; readonly parts: Examined['parts'] }> {
  if (!baseline) return { comparison: null, parts: [] };
  await using file = await ports.modelFiles.open(baseline.path);
  const { reference, bytes } = baseline.subject;
  const other = await runRead(file, { path: reference, bytes });
  const comparison = model && other.model ? await compareModels(model, other.model) : null;
  return { comparison, parts: other.parts };
}

async function withParts(subject: Subject, parts: Examined['parts']): Promise<Subject> {
  const external = await externalData(parts);
  return external ? { ...subject, external } : subject;
}

async function load(
  { candidate, limits, validate, behaviour }: ValidateInputs,
  { model, findings }: Examined,
  ports: Pick<ValidatePorts, 'runner' | 'progress'>,
): Promise<Ran> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const reasons = errors.map(({ check }) => check).filter((check) => KEEPS_FROM_LOADING.has(check));
  if (!model || reasons.length > 0)
    return { findings: [notLoaded(reasons, errors.length > 0)], outputs: null };
  if (!validate.load) return { findings: [NOT_ASKED], outputs: null };
  const { nodes } = model.summary;
  if (nodes > MOST_NODES) ports.progress.report(slowly(candidate.path, nodes, limits));
  const { session, findings: loading } = await runLoad({ path: candidate.path, limits, nodes }, ports);
  if (!session) return { findings: loading, outputs: null };
  await using open = session;
  const ran = behaviour ? await behaviour(open) : { findings: [], outputs: null };
  return { ...ran, findings: [...loading, ...ran.findings] };
}

const NOT_ASKED: Finding = {
  check: 'not-loaded',
  severity: 'info',
  message: 'The model was not loaded, as the policy says (`load: false`): it was judged by its file alone.',
  at: null,
  fix: 'Load it where it will run before it ships.',
};

const slowly = (path: string, nodes: number, { seconds }: Limits) =>
  `${path} has ${formatCount(nodes)} nodes, which ONNX Runtime may take minutes to load; it is stopped after ${seconds} s`;

/** An error of its own only where nothing else says why. */
function notLoaded(checks: readonly string[], told: boolean): Finding {
  const why = checks.length > 0 ? `: ${[...new Set(checks)].join(', ')} would harm whoever does` : '';
  return {
    check: 'not-loaded',
    severity: told ? 'info' : 'error',
    message: `The model was not loaded${why}.`,
    at: null,
    fix: 'Mend what is told above first.',
  };
}

const partOf = ({ location, bytes, sha256 }: Examined['parts'][number]) => ({
  location: clipForeign(location),
  bytes,
  digest: `sha256:${sha256}`,
});

/** The worst come first, and are what is kept. */
function bounded(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MOST_FINDINGS);
}
