import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeZip } from '../adapters/references/make-zip.ts';
import { environmentOf, triggerOf } from '../github/events.ts';
import type { FakeGithub } from '../github/server.ts';
import { exampleCopy } from './run.ts';
import { step } from './step.ts';

/** The built action on a copy of the example whose baseline is an artifact. */
export async function evaluateWithArtifact(github: FakeGithub) {
  const cwd = exampleCopy();
  const policy = join(cwd, 'onnx-gate.yml');
  const text = readFileSync(policy, 'utf8').replaceAll(
    'models/baseline.onnx',
    'artifact:trained/baseline.onnx',
  );
  writeFileSync(policy, text);
  const trigger = triggerOf('pull_request');
  const ended = await step(
    'actions/evaluate',
    { model: 'conversion' },
    cwd,
    { repository: { id: 1 }, ...trigger.payload },
    { ...environmentOf(trigger, github.origin), ONNX_GATE_CACHE: join(cwd, 'cache') },
  );
  return { ...ended, cwd };
}

/** A passing run on main that left the example's baseline. */
export function leaveBaseline(github: FakeGithub, id: number, sha: string, model = 'baseline') {
  const bytes = readFileSync(join(exampleCopy(), `models/${model}.onnx`));
  github.state.runs.push({ id, sha, branch: 'main', created: '2026-11-02T09:30:00Z' });
  github.state.artifacts.push({
    id: id * 10,
    run: id,
    name: 'trained',
    bytes: makeZip([{ name: 'baseline.onnx', bytes }]),
  });
}
