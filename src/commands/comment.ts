import { type CommentState, markerOf, unpackState } from '../core/comment/hidden.ts';
import { type Leg, mergedVerdict, mergeLegs } from '../core/comment/legs.ts';
import { type When, worthComment } from '../core/comment/worth.ts';
import { fault } from '../core/errors.ts';
import { type FilledState, renderBody } from '../core/report/comment-body.ts';
import type { Link } from '../core/report/markdown-details.ts';
import type { CommentThread, OwnComment } from '../ports.ts';

/** How a new run's comment relates to the one before; jobs of one run always share one. */
export const MODES = ['update', 'recreate', 'hide-and-recreate', 'append'] as const;
export type Mode = (typeof MODES)[number];

export interface CommentInputs {
  /** What this job has to say. */
  readonly state: FilledState;
  /** The comment that says this alone. */
  readonly body: string;
  /** Path of the workflow that measured: two workflows keep two comments. */
  readonly workflow: string;
  readonly mode: Mode;
  readonly when: When;
  readonly links: readonly Link[];
  /** Where the whole verdict lies. */
  readonly full: string;
  /** Whether a fork's own workflow run measured. */
  readonly fork: boolean;
}

export type Posted =
  | { readonly status: 'posted'; readonly url: string }
  /** Nothing worth a comment, or a newer run has already commented. */
  | { readonly status: 'kept-quiet' | 'outdated' };

/** Tries to be the one that all agree on before giving up. */
const ROUNDS = 20;

/** What this gate's comments are found by. */
export const markerFor = (workflow: string, legs: readonly Leg[]): string =>
  markerOf(workflow, legs.map(({ verdict }) => verdict.policy?.path).find(Boolean) ?? '');

/**
 * Brings the pull request's comment up to date. Jobs of one run that race lose nothing: each adds its part to what
 * the comment carries while no other may write, and comments that were created at the same instant become the oldest.
 * `first`: what `thread.find(markerFor(…))` gave, asked for as early as the caller could.
 */
export async function runComment(
  inputs: CommentInputs,
  { thread, first }: { readonly thread: CommentThread; readonly first: readonly OwnComment[] },
): Promise<Posted> {
  const { state } = inputs;
  const marker = markerFor(inputs.workflow, state.legs);
  for (let round = 0; round < ROUNDS; round++) {
    const found = await withStates(marker, round === 0 ? first : await thread.find(marker));
    if (found.some((one) => one.state !== null && one.state.run > state.run)) return { status: 'outdated' };
    const shared = found.filter((one) => inputs.mode === 'update' || one.state?.run === state.run);
    const [target] = shared;
    if (!target) {
      const { verdict } = mergedVerdict(state.legs);
      if (found.length === 0 && !worthComment(inputs.when, verdict)) return { status: 'kept-quiet' };
      const made = await thread.create(inputs.body);
      // Another job may have created one as well. Whoever comes later finds this one and adds to it.
      const now = found.length === 0 ? await thread.find(marker) : [];
      if (now.length === 1 && now[0]!.id === made.id) return { status: 'posted', url: made.url };
      continue;
    }
    const done = await target.comment.exclusively((alone) =>
      join(inputs, marker, target.comment, alone, thread),
    );
    if (done) return { status: 'posted', url: target.comment.url };
  }
  throw fault('host-failed', `The comment was still changing after ${ROUNDS} attempts.`, {
    fix: 'Post it from one job that `needs` all others.',
  });
}

interface Found {
  readonly comment: OwnComment;
  /** Null when it cannot be read: it is then written anew. */
  readonly state: CommentState | null;
}

async function withStates(marker: string, comments: readonly OwnComment[]): Promise<Found[]> {
  return Promise.all(
    comments.map(async (comment) => ({ comment, state: await unpackState(marker, comment.body) })),
  );
}

/** Adds this job's part to `target` and takes away what it replaces. False: things have changed, look again. */
async function join(
  inputs: CommentInputs,
  marker: string,
  target: OwnComment,
  alone: boolean,
  thread: CommentThread,
): Promise<boolean> {
  const { state, mode } = inputs;
  const all = await withStates(marker, await thread.find(marker));
  const isShared = ({ state: other }: Found) => mode === 'update' || other?.run === state.run;
  const shared = all.filter(isShared);
  const now = await target.read();
  if (now === null || shared[0]?.comment.id !== target.id) return false;
  const states = [await unpackState(marker, now), ...shared.slice(1).map((one) => one.state)].filter(
    (one) => one !== null && one.run >= state.run,
  );
  if (states.some((one) => one!.run > state.run)) return false;
  const others = states.flatMap((one) => one!.legs);
  const body = others.length === 0 ? inputs.body : await bodyWith(others, inputs, marker);
  if (body.trim() !== now.trim()) {
    await target.update(body);
    // Without a promise of being alone, only a look tells whether somebody wrote over it.
    if (!alone) return false;
  }
  for (const { comment } of shared.slice(1)) await comment.retire('delete');
  if (mode === 'recreate' || mode === 'hide-and-recreate') {
    const how = mode === 'recreate' ? 'delete' : 'hide';
    for (const { comment } of all.filter((one) => !isShared(one))) await comment.retire(how);
  }
  return true;
}

async function bodyWith(others: readonly Leg[], inputs: CommentInputs, marker: string): Promise<string> {
  const [first, ...more] = mergeLegs([...others, ...inputs.state.legs]);
  const { text } = await renderBody({ ...inputs.state, legs: [first!, ...more] }, { ...inputs, marker });
  return text;
}
