/** One row for each request of GitHub's API that onnx-gate sends. */
import { createHash } from 'node:crypto';
import type { FakeCheckRun, FakeComment, State } from './state.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, never>>;
  readonly state: State;
  readonly origin: string;
  readonly path: string;
}

type Route = readonly [method: string, template: string, answer: (asked: Asked) => Answer];

const NOT_FOUND: Answer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' },
};
const REPOSITORY = 1;
/** GitHub's own example of a repository does not fit its description. */
const UNLIKE = { language: null, source: undefined };
const CREATED = '2026-11-02T09:30:00Z';

export const ROUTES: readonly Route[] = [
  [
    'GET',
    '/repos/{owner}/{repo}',
    () => ({ status: 200, body: { id: REPOSITORY, default_branch: 'main', ...UNLIKE } }),
  ],
  [
    'GET',
    '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    (asked) =>
      page(
        asked,
        asked.state.comments
          .filter(({ issue }) => String(issue) === asked.params.issue_number)
          .map((one) => commentBody(asked, one)),
      ),
  ],
  [
    'POST',
    '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    (asked) => {
      const { state, params, body } = asked;
      const one = {
        id: state.nextId(),
        issue: Number(params.issue_number),
        body: String(body.body),
        author: state.viewer,
        minimized: false,
        writes: 1,
      };
      state.comments.push(one);
      return { status: 201, body: commentBody(asked, one) };
    },
  ],
  [
    'GET',
    '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    (asked) => onComment(asked, (one) => ({ status: 200, body: commentBody(asked, one) })),
  ],
  [
    'PATCH',
    '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    (asked) =>
      onComment(asked, (one) => {
        one.body = String(asked.body.body);
        one.writes++;
        return { status: 200, body: commentBody(asked, one) };
      }),
  ],
  [
    'DELETE',
    '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    (asked) =>
      onComment(asked, (one) => {
        asked.state.comments.splice(asked.state.comments.indexOf(one), 1);
        return { status: 204 };
      }),
  ],
  [
    'POST',
    '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    (asked) =>
      onComment(asked, ({ id }) => {
        const { state } = asked;
        const there = state.reactions.find(({ comment }) => comment === id);
        const one = there ?? { id: state.nextId(), comment: id, created: new Date().toISOString() };
        if (!there) state.reactions.push(one);
        const body = { id: one.id, node_id: `R_${one.id}`, content: 'eyes', created_at: one.created };
        return { status: there ? 200 : 201, body };
      }),
  ],
  [
    'DELETE',
    '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}',
    ({ state, params }) => {
      const at = state.reactions.findIndex(({ id }) => String(id) === params.reaction_id);
      if (at === -1) return NOT_FOUND;
      state.reactions.splice(at, 1);
      return { status: 204 };
    },
  ],
  [
    'POST',
    '/repos/{owner}/{repo}/check-runs',
    (asked) => {
      const { name, head_sha, status, external_id = null } = asked.body as unknown as FakeCheckRun;
      const one: FakeCheckRun = {
        id: asked.state.nextId(),
        name,
        head_sha,
        status,
        external_id,
        conclusion: null,
        title: null,
        summary: null,
        annotations: [],
      };
      asked.state.checkRuns.push(one);
      return { status: 201, body: checkBody(one) };
    },
  ],
  [
    'PATCH',
    '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    ({ state, params, body }) => {
      const one = state.checkRuns.find(({ id }) => String(id) === params.check_run_id);
      if (!one) return NOT_FOUND;
      const { status, conclusion, output } = body as {
        status?: string;
        conclusion?: string;
        output?: { title: string; summary: string; annotations?: Record<string, unknown>[] };
      };
      if (status) one.status = status;
      if (conclusion) one.conclusion = conclusion;
      if (output) {
        one.title = output.title;
        one.summary = output.summary;
        one.annotations.push(...(output.annotations ?? []));
      }
      return { status: 200, body: checkBody(one) };
    },
  ],
  [
    'GET',
    '/repos/{owner}/{repo}/commits/{ref}/check-runs',
    ({ state, params, query }) => {
      const found = state.checkRuns.filter(
        ({ head_sha, name }) => head_sha === params.ref && name === query.get('check_name'),
      );
      return { status: 200, body: { total_count: found.length, check_runs: found.map(checkBody) } };
    },
  ],
  [
    'GET',
    '/repos/{owner}/{repo}/pulls',
    (asked) => {
      const head = asked.query.get('head');
      const open = asked.state.pulls.filter(
        (one) => one.state === 'open' && (head === null || head === `${one.owner}:${one.branch}`),
      );
      return page(
        asked,
        open.map(({ number, sha, branch, repository }) => ({
          number,
          state: 'open',
          // GitHub's own example of these does not fit its description.
          requested_teams: [],
          head: { sha, ref: branch, repo: { id: repository } },
        })),
      );
    },
  ],
  [
    'GET',
    '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    ({ state, params, origin, query }) => {
      const run = state.runs.find(({ id }) => String(id) === params.run_id);
      const artifacts = state.artifacts
        .filter(
          ({ run: of, name }) => String(of) === params.run_id && [null, name].includes(query.get('name')),
        )
        .map(({ id, name, bytes, size, expired = false }) => ({
          id,
          node_id: `A_${id}`,
          name,
          digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
          size_in_bytes: size ?? bytes.length,
          url: `${origin}/repos/octo/shop/actions/artifacts/${id}`,
          archive_download_url: `${origin}/repos/octo/shop/actions/artifacts/${id}/zip`,
          expired,
          created_at: CREATED,
          expires_at: '2027-01-31T09:30:00Z',
          updated_at: CREATED,
          ...(run && {
            workflow_run: {
              id: run.id,
              repository_id: REPOSITORY,
              head_repository_id: REPOSITORY,
              head_branch: run.branch,
              head_sha: run.sha,
            },
          }),
        }));
      return { status: 200, body: { total_count: artifacts.length, artifacts } };
    },
  ],
  [
    'GET',
    '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    ({ state, params, origin }) => {
      const one = state.artifacts.find(({ id }) => String(id) === params.artifact_id);
      if (!one) return NOT_FOUND;
      state.blobs.set(`/blobs/${one.id}`, one.bytes);
      return { status: 302, headers: { location: `${new URL(origin).origin}/blobs/${one.id}` } };
    },
  ],
  [
    'GET',
    '/repos/{owner}/{repo}/commits',
    ({ state, query }) => {
      const first = state.commits.indexOf(query.get('sha') ?? '');
      const shas =
        first === -1 ? [] : state.commits.slice(first, first + Number(query.get('per_page') ?? 30));
      return { status: 200, body: shas.map((sha) => ({ sha })) };
    },
  ],
  [
    'GET',
    '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    ({ state, query }) => {
      const runs = state.runs.filter(({ branch }) => branch === query.get('branch'));
      const body = runs.map(({ id, sha, created, branch }) => ({
        id,
        head_sha: sha,
        head_branch: branch,
        created_at: created,
        html_url: `https://github.example/octo/shop/actions/runs/${id}`,
      }));
      return { status: 200, body: { total_count: runs.length, workflow_runs: body } };
    },
  ],
  ['POST', '/graphql', graphql],
];

function graphql({ body, state }: Asked): Answer {
  const { query, variables } = body as unknown as {
    query: string;
    variables: { ids?: string[]; id?: string };
  };
  const byNode = (id: string) => state.comments.find((one) => `IC_${one.id}` === id);
  if (/minimizeComment/.test(query)) {
    const one = byNode(variables.id!);
    if (one) one.minimized = true;
    return { status: 200, body: { data: { minimizeComment: { clientMutationId: null } } } };
  }
  const nodes = variables.ids!.map((id) => {
    const one = byNode(id);
    return one ? { id, isMinimized: one.minimized, viewerDidAuthor: one.author === state.viewer } : null;
  });
  return { status: 200, body: { data: { nodes } } };
}

function onComment(asked: Asked, then: (one: FakeComment) => Answer): Answer {
  const one = asked.state.comments.find(({ id }) => String(id) === asked.params.comment_id);
  return one ? then(one) : NOT_FOUND;
}

function commentBody({ origin }: Asked, { id, issue, body }: FakeComment) {
  return {
    id,
    node_id: `IC_${id}`,
    url: `${origin}/repos/octo/shop/issues/comments/${id}`,
    html_url: `https://github.example/octo/shop/pull/${issue}#issuecomment-${id}`,
    issue_url: `${origin}/repos/octo/shop/issues/${issue}`,
    body,
    created_at: CREATED,
    updated_at: CREATED,
  };
}

function checkBody({
  id,
  name,
  head_sha,
  status,
  conclusion,
  external_id,
  title,
  summary,
  annotations,
}: FakeCheckRun) {
  const output = { title, summary, text: null, annotations_count: annotations.length };
  return {
    id,
    name,
    head_sha,
    status,
    conclusion,
    external_id,
    output: { ...output, annotations_url: 'https://api.github.example/a' },
  };
}

function page({ query, origin, path }: Asked, all: readonly unknown[]): Answer {
  const size = Number(query.get('per_page') ?? 30);
  const number = Number(query.get('page') ?? 1);
  const body = all.slice((number - 1) * size, number * size);
  if (number * size >= all.length) return { status: 200, body };
  const next = new URLSearchParams(query);
  next.set('page', String(number + 1));
  return { status: 200, body, headers: { link: `<${origin}${path}?${next}>; rel="next"` } };
}
