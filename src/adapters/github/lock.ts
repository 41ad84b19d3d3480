/**
 * Mutual exclusion between jobs that update one comment. The API has no conditional write, but a user has each
 * reaction on a comment at most once: POST answers 201 to whoever made it and 200 to all others (GitHub's REST
 * documentation, "Create reaction for an issue comment"). The 👀 is the lock; it is gone when the writer is done.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fault } from '../../core/errors.ts';
import { type Client, statusOf } from './client.ts';

/** Seconds after which a lock was left by a job that died. */
const STALE = 60;
/** Seconds in all. */
const LONGEST = 600;

const REACTIONS = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
const REACTION = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}';

/**
 * `work(true)` runs while no other job holds the comment. Where reactions are refused it is `work(false)`: the caller
 * has to look afterwards whether another wrote at the same time.
 */
export async function exclusively<T>(
  client: Client,
  comment: number,
  work: (alone: boolean) => Promise<T>,
): Promise<T> {
  const one = { ...client.at, comment_id: comment };
  const began = performance.now();
  for (let attempt = 0; ; attempt++) {
    const lock = await take(client, one);
    if (lock === 'refused') return work(false);
    if (lock.mine) {
      try {
        return await work(true);
      } finally {
        await drop(client, one, lock.id);
      }
    }
    if (lock.age > STALE) await drop(client, one, lock.id);
    else if (performance.now() - began > LONGEST * client.second) break;
    else await sleep(waitOf(attempt) * client.second);
  }
  throw fault('host-failed', `Another job has been changing the comment for ${LONGEST} seconds.`, {
    fix: 'The verdict stands; run the step again to publish it.',
  });
}

type Place = Client['at'] & { readonly comment_id: number };

async function take({ direct }: Client, one: Place) {
  try {
    const { status, data, headers } = await direct.request(REACTIONS, { ...one, content: 'eyes' });
    const now = Date.parse(headers.date ?? '') || Date.now();
    return {
      id: Number(data.id),
      mine: (status as number) === 201,
      age: (now - Date.parse(data.created_at)) / 1000,
    };
  } catch (error) {
    // 403: not permitted, or too many at once. 404: the comment is gone. Looking again tells.
    if ([403, 404, 422].includes(statusOf(error) ?? 0)) return 'refused';
    throw error;
  }
}

/** Also when it is gone already: a lock that was thought stale. */
async function drop({ direct }: Client, one: Place, reaction: number): Promise<void> {
  try {
    await direct.request(REACTION, { ...one, reaction_id: reaction });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

/** Seconds: 0.25 at first, 4 at most, each half of it by chance. */
function waitOf(attempt: number): number {
  return Math.min(4, 0.25 * 2 ** attempt) * (0.5 + Math.random() / 2);
}
