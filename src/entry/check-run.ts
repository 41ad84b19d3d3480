/** A check run around the work: in progress before it begins, and ended whatever happens. */
import { getState, saveState } from '@actions/core';
import type { GithubEvent } from '../adapters/github/event.ts';
import type { Host } from '../adapters/hosts/host.ts';
import { FaultError } from '../core/errors.ts';
import { type CheckResult, checkResult } from '../core/report/check-run.ts';
import { renderFaults } from '../core/report/faults.ts';
import { renderMarkdown } from '../core/report/markdown.ts';
import { PLAIN_PALETTE } from '../core/report/palette.ts';
import { openGithub } from './github.ts';
import type { Announce } from './publish.ts';

export interface CheckInputs {
  readonly 'check-run': string | undefined;
  readonly 'github-token': string | undefined;
}

const STARTED = 'check-run';
const ENDED = 'check-run-ended';

/** Runs `work` inside a check run when one is named. What GitHub refuses is a warning and changes nothing. */
export async function withCheckRun(
  inputs: CheckInputs,
  event: GithubEvent,
  host: Host,
  work: (announce: Announce) => Promise<number>,
): Promise<number> {
  const name = inputs['check-run'];
  const github = name === undefined ? null : await openGithub(event, inputs['github-token'], host);
  const id = github && (await orWarn(host, () => github.checks.start(name!)));
  if (!github || id === null) return work(async () => {});
  saveState(STARTED, id);
  const end = (result: CheckResult) =>
    orWarn(host, async () => {
      await github.checks.complete(id, result);
      saveState(ENDED, 'true');
    });
  try {
    return await work(async (verdict, documents) => {
      const page = { commit: event.commit, links: [runLink(event)] };
      await end(checkResult(verdict, renderMarkdown(verdict, documents, page)));
    });
  } catch (error) {
    const text = error instanceof FaultError ? renderFaults(error.faults, PLAIN_PALETTE) : String(error);
    await end(failed('The gate could not run', text));
    throw error;
  }
}

/** For the step after: a check run that was started and not ended belongs to a process that died. */
export async function endLeftCheckRun(
  event: GithubEvent,
  token: string | undefined,
  host: Host,
): Promise<void> {
  const id = Number(getState(STARTED));
  if (!id || getState(ENDED)) return;
  const github = await openGithub(event, token, host);
  const text =
    'The process ended without a verdict: it was cancelled, or killed for its time or its memory. See the log.';
  await orWarn(host, async () => github?.checks.complete(id, failed('No verdict', text)));
}

export const runLink = ({ runUrl }: GithubEvent) => ({ label: 'All documents of this run', url: runUrl });

/** Null when it failed. */
export async function orWarn<T>(host: Host, publish: () => Promise<T>): Promise<T | null> {
  try {
    return await publish();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    for (const { message, fix } of error.faults) host.warn([message, fix].filter(Boolean).join(' '));
    return null;
  }
}

/** Indented, Markdown takes the words of an error as they are. */
function failed(title: string, text: string): CheckResult {
  const summary = text
    .slice(0, 20_000)
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return { conclusion: 'failure', title, summary, annotations: [] };
}
