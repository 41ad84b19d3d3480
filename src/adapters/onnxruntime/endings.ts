/** How a child process can end, as faults. */
import type { Fault } from '../../core/errors.ts';
import type { Limits } from '../../ports.ts';
import { clip, mebibytes, oneLine } from './text.ts';
import { MEMORY_FIX } from './words.ts';

/** The fault of an ending, given what the process was doing. */
export type Ending = (doing: string) => Fault;

export const outOfTime =
  (seconds: number): Ending =>
  (doing) => ({
    code: 'model-timeout',
    message: `ONNX Runtime did not finish ${doing} within ${seconds} s and was stopped.`,
    fix: 'If it is meant to be this slow, raise the limit in the policy (`limits: { seconds: 600 }`); a Loop without an end never returns.',
  });

export const outOfMemory =
  (limits: Limits, reached: number): Ending =>
  (doing) => ({
    code: 'model-memory',
    message: `ONNX Runtime held ${mebibytes(reached)} of memory while ${doing} and was stopped; the limit is ${mebibytes(limits.memory)}.`,
    fix: MEMORY_FIX,
  });

export const startedProcesses: Ending = (doing) => ({
  code: 'model-processes',
  message: `ONNX Runtime started a process of its own while ${doing}, and both were stopped.`,
  fix: 'No operator of ONNX starts processes: the model made the engine run something else. Do not load it anywhere, and find out where it comes from.',
});

/** What usually lies behind a signal. */
const CAUSES: Partial<Record<NodeJS.Signals, string>> = {
  SIGFPE: 'an integer division by zero, or of the smallest integer by −1',
  SIGSEGV: 'nesting too deep for the stack, or memory out of bounds',
  SIGABRT: 'a state that the engine did not expect and cannot leave',
  SIGILL: 'an instruction that this processor does not have',
  SIGKILL: 'the kernel, when the machine ran out of memory',
};

/** An end that nobody here asked for. `how`: the signal's name, the exit code, or null when it never started. */
export function crashed(stderr: string, how: NodeJS.Signals | number | null): Ending {
  const name = typeof how === 'string' ? how : how === null ? 'a failed start' : `exit code ${how}`;
  return (doing) => {
    if (doing === 'starting') {
      return {
        code: 'runtime-unavailable',
        message: `The process for ONNX Runtime did not start: ${how === null ? oneLine(stderr) : name}.`,
        fix: 'The details hold its last words. Install onnx-gate again if they name a missing file.',
      };
    }
    if (/out of memory|bad_alloc/.test(stderr)) {
      return {
        code: 'model-memory',
        message: `ONNX Runtime ran out of memory while ${doing} (${name}).`,
        fix: MEMORY_FIX,
      };
    }
    const cause = typeof how === 'string' ? CAUSES[how] : undefined;
    return {
      code: 'model-crashed',
      message: `ONNX Runtime died of ${name} while ${doing}${cause ? ` (most often ${cause})` : ''}.`,
      fix: 'It would take down a server in the same way. Export the model without the operation that does it, and report it to ONNX Runtime.',
    };
  };
}

/** The last 20 lines worth reading, without colours and native stack frames. */
export function stderrLines(stderr: string): { readonly details?: string } {
  const lines = stderr
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '' && !/^\d+: (0x)?[0-9a-f]+|^-----|^<---/i.test(line))
    .slice(-20)
    .map((line) => clip(line, 300));
  return lines.length === 0 ? {} : { details: clip(lines.join('\n'), 4096) };
}
