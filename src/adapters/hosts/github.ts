import * as core from '@actions/core';
import type { Host } from './host.ts';

const SAY = { error: core.error, warning: core.warning, notice: core.notice };

/** A GitHub Actions step: outputs, annotations and the job summary through the runner's own protocol. */
export function createGithubHost(env: NodeJS.ProcessEnv, pullRequest: Host['pullRequest']): Host {
  return {
    pullRequest,
    report: (message) => core.info(message),
    print: core.info,
    fail: core.error,
    warn: (message) => core.warning(message, { title: 'onnx-gate' }),
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
