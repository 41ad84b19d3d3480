/** Where a verdict is shown, and where past ones are. */
import type { CheckResult } from '../core/report/check-run.ts';

/** Past verdicts, a JSON line each, at a place that several runs may write to at once. */
export interface History {
  /** Adds one line, which ends with a newline. Nobody else's is lost. `history-unwritable`. */
  append(line: string): Promise<void>;
  /** Every line, in any number of texts; none where there is no such place yet. `history-unreadable`. */
  read(): Promise<readonly string[]>;
}

/** A comment that this tool wrote. All throw `permission-missing` and `host-failed`. */
export interface OwnComment {
  readonly id: number;
  /** As it was when it was found. */
  readonly body: string;
  readonly url: string;
  /** As it is now; null when it is gone. */
  read(): Promise<string | null>;
  update(body: string): Promise<void>;
  /** One that is gone already is no error. */
  retire(how: 'delete' | 'hide'): Promise<void>;
  /** Runs `work` while no other process that asks does; `alone` is false where the host cannot promise that. */
  exclusively<T>(work: (alone: boolean) => Promise<T>): Promise<T>;
}

/** The comments on one pull request. */
export interface CommentThread {
  /** Ours that contain `marker` and are not hidden, the oldest first. They are asked for while it is still awaited. */
  find(marker: string | Promise<string>): Promise<readonly OwnComment[]>;
  /** Never twice, whatever becomes of the answer. */
  create(body: string): Promise<OwnComment>;
}

/** Check runs of the commit that is judged. `permission-missing`, `host-failed`. */
export interface CheckRuns {
  /** In progress from now on. Gives its id. */
  start(name: string): Promise<number>;
  complete(id: number, result: CheckResult): Promise<void>;
}

/** Files that an earlier run left. */
export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  /** Packed. */
  readonly bytes: number;
  readonly digest: string | null;
  readonly url: string;
}

/** `permission-missing`, `host-failed`. */
export interface RunArtifacts {
  /** Of one run, those that have not expired. */
  list(run: number): Promise<readonly RunArtifact[]>;
  /** The zip file, refused beyond `most` bytes. */
  download(artifact: RunArtifact, most: number): Promise<Uint8Array>;
}

/** A run whose result counts as the baseline. */
export interface PassedRun {
  readonly id: number;
  readonly commit: string;
  readonly created: string;
  readonly url: string;
}

/** History of the base branch. `permission-missing`, `host-failed`. */
export interface BaseHistory {
  /** The commit and its ancestors, nearest first. */
  ancestors(commit: string, most: number): Promise<readonly string[]>;
  /** Runs of one workflow on a branch that passed, newest first. */
  passedRuns(workflow: string, branch: string, most: number): Promise<readonly PassedRun[]>;
}
