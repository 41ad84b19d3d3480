import { renderBody } from '../core/comment/body.ts';
import { type CommentState, markerOf, unpackState } from '../core/comment/hidden.ts';
import { type Leg, mergedVerdict, mergeLegs } from '../core/comment/legs.ts';
import { type When, worthComment } from '../core/comment/worth.ts';
import { fault } from '../core/errors.ts';
import type { Link } from '../core/report/markdown-details.ts';
import type { CommentThread, OwnComment } from '../ports.ts';

/** How a new run's comment relates to the one before; jobs of one run always share one. */
export const MODES = ['update', 'recreate', 'hide-and-recreate', 'append'] as const;
export type Mode = (typeof MODES)[number];

type State = CommentState & { readonly legs: readonly [Leg, ...Leg[]] };

export interface CommentInputs {
  /** What this job has to say. */
  readonly state: State;
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

/**
 * Brings the pull request's comment up to date. Jobs of one run that race lose nothing: each adds its part to what
 * the comment carries while no other may write, and comments that were created at the same instant become the oldest.
 */
export async function runComment(
  inputs: CommentInputs,
  { thread }: { readonly thread: CommentThread },
): Promise<Posted> {
  if (inputs.when === 'never') return { status: 'kept-quiet' };
  const { state } = inputs;
  const marker = markerFor(inputs);
  for (let round = 0; round < ROUNDS; round++) {
    const found = await withStates(marker, await thread.find(marker));
    if (found.some((one) => one.state !== null && one.state.run > state.run)) return { status: 'outdated' };
    const shared = found.filter((one) => inputs.mode === 'update' || one.state?.run === state.run);
    const [target] = shared;
    if (!target) {
      const { verdict } = mergedVerdict(state.legs);
      if (found.length === 0 && !worthComment(inputs.when, verdict)) return { status: 'kept-quiet' };
      const made = await thread.create(await renderBody(state, { ...inputs, marker }));
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

const markerFor = ({ workflow, state }: CommentInputs) =>
  markerOf(workflow, state.legs.map(({ verdict }) => verdict.policy?.path).find(Boolean) ?? '');

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
  const legs = mergeLegs([...states.flatMap((one) => one!.legs), ...state.legs]);
  const body = await renderBody({ ...state, legs: [legs[0]!, ...legs.slice(1)] }, { ...inputs, marker });
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
