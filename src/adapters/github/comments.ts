import type { CommentThread, OwnComment } from '../../ports.ts';
import { type Client, createOnce, statusOf, told } from './client.ts';
import { exclusively } from './lock.ts';

const PERMISSION = 'pull-requests: write';

interface Raw {
  readonly id: number | bigint;
  readonly node_id: string;
  readonly body?: string | undefined;
  readonly html_url: string;
}

/** The comments on one pull request. A token without `pull-requests: write` gives `permission-missing`. */
export function createCommentThread(client: Client, number: number): CommentThread {
  const { api, at } = client;
  const list = async (awaited: string | Promise<string>): Promise<OwnComment[]> => {
    const [all, marker] = await Promise.all([
      api.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...at,
        issue_number: number,
        per_page: 100,
      }),
      awaited,
    ]);
    const marked = all.filter(({ body }) => body?.includes(marker));
    const own = await ownAndShown(
      client,
      marked.map(({ node_id }) => node_id),
    );
    return marked
      .filter(({ node_id }) => own.has(node_id))
      .map((raw) => ownComment(client, raw))
      .sort((a, b) => a.id - b.id);
  };
  return {
    find: (marker) => told('list the comments', PERMISSION, () => list(marker)),

    create: (body) =>
      told('comment', PERMISSION, () =>
        createOnce(
          client.second,
          async () => {
            const place = { ...at, issue_number: number, body, request: { retries: 0 } };
            const { data } = await api.request(
              'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
              place,
            );
            return ownComment(client, data);
          },
          // The last line carries all that the comment says.
          async () => (await list(body.slice(body.lastIndexOf('\n') + 1))).at(-1),
        ),
      ),
  };
}

function ownComment(client: Client, raw: Raw): OwnComment {
  const { api, at } = client;
  const { node_id, body = '', html_url } = raw;
  const id = Number(raw.id);
  const one = { ...at, comment_id: id };
  const write = <T>(work: () => Promise<T>) => told('change the comment', PERMISSION, work);
  return {
    id,
    body,
    url: html_url,
    read: () =>
      told('read the comment', PERMISSION, async () => {
        try {
          const { data } = await api.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', one);
          return data.body ?? '';
        } catch (error) {
          if (statusOf(error) === 404) return null;
          throw error;
        }
      }),
    update: (text) =>
      write(async () => {
        await api.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...one, body: text });
      }),
    retire: (how) =>
      write(async () => {
        if (how === 'hide') return void (await api.graphql(HIDE, { id: node_id }));
        try {
          await api.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', one);
        } catch (error) {
          if (statusOf(error) !== 404) throw error;
        }
      }),
    exclusively: (work) => exclusively(client, id, work),
  };
}

const HIDE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId }
}`;

/** REST knows neither who asks, for an app's token, nor what is minimized. */
const OWN = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { id isMinimized viewerDidAuthor } }
}`;

/** At most this many nodes a query. */
const NODES = 100;

async function ownAndShown({ direct }: Client, ids: readonly string[]): Promise<Set<string>> {
  const own = new Set<string>();
  for (let first = 0; first < ids.length; first += NODES) {
    // A read, though it is a POST: it need not wait for its turn among the writes.
    const { nodes } = await direct.graphql<{
      readonly nodes: readonly ({
        readonly id?: string;
        readonly isMinimized?: boolean;
        readonly viewerDidAuthor?: boolean;
      } | null)[];
    }>(OWN, { ids: ids.slice(first, first + NODES) });
    for (const node of nodes) {
      if (node?.id !== undefined && node.viewerDidAuthor && !node.isMinimized) own.add(node.id);
    }
  }
  return own;
}
