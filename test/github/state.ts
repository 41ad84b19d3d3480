/** What the fake GitHub knows. */
export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly author: string;
  minimized: boolean;
  /** How often it was written. */
  writes: number;
}

export interface FakeReaction {
  readonly id: number;
  readonly comment: number;
  created: string;
}

export interface FakeCheckRun {
  readonly id: number;
  readonly name: string;
  readonly head_sha: string;
  readonly external_id: string | null;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  readonly annotations: Record<string, unknown>[];
}

export interface FakePull {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly sha: string;
  readonly branch: string;
  readonly owner: string;
  readonly repository: number;
}

export interface FakeArtifact {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expired?: boolean;
  /** What the listing says, when that is a lie. */
  readonly size?: number;
}

export interface FakeRun {
  readonly id: number;
  readonly sha: string;
  readonly branch: string;
  readonly created: string;
}

export function createState() {
  let next = 1000;
  return {
    /** Who the token belongs to. */
    viewer: 'github-actions[bot]',
    comments: [] as FakeComment[],
    reactions: [] as FakeReaction[],
    checkRuns: [] as FakeCheckRun[],
    pulls: [] as FakePull[],
    artifacts: [] as FakeArtifact[],
    runs: [] as FakeRun[],
    /** Of the base branch, newest first. */
    commits: [] as string[],
    /** Where artifacts are downloaded from, by path. */
    blobs: new Map<string, Uint8Array>(),
    nextId: () => next++,
  };
}
export type State = ReturnType<typeof createState>;
