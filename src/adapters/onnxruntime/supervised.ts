/** A child process under limits: questions and answers, and a fault instead of a crash. */
import { FaultError } from '../../core/errors.ts';
import type { Limits } from '../../ports.ts';
import { crashed, type Ending, outOfMemory, outOfTime, startedProcesses, stderrLines } from './endings.ts';
import { type Exchange, openExchange } from './exchange.ts';
import { kill, type Launch, launch, signal } from './launch.ts';
import type { Exchanges, Kind, Reply, Request } from './protocol.ts';
import { watch } from './watch.ts';
import { engineFault } from './words.ts';

/** Loading the engine itself, from a cold disk too. */
const START_SECONDS = 60;

/** Of the child's stderr, the newest part is kept. */
const STDERR_CHARACTERS = 64 * 1024;

/** How long its last words may take after its end. */
const LAST_WORDS_MS = 2000;

export interface Supervised extends AsyncDisposable {
  /** Where the child finds these tensors. Throws what `ask` does when the process is gone. */
  readonly put: Exchange['put'];
  /** `doing` is what a fault says the process was at, such as `loading models/m.onnx`. */
  ask<K extends Request['kind']>(
    kind: K,
    needs: Exchanges[K]['needs'],
    doing: string,
  ): Promise<Exchanges[K]['brings']>;
}

interface Question {
  doing: string;
  readonly seconds: number;
  readonly resolve: (value: Exchanges[Kind]['brings']) => void;
  readonly reject: (error: unknown) => void;
}

/** Resolves when the engine is loaded. Throws `runtime-unavailable`. */
export async function startSupervised(
  setup: Omit<Launch, 'memory' | 'exchange'>,
  limits: Limits,
): Promise<Supervised> {
  const exchange = openExchange();
  const child = launch({ ...setup, memory: limits.memory, exchange: exchange.file });
  const questions: Question[] = [];
  let stderr = '';
  /** Why we ended it; null while it lives, and when it died by itself. */
  let stopped: Ending | null = null;
  let gone: FaultError | null = null;
  let timer: NodeJS.Timeout | undefined;
  const outbox: Request[] = [];

  const stop = (ending: Ending) => {
    stopped ??= ending;
    kill(child);
  };

  const unwatch = child.pid
    ? watch(child.pid, ({ memory, started }) => {
        if (memory > limits.memory) stop(outOfMemory(limits, memory));
        if (started.length === 0) return;
        stop(startedProcesses);
        // One that left the group is not reached otherwise.
        for (const pid of started) signal(pid);
      })
    : () => {};

  const time = ({ seconds }: Question) => {
    timer = setTimeout(() => stop(outOfTime(seconds)), Math.min(seconds * 1000, 2 ** 31 - 1));
  };

  const settle = (reply: Exclude<Reply, { kind: 'doing' }>) => {
    clearTimeout(timer);
    const question = questions.shift();
    if (questions[0]) time(questions[0]);
    if (reply.kind === 'done') question?.resolve(reply.value);
    if (reply.kind === 'refused') question?.reject(new FaultError(reply.faults));
    if (reply.kind === 'engine') question?.reject(engineFault(reply, question.doing, limits));
  };

  const enqueue = (doing: string, seconds: number) =>
    new Promise<Exchanges[Kind]['brings']>((resolve, reject) => {
      const question = { doing, seconds, resolve, reject };
      questions.push(question);
      if (questions.length === 1) time(question);
    });

  /** What is asked in one turn travels in one message, since each one costs both processes. */
  const post = (request: Request) => {
    if (outbox.push(request) > 1) return;
    queueMicrotask(() => {
      // A channel that is closed already is reported by `close`.
      child.send(outbox.splice(0), () => {});
    });
  };

  const ended = new Promise<void>((resolve) => {
    const end = (ending: Ending) => {
      if (gone) return;
      unwatch();
      clearTimeout(timer);
      const doing = questions[0]?.doing ?? 'waiting';
      gone = new FaultError([{ ...(stopped ?? ending)(doing), ...stderrLines(stderr) }]);
      for (const question of questions.splice(0)) question.reject(gone);
      exchange.close();
      resolve();
    };
    child.on('error', (error) => end(crashed(error.message, null)));
    // What it started must not outlive it, nor keep the stream open whose end makes `close`.
    child.on('exit', () => {
      kill(child);
      setTimeout(() => child.stderr!.destroy(), LAST_WORDS_MS).unref();
    });
    child.on('close', (code, signal) => end(crashed(stderr, signal ?? code)));
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_CHARACTERS);
  });
  child.on('message', (replies: readonly Reply[]) => {
    for (const reply of replies) {
      if (reply.kind !== 'doing') settle(reply);
      else if (questions[0]) questions[0].doing = reply.what;
    }
  });

  const dispose = async () => {
    stop(() => ({ code: 'internal', message: 'The model was closed while it was in use.' }));
    await ended;
  };
  try {
    await enqueue('starting', START_SECONDS);
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    put(tensors) {
      if (gone) throw gone;
      return exchange.put(tensors);
    },
    ask(kind, needs, doing) {
      if (gone) return Promise.reject(gone);
      const answer = enqueue(doing, limits.seconds);
      post({ kind, needs } as Request);
      return answer as Promise<Exchanges[typeof kind]['brings']>;
    },
    [Symbol.asyncDispose]: dispose,
  };
}
