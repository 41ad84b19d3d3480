import { findContainers } from '../../adapters/containers/containers.ts';
import { openRequests } from '../../adapters/containers/requests.ts';
import { createLocalHost } from '../../adapters/hosts/local.ts';
import { readBuilt } from '../../commands/image/probe/built.ts';
import { runProbe } from '../../commands/image/probe/probe.ts';
import { readProbeSettings } from '../../commands/image/probe/settings.ts';
import { runJudge } from '../../commands/judge.ts';
import { runFindModels } from '../../commands/models.ts';
import { runPlan } from '../../commands/plan.ts';
import { runResolveHoldout } from '../../commands/resolve-holdout.ts';
import type { Image } from '../../core/documents/image.ts';
import { fault } from '../../core/errors.ts';
import { imageProbeSpec } from '../../specs/image-probe.ts';
import { parseCommandLine } from '../args.ts';
import { createContext } from '../context.ts';
import { VERSION } from '../version.ts';
import type { Answer } from './answer.ts';

/** Milliseconds for one bare request. */
const REQUEST = 60_000;

export const answer: Answer = async (args) => {
  const inputs = parseCommandLine(imageProbeSpec, args);
  const context = createContext(createLocalHost(inputs), { ...inputs, out: '.onnx-gate' });
  const { document, image } = await readBuilt(inputs.built, context);
  // Without a policy it is the file that the image was made from.
  const candidate = inputs.candidate ?? (inputs.model.length > 0 ? undefined : document.candidate.reference);
  const plan = await runPlan({ ...inputs, candidate, mode: undefined, baseSha: null }, context);
  const [first] = plan.models;
  if (!first || plan.models.size > 1)
    throw fault('usage-invalid', `The policy has ${plan.models.size} models, and an image is of one.`, {
      fix: 'Name it with `--model`.',
    });
  const [name, given] = first;
  const settings = readProbeSettings(inputs, given.image);
  const { policy } = await runResolveHoldout({ ...given, image: settings.image }, context);
  const model = await runFindModels({ candidate: policy.candidate, baseline: [], sameModel: false }, context);
  if (model.candidate.subject.digest !== document.candidate.digest)
    throw fault(
      'digest-mismatch',
      `${model.candidate.subject.reference} is not the file that went into ${document.reference}: ${model.candidate.subject.digest}, not ${document.candidate.digest}.`,
      { fix: 'Name that file with `--candidate`.' },
    );
  await using requests = openRequests(REQUEST);
  const probe = await runProbe(
    {
      ...{ image, served: document.served, model: model.candidate.path, policy, rows: settings.rows },
      ...{ limits: settings.limits, readySeconds: settings.readySeconds },
      platform: `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`,
      processLimits: plan.limits,
    },
    {
      ...{ ...context, requests, progress: context.host },
      containers: await findContainers(inputs.runner ?? null, context.registries),
    },
  );
  const probed: Image = { ...document, probe };
  const text = `${JSON.stringify(probed, null, 2)}\n`;
  await context.files.write(inputs.built, text);
  const verdict = runJudge(
    {
      plan: { ...plan, models: new Map([[name, policy]]) },
      documents: [{ ...probed, model: name }],
      ...{ faults: [], scope: ['image'], toolVersion: VERSION },
    },
    context,
  );
  const lines = verdict.rules.map(({ metric, result, reason }) => `${result.padEnd(5)} ${metric}: ${reason}`);
  context.host.print(inputs.format === 'json' ? text : lines.join('\n'));
  return verdict.exitCode;
};
