/** Rules on the image that serves the model: what its probe found, each a rule of its own. */
import type { Probe } from '../documents/image.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { image as imagePolicy } from '../policy/schema/image.ts';
import { parseDuration, parseMemory } from '../policy/values.ts';
import { formatBytes } from '../report/format.ts';
import { type Context, type Part, ruleOf } from './context.ts';
import { clip, exact, formatDuration, plural } from './words.ts';

/** Ids of these rules begin with it. They vouch for the image, not for the model. */
export const IMAGE = 'image';

type ImagePolicy = NonNullable<Context['policy']['image']>;
type Judged = Part & Partial<Pick<RuleResult, 'unit' | 'value' | 'bounds' | 'n'>>;

interface Check {
  readonly id: string;
  /** The key of the policy that it is judged by. */
  readonly key: keyof ImagePolicy | null;
  judge(probe: Probe, policy: ImagePolicy): Judged;
}

const pass = (reason: string): Judged => ({ result: 'pass', reason });
const fail = (reason: string): Judged => ({ result: 'fail', reason });
const listed = (words: readonly string[]) =>
  words
    .slice(0, 3)
    .map((one) => clip(one.replace(/[.\s]+$/, ''), 200))
    .join('; ') + (words.length > 3 ? `; and ${words.length - 3} more` : '');

/** Asked of every probe; the rest only of an image that was ready. */
const READY: Check = {
  id: 'ready',
  key: 'ready',
  judge({ ready, readySeconds, stderr }, policy) {
    if (!ready || readySeconds === null)
      return fail(`It was never ready.${stderr.length > 0 ? ` It said: ${clip(stderr.at(-1)!)}` : ''}`);
    const most = parseDuration(policy.ready);
    return {
      result: readySeconds <= most ? 'pass' : 'fail',
      reason: `Ready after ${formatDuration(readySeconds)}; it may take ${policy.ready}.`,
      ...{ unit: 'seconds', value: readySeconds, bounds: { min: null, max: most } },
    };
  },
};

const CHECKS: readonly Check[] = [
  {
    id: 'signature',
    key: null,
    judge: ({ signature }) =>
      signature === null
        ? fail('The signature was not asked for.')
        : signature.length > 0
          ? fail(`Served is another signature than the file has: ${listed(signature)}.`)
          : pass('The signature served is that of the file.'),
  },
  { id: 'parity', key: 'tolerance', judge: judgeParity },
  { id: 'order', key: null, judge: judgeOrder },
  {
    id: 'hostile',
    key: null,
    judge({ hostile }) {
      if (hostile.length === 0) return fail('No bad request was sent.');
      const bad = hostile.filter(
        ({ status, ready }) => !ready || status === null || status < 400 || status > 499,
      );
      const told = bad.map(({ request, status, ready }) =>
        ready ? `${request} got ${status ?? 'no answer'}` : `after ${request} it was not ready`,
      );
      return bad.length === 0
        ? pass(`${plural(hostile.length, 'bad request')} got 4xx, and it stayed ready.`)
        : fail(`A bad request must get 4xx and leave it ready: ${listed(told)}.`);
    },
  },
  { id: 'memory', key: 'memory', judge: judgeMemory },
  {
    id: 'isolation',
    key: null,
    judge({ writes, connections }) {
      const told = [
        ...writes.map((path) => `it wrote ${path}`),
        ...connections.map((peer) => `it opened a connection to ${peer}`),
      ];
      return told.length === 0
        ? pass('It wrote no file and opened no connection.')
        : fail(`A server of models writes nothing and calls nobody: ${listed(told)}.`);
    },
  },
  {
    id: 'stop',
    key: null,
    judge({ stop }) {
      if (stop === null) return fail('It was not stopped under load.');
      const { requests, failed, exitCode, seconds } = stop;
      if (failed === 0 && exitCode === 0 && requests > 0)
        return pass(
          `SIGTERM under load: ${plural(requests, 'request')} answered, ended after ${formatDuration(seconds)}.`,
        );
      const ended = exitCode === null ? 'it had to be killed' : `it ended with ${exitCode}`;
      return fail(`SIGTERM under load: ${failed} of ${plural(requests, 'request')} failed, and ${ended}.`);
    },
  },
];

/** Where the policy names `image`, or there is a probe: then by the usual tolerance. */
export function imageRules(context: Context): RuleResult[] {
  const { image } = context;
  const asked = context.policy.image;
  const rule = (id: string, key: string | null, judged: Judged) =>
    ruleOf(context, id, key === null ? ['image'] : ['image', key], {
      level: asked?.level ?? 'error',
      ...judged,
    });
  if (!image.ok) return asked ? [rule(IMAGE, null, { result: image.result, reason: image.reason })] : [];
  const { probe, reference } = image.document;
  if (!probe)
    return asked
      ? [rule(IMAGE, null, fail(`${reference} was not probed. Run \`onnx-gate image probe\` on it.`))]
      : [];
  const policy = asked ?? imagePolicy.parse({});
  const rules = [READY, ...(probe.ready ? CHECKS : [])];
  return rules.map(({ id, key, judge }) => rule(`${IMAGE}/${id}`, key, judge(probe, policy)));
}

function judgeParity({ parity }: Probe, { tolerance }: ImagePolicy): Judged {
  if (parity === null || parity.rows === 0) return fail('No row was replayed.');
  const { maxScaled, maxAbs, unequal, worst, rows } = parity;
  const most = worst && clip(worst.output, 100);
  const where = worst ? ` (output ${most}, row ${worst.row}, ${worst.encoding}, batch ${worst.batch})` : '';
  const allowed = tolerance === 0 ? 'nothing' : `${exact(tolerance)} + ${exact(10 * tolerance)}·|y|`;
  const reason =
    unequal > 0
      ? `${plural(unequal, 'value')} of ${plural(rows, 'row')} differ from the file's beyond any tolerance.`
      : `Over ${plural(rows, 'row')} a value is off by ${exact(maxAbs)} at most${where}; allowed is ${allowed}.`;
  return {
    result: unequal === 0 && maxScaled <= tolerance ? 'pass' : 'fail',
    reason,
    ...{ unit: 'none', value: maxScaled, bounds: { min: null, max: tolerance }, n: rows },
  };
}

/** The order that the scores give is what a ranking serves. */
function judgeOrder({ parity }: Probe): Judged {
  if (parity === null) return fail('No row was replayed.');
  const { reordered, auc } = parity;
  if (reordered > 0) return fail(`The served scores turn around ${plural(reordered, 'pair')} of rows.`);
  if (auc === null) return pass('The served scores keep the order of the rows.');
  const said = `AUC ${exact(auc.served)} as served, ${exact(auc.offline)} by the file`;
  return auc.served === auc.offline
    ? pass(`The served scores keep the order of the rows: ${said}.`)
    : fail(`The served scores give another AUC: ${said}.`);
}

function judgeMemory({ peakMemory, limits }: Probe, policy: ImagePolicy): Judged {
  const wanted = policy.memory === undefined ? null : parseMemory(policy.memory);
  const cpus = policy.cpus ?? null;
  if ((wanted !== null && limits.memory !== wanted) || (cpus !== null && limits.cpus !== cpus)) {
    const ran = `${limits.cpus ?? 'all'} processors and ${limits.memory === null ? 'all memory' : formatBytes(limits.memory)}`;
    return fail(
      `It was probed with ${ran}, not with what the policy says that production has (${[cpus, policy.memory].filter((one) => one != null).join(', ')}). Probe it again.`,
    );
  }
  if (peakMemory === null)
    return { result: wanted === null ? 'skipped' : 'pass', reason: 'It kept to its limits.' };
  return {
    result: wanted === null || peakMemory <= wanted ? 'pass' : 'fail',
    reason: `It held ${formatBytes(peakMemory)} at most${policy.memory === undefined ? '' : ` of ${policy.memory}`}.`,
    ...{ unit: 'bytes', value: peakMemory, bounds: wanted === null ? null : { min: null, max: wanted } },
  };
}
