/** The only way to GitHub's API: proxies and Enterprise addresses as the toolkit knows them, retries, and limits. */
import { defaults, GitHub, getOctokitOptions } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { type FaultError, fault } from '../../core/errors.ts';

export interface ClientOptions {
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  /** GITHUB_API_URL; another host for GitHub Enterprise Server. */
  readonly baseUrl: string;
  readonly log: (message: string) => void;
  /** Milliseconds that a retry waits for each second that it should; less in tests. */
  readonly second?: number;
}

/** Milliseconds for one request with its answer, after which it counts as failed. */
const LONGEST = 30_000;
/** Longest wait that a limit may ask for, in seconds; beyond it the report is not worth the runner. */
const LONGEST_WAIT = 120;
const MOST_RETRIES = 3;

const Throttled = GitHub.plugin(retry, throttling);
const Retrying = GitHub.plugin(retry);

export function createClient(options: ClientOptions) {
  const second = options.second ?? 1000;
  const shared = {
    baseUrl: options.baseUrl,
    userAgent: 'onnx-gate',
    retry: { retries: MOST_RETRIES, retryAfterBaseValue: second },
    request: { fetch: wholeFetch },
    log: { debug() {}, info() {}, warn: options.log, error() {} },
  };
  const again = (what: string) => (wait: number, _: unknown, __: unknown, count: number) => {
    const willing = wait <= LONGEST_WAIT && count < MOST_RETRIES;
    options.log(
      `GitHub’s ${what} was reached; ${willing ? `trying again in ${wait} s` : `it asks to wait ${wait} s, too long`}.`,
    );
    return willing;
  };
  const { owner, repo, token } = options;
  return {
    at: { owner, repo },
    second,
    /** For all but locks. Writes are a second apart, as GitHub asks. */
    api: new Throttled(
      getOctokitOptions(token, {
        ...shared,
        throttle: {
          id: `${options.baseUrl} ${owner}/${repo}`,
          retryAfterBaseValue: second,
          onRateLimit: again('rate limit'),
          onSecondaryRateLimit: again('secondary rate limit'),
        },
      }),
    ),
    /** For locks, which wait by themselves. */
    direct: new Retrying(getOctokitOptions(token, shared)),
  };
}
export type Client = ReturnType<typeof createClient>;

/** Fetches whole answers, so that one that breaks off half-way is a failure that is retried, not half a text. */
const wholeFetch: typeof fetch = async (input, init) => {
  const proxied = defaults.request!.fetch as unknown as typeof fetch;
  const response = await proxied(input, { ...init, signal: AbortSignal.timeout(LONGEST) });
  const body = await response.arrayBuffer();
  const empty = [204, 205, 304].includes(response.status);
  return Object.defineProperty(new Response(empty ? null : body, response), 'url', { value: response.url });
};

interface RequestFailure {
  readonly status?: number;
  readonly message: string;
  readonly response?: { readonly data?: unknown };
}

/** The status that GitHub answered with, or undefined when it did not answer. */
export function statusOf(error: unknown): number | undefined {
  const { status, response } = error as RequestFailure;
  return response === undefined ? undefined : status;
}

/** `what` completes "GitHub refused to …"; `permission` is a line of a workflow's `permissions:`. */
export function githubFault(error: unknown, what: string, permission: string): FaultError {
  const { message } = error as RequestFailure;
  const status = statusOf(error);
  const words = message.split(' - https://')[0]!.slice(0, 300);
  if (status === 401 || (status === 403 && !/rate limit/i.test(message))) {
    return fault('permission-missing', `GitHub refused to ${what} (${status}: ${words}).`, {
      fix: `Give the job the permission: \`permissions: { contents: read, ${permission} }\`. A fork’s pull request has none: publish from \`workflow_run\`.`,
    });
  }
  return fault(
    'host-failed',
    `GitHub could not ${what} (${status === undefined ? words : `${status}: ${words}`}).`,
    {
      fix: 'The verdict stands; run the step again to publish it.',
    },
  );
}

/** Runs `work`, with failures in the user's words. */
export async function told<T>(what: string, permission: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as Error).name === 'FaultError') throw error;
    throw githubFault(error, what, permission);
  }
}

const MOST_CREATIONS = 3;

/**
 * Sends what creates something, and never again blindly: an answer that was lost may have been a yes, so after a
 * failure `find` looks for what was to be created. `second` is in milliseconds.
 */
export async function createOnce<T>(
  second: number,
  create: () => Promise<T>,
  find: () => Promise<T | undefined>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create();
    } catch (error) {
      const status = statusOf(error);
      if (status !== undefined && status < 500) throw error;
      const made = await find();
      if (made !== undefined) return made;
      if (attempt === MOST_CREATIONS) throw error;
      await new Promise((done) => setTimeout(done, second * attempt ** 2));
    }
  }
}
