/** Runs after every action, also when its process was killed. */
import { readEvent } from '../../adapters/github/event.ts';
import { createGithubHost } from '../../adapters/hosts/github.ts';
import { endLeftCheckRun } from '../check-run.ts';

const event = readEvent(process.env);
const host = createGithubHost(process.env, event.pullRequest);
await endLeftCheckRun(event, process.env['INPUT_GITHUB-TOKEN'], host);
