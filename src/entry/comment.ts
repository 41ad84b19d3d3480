/** Asks GitHub first, so that its answer is on the way while what was measured is read and shown. */
import { type GithubEvent, readEvent } from '../adapters/github/event.ts';
import type { Github } from '../adapters/github/github.ts';
import type { Host } from '../adapters/hosts/host.ts';
import type { commentSpec } from '../specs/comment.ts';
import type { Inputs } from '../specs/spec.ts';
import { filesIn } from './document-files.ts';
import { openGithub } from './github.ts';
import type { Found, Print } from './show-comment.ts';

type CommentInputs = Inputs<typeof commentSpec>;

/** `print` gets what readers see. Returns the exit code of the verdict, whatever could be published. */
export async function comment(inputs: CommentInputs, host: Host, print: Print): Promise<number> {
  const event = readEvent(process.env);
  const github = await openGithub(event, inputs['github-token'] ?? process.env.GITHUB_TOKEN, host);
  const finding = findDocuments(inputs, event, github);
  // What another run has uploaded is asked of GitHub too, and may be refused: nothing else is asked then.
  if (event.measuring) await finding;
  const reading = finding.then(async (found) => {
    const { readShown } = await import('./show-comment.ts');
    return readShown(found, inputs, event);
  });
  const looking = github && inputs.when !== 'never' ? lookUp(github, reading) : null;
  // It fails where it is awaited.
  looking?.catch(() => {});
  const read = await reading;
  return read.show({ inputs, host, github, looking, print });
}

/** The pull request's comments. Null when there is no pull request. */
async function lookUp(github: Github, reading: Promise<{ readonly marker: string }>) {
  const number = await github.findPullRequest();
  if (number === null) return null;
  const thread = github.thread(number);
  return { thread, first: await thread.find(reading.then(({ marker }) => marker)) };
}

/** After `workflow_run` what that run uploaded, unless folders are named. */
async function findDocuments(
  { documents, artifact }: CommentInputs,
  { measuring }: GithubEvent,
  github: Github | null,
): Promise<Found> {
  if (measuring && github && documents.length === 0) {
    const { runReadArtifacts } = await import('../commands/artifacts.ts');
    const { files, artifacts } = await runReadArtifacts(measuring.id, artifact, github);
    return { files, links: artifacts.slice(0, 5).map(({ name, url }) => ({ label: name, url })) };
  }
  return { files: await filesIn(documents.length > 0 ? documents : ['.onnx-gate']), links: [] };
}
