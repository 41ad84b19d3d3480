/** Judges a model file without running it. */
import { clipForeign } from '../documents/foreign.ts';
import type { Finding } from '../documents/validation.ts';
import { type ByteSource, bufferedSource } from './byte-source.ts';
import { traceCalls } from './checks/call-graph.ts';
import type { Check, CheckContext, Sighting } from './checks/check.ts';
import { followConstants } from './checks/constant-shapes.ts';
import { inspectLocations, isSafe, safeFiles } from './checks/external.ts';
import { traceFlow } from './checks/flow.ts';
import { MODEL_CHECKS } from './checks/table.ts';
import { WIRE_CHECKS, type WireReport } from './checks/wire.ts';
import { decodeModel } from './decode/model.ts';
import type { ExternalFiles } from './external-files.ts';
import { checkFileKind, HEAD_BYTES } from './file-kind.ts';
import type { Graph, ModelGraph, Tensor } from './graph.ts';
import { readIntegers } from './tensor-data.ts';
import { type ExternalPart, externalFingerprints, readWeights } from './weights/read.ts';
import { DAMAGE_BYTES, textDamage } from './wire/damage.ts';
import { scanWire } from './wire/scan.ts';

/** Findings of one check; more of the same kind say nothing new. */
const MOST_FINDINGS = 20;

export interface CheckOptions {
  /** What the user wrote, for messages. */
  readonly path: string;
  readonly external: ExternalFiles;
  /** Ids of checks not to run, so that a policy's `off` also saves its time. */
  readonly skip?: ReadonlySet<string>;
}

export interface CheckedModel {
  /** Null when the file could not be decoded; the findings say why. */
  readonly graph: ModelGraph | null;
  readonly findings: readonly Finding[];
  /** Files beside the model that it takes weights from, as far as they are safe to read. */
  readonly parts: readonly ExternalPart[];
  /** Of the weights in these files, by name. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/**
 * Reads a model by range and runs every static check. A broken model is a finding, never an exception: what throws is a
 * source or a port that cannot be read. Weights are read once, for the checks on values, and never kept.
 */
export async function checkModel(source: ByteSource, options: CheckOptions): Promise<CheckedModel> {
  const { report, graph } = await parseModel(source, options.path);
  const findings: Finding[] = [];
  const skip = options.skip ?? new Set<string>();
  for (const check of WIRE_CHECKS) {
    if (!skip.has(check.id))
      findings.push(...toFindings(check, check.run(report, NO_CONTEXT) as Iterable<Sighting>));
  }
  if (graph === null) return { graph, findings, parts: [], fingerprints: new Map() };

  const context = await createContext(graph, bufferedSource(source), options.external);
  for (const check of MODEL_CHECKS) {
    if (!skip.has(check.id)) findings.push(...toFindings(check, await check.run(graph, context)));
  }
  const weights = await context.weights();
  return { graph, findings, parts: weights.parts, fingerprints: externalFingerprints(weights) };
}

/** The structure alone, without judging it: null where it cannot be decoded. */
export async function parseModel(
  source: ByteSource,
  path: string,
): Promise<{ readonly graph: ModelGraph | null; readonly report: WireReport }> {
  const report: WireReport = {
    wrongKind: checkFileKind(path, await source.read(0, HEAD_BYTES)),
    scan: null,
    damage: null,
    size: source.size,
    undecodable: null,
  };
  if (report.wrongKind !== null) return { graph: null, report };
  const scan = await scanWire(source);
  if (scan.problem !== null) {
    const damage = textDamage(await source.read(0, DAMAGE_BYTES));
    return { graph: null, report: { ...report, scan, damage } };
  }
  try {
    return { graph: decodeModel(scan.skeleton), report: { ...report, scan } };
  } catch (error) {
    const undecodable = error instanceof Error ? error.message : String(error);
    return { graph: null, report: { ...report, scan, undecodable } };
  }
}

async function createContext(
  model: ModelGraph,
  source: ByteSource,
  external: ExternalFiles,
): Promise<CheckContext> {
  const facts = await inspectLocations(model, external);
  const safe = (location: string) => isSafe(facts.get(location));
  const constants = new Map<Graph, ReturnType<CheckContext['constants']>>();
  let weights: ReturnType<CheckContext['weights']> | null = null;
  const read = new Map<Tensor, ReturnType<CheckContext['integers']>>();
  const integers: CheckContext['integers'] = (tensor) => {
    if (tensor.external !== null && !safe(tensor.external.get('location') ?? '')) return NOTHING;
    const values = read.get(tensor) ?? readIntegers(tensor, source, external);
    read.set(tensor, values);
    return values;
  };
  return {
    source,
    external,
    flow: traceFlow(model),
    calls: traceCalls(model),
    facts,
    constants: (graph) => {
      const facts = constants.get(graph) ?? followConstants(graph, integers);
      constants.set(graph, facts);
      return facts;
    },
    integers,
    weights: () => {
      weights ??= readWeights(model, source, external, safeFiles(facts));
      return weights;
    },
  };
}

const NOTHING = Promise.resolve(null);

/** Rows on the wire look at the report alone. */
const NO_CONTEXT = undefined as never;

function toFindings<T>(check: Check<T>, sightings: Iterable<Sighting>): Finding[] {
  const findings: Finding[] = [];
  let more = 0;
  for (const { message, at } of sightings) {
    if (findings.length < MOST_FINDINGS) {
      findings.push({
        check: check.id,
        severity: check.severity,
        message: clipForeign(`${message} ${check.fix}`),
        at: at === null ? null : clipForeign(at),
      });
    } else more++;
  }
  if (more > 0) {
    const message = `${more} more findings of this kind are not listed.`;
    findings.push({ check: check.id, severity: check.severity, message, at: null });
  }
  return findings;
}
