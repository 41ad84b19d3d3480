/** The policy file: which one counts, what it says, and where its paths lead. */
import { clipForeign } from '../core/documents/foreign.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import { FaultError, throwFaults } from '../core/errors.ts';
import { policyChanges } from '../core/policy/changes.ts';
import { parsePolicy } from '../core/policy/parse.ts';
import type { ModelPolicy, Policy, ReportPolicy } from '../core/policy/schema.ts';
import type { Files, References } from '../ports.ts';

interface Source {
  readonly policy: string;
  /** Commit that a pull request is based on. */
  readonly baseSha: string | null;
}
interface Ports {
  readonly files: Files;
  readonly references: References;
}

/** Throws every fault in the file, with its place. */
export async function readPolicy(inputs: Source, ports: Ports) {
  const source = await findPolicy(inputs, ports);
  const text = new TextDecoder().decode(await ports.files.read(source.path));
  const parsed = parsePolicy(text, inputs.policy);
  if (!parsed.ok) throwFaults(parsed.faults);
  if (!parsed.ok) throw new Error('unreachable: a refused policy has faults');
  const { digest } = await ports.files.identify(source.path);
  const changes = source.path === inputs.policy ? [] : await changeNotes(parsed.policy, inputs.policy, ports);
  return {
    policy: {
      ...parsed.policy,
      models: placed(parsed.policy.models, folderOf(inputs.policy)),
      report: placedReport(parsed.policy.report, folderOf(inputs.policy)),
    },
    positions: parsed.positions,
    subject: { path: inputs.policy, digest },
    notes: [...source.notes, ...changes],
  };
}

/** On a pull request the policy is the base branch's: a pull request must not loosen the gate that judges it. */
async function findPolicy(
  inputs: Source,
  ports: Ports,
): Promise<{ path: string; notes: Verdict['reasons'] }> {
  if (inputs.baseSha === null) return { path: inputs.policy, notes: [] };
  const revision = inputs.baseSha;
  const found = await ports.references.find({ scheme: 'git', revision, path: inputs.policy });
  if (found.ok) return { path: found.file.path, notes: [] };
  const message = `${inputs.policy} was read from the pull request itself: its base commit has none within reach. Check out with \`fetch-depth: 0\` to judge by the base branch's policy.`;
  return { path: inputs.policy, notes: [{ model: null, code: 'policy-from-head', message }] };
}

/** Most changes that the verdict spells out. */
const MOST_CHANGES = 20;

/** What the pull request's own file would do once it is merged. */
async function changeNotes(base: Policy, path: string, ports: Ports): Promise<Verdict['reasons']> {
  const note = (code: string, message: string) => ({ model: null, code, message: clipForeign(message) });
  let text: string;
  try {
    text = new TextDecoder().decode(await ports.files.read(path));
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return [note('policy-loosened', `The pull request removes ${path}, by whose base version it is judged.`)];
  }
  const own = parsePolicy(text, path);
  if (!own.ok) {
    const [first] = own.faults;
    const message = `The pull request's own ${path} would not be accepted: ${first?.message} It is judged by the base branch's.`;
    return [note('policy-changed', message)];
  }
  const changes = policyChanges(base, own.policy);
  const told = changes
    .slice(0, MOST_CHANGES)
    .map(({ effect, path: key, before, after }) =>
      note(
        effect === 'loosens' ? 'policy-loosened' : 'policy-changed',
        `The pull request ${effect} \`${key}\`: ${before ?? 'nothing'} → ${after ?? 'nothing'}. It is judged without that.`,
      ),
    );
  if (changes.length <= told.length) return told;
  const rest = `The pull request changes ${changes.length - told.length} more settings of ${path}.`;
  return [...told, note('policy-changed', rest)];
}

const folderOf = (path: string) => path.slice(0, path.search(/[^\\/]*$/));

function placed(models: Policy['models'], folder: string): Policy['models'] {
  return Object.fromEntries(Object.entries(models).map(([name, model]) => [name, inFolder(folder, model)]));
}

/** Paths in a policy file are relative to the file; those in flags to the working directory. */
function placeIn(folder: string, reference: string): string {
  const [, scheme = '', path] = /^(git:[^:]+(?::|$)|dvc:(?:[^:]+:)?)?(.*)$/.exec(reference)!;
  return path && !/^([A-Za-z][\w+.-]+:|[\\/])/.test(path) ? `${scheme}${folder}${path}` : reference;
}

function placedReport(report: ReportPolicy, folder: string): ReportPolicy {
  return report.history === undefined ? report : { ...report, history: placeIn(folder, report.history) };
}

function inFolder(folder: string, model: ModelPolicy): ModelPolicy {
  const place = (reference: string) => placeIn(folder, reference);
  const several = <T extends string | string[]>(value: T) =>
    (typeof value === 'string' ? place(value) : value.map(place)) as T;
  return {
    ...model,
    candidate: place(model.candidate),
    ...(model.baseline !== undefined && { baseline: several(model.baseline) }),
    ...(model.validate.golden !== undefined && {
      validate: { ...model.validate, golden: place(model.validate.golden) },
    }),
    ...(model.holdout && { holdout: placedHoldout(model.holdout, place, several) }),
  };
}

type Holdout = NonNullable<ModelPolicy['holdout']>;

function placedHoldout(
  holdout: Holdout,
  place: (path: string) => string,
  several: <T extends string | string[]>(value: T) => T,
): Holdout {
  const { source, training, baseline, ledger } = holdout;
  return {
    ...holdout,
    ...(source !== undefined && { source: several(source) }),
    ...(training !== undefined && { training: several(training) }),
    ...(baseline !== undefined && { baseline: several(baseline) }),
    ...(ledger !== undefined && { ledger: place(ledger) }),
  };
}
