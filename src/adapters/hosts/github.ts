import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { Host } from './host.ts';

const SAY = { error: core.error, warning: core.warning, notice: core.notice };

/** A GitHub Actions step: outputs, annotations and the job summary through the runner's own protocol. */
export function createGithubHost(env: NodeJS.ProcessEnv): Host {
  return {
    pullRequest: pullRequestOf(env.GITHUB_EVENT_PATH),
    report: core.info,
    print: core.info,
    fail: core.error,
    annotate(annotations) {
      for (const { level, message, title, file, line, column } of annotations) {
        SAY[level](message, {
          title,
          ...(file !== undefined && { file }),
          ...(line !== undefined && { startLine: line }),
          ...(column !== undefined && { startColumn: column }),
        });
      }
    },
    output: core.setOutput,
    async summary(markdown) {
      // Local runs of an action have no summary file; the report was printed all the same.
      if (env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown(), true).write();
    },
  };
}

/** Runs without a pull request (push, schedule, merge_group) have none in their event either. */
function pullRequestOf(path: string | undefined): Host['pullRequest'] {
  if (!path) return null;
  const event = JSON.parse(readFileSync(path, 'utf8')) as {
    pull_request?: { number?: unknown; base?: { sha?: unknown } };
  };
  const { number, base } = event.pull_request ?? {};
  if (typeof number !== 'number' || typeof base?.sha !== 'string' || !/^[0-9a-f]{40,64}$/.test(base.sha))
    return null;
  return { number, baseSha: base.sha };
}
