/** ONNX Runtime's own errors as faults: one readable sentence, and the raw words as details. */
import { type FaultCode, type FaultError, fault } from '../../core/errors.ts';
import type { Limits } from '../../ports.ts';
import type { Phase } from './protocol.ts';
import { type Explained, explain } from './sentences.ts';
import { clip, mebibytes, oneLine } from './text.ts';

/** Element types that exist in ONNX and not in onnxruntime-node 1.30, by the number in its error. */
const UNCARRIED = new Map([
  [14, 'complex64'],
  [15, 'complex128'],
  [16, 'bfloat16'],
  [17, 'float8e4m3fn'],
  [18, 'float8e4m3fnuz'],
  [19, 'float8e5m2'],
  [20, 'float8e5m2fnuz'],
]);

export interface EngineWords {
  readonly phase: Phase;
  readonly path: string;
  readonly words: string;
}

/** The fault for what the engine threw: by its words where they are known, else by the phase. */
export function engineFault({ phase, path, words }: EngineWords, doing: string, limits: Limits): FaultError {
  const details = clip(words.trim(), 4096);
  if (/bad_alloc|bad allocation|Failed to allocate memory/.test(words)) {
    const asked = /requested buffer of size (\d+)/.exec(words)?.[1];
    const amount = asked === undefined ? 'more memory' : `${mebibytes(Number(asked))} at once`;
    return fault(
      'model-memory',
      `ONNX Runtime asked for ${amount} while ${doing}; the limit is ${mebibytes(limits.memory)}.`,
      { fix: MEMORY_FIX, details },
    );
  }
  const type = /Unsupported data type: (\d+)/.exec(words)?.[1];
  if (type !== undefined) {
    const name = UNCARRIED.get(Number(type)) ?? `element type ${type}`;
    return fault(
      'model-rejected',
      `${path} has an input or output of ${name}, which onnxruntime-node cannot carry; the model itself may be sound.`,
      { fix: 'Export it with a Cast to or from float32 at that input or output.', details },
    );
  }
  const { reason, fix } = readable(words);
  return fault(SENTENCES[phase].code, SENTENCES[phase].say(path, reason), {
    ...(fix !== undefined || SENTENCES[phase].fix !== null ? { fix: fix ?? SENTENCES[phase].fix! } : {}),
    details,
  });
}

export const MEMORY_FIX =
  'Raise the memory limit if the model is meant to need this much, or use smaller batches.';

const SENTENCES: Readonly<
  Record<
    Phase,
    {
      readonly code: FaultCode;
      readonly say: (path: string, reason: string) => string;
      readonly fix: string | null;
    }
  >
> = {
  start: {
    code: 'runtime-unavailable',
    say: (path, reason) => `onnxruntime-node in ${path} does not load: ${reason}.`,
    fix: 'Install it for this platform again; there is no build for musl (Alpine) or for a Mac with an Intel processor.',
  },
  load: {
    code: 'model-rejected',
    say: (path, reason) => `ONNX Runtime does not load ${path}: ${reason}.`,
    fix: null,
  },
  run: {
    code: 'model-run-rejected',
    say: (path, reason) => `ONNX Runtime does not run ${path} on this input: ${reason}.`,
    fix: null,
  },
};

/**
 * The reason in our words where the engine's are known, else its own without error codes, C++ places and a final
 * stop; `(node "Gather_row", Gather)` comes along where a node is named.
 * @example readable("Non-zero status code returned while running Gather node. Name:'g' Status Message: bad index")
 * // { reason: 'bad index (node "g", Gather)' }
 */
export function readable(words: string): Explained {
  const line = oneLine(words).replace(CODES, '');
  const [rest, node] = withoutNode(line);
  const plain = withoutPlace(rest)
    .replace(CODES, '')
    .replace(/^.{1,200}? was false\. (?=\S)/, '')
    .replace(/^This is an invalid model\. /, '')
    .replace(/[.\s]+$/, '');
  const known = explain(plain) ?? { reason: plain === '' ? 'it gives no reason' : plain };
  return { ...known, reason: clip(known.reason, 400) + (node === null ? '' : ` (node ${node})`) };
}

const CODES =
  /^(\[ONNXRuntimeError\] : \d+ : \w+ : |Load model from .*? failed: ?|Exception during initialization: )+/;

/** How ONNX Runtime names the node: while running it, and while building the graph. */
const NODES: readonly {
  readonly form: RegExp;
  readonly read: (found: readonly string[]) => [string, string];
}[] = [
  {
    form: /while running (\S+) node\. Name:'(.*?)' Status Message: (.*)$/,
    read: ([, type = '', name = '', rest = '']) => [rest, `"${clip(name, 100)}", ${clip(type, 40)}`],
  },
  {
    form: /In Node, \("(.*?)", (\S+), .*?, Error (.*)$/,
    read: ([, name = '', type = '', rest = '']) => [rest, `"${clip(name, 100)}", ${clip(type, 40)}`],
  },
  {
    form: /^Node \((.*?)\) Op \((\S+)\) \[\w+Error\] (.*)$/,
    read: ([, name = '', type = '', rest = '']) => [rest, `"${clip(name, 100)}", ${clip(type, 40)}`],
  },
];

function withoutNode(line: string): [reason: string, node: string | null] {
  for (const { form, read } of NODES) {
    const found = form.exec(line);
    if (found) return read(found);
  }
  return [line, null];
}

/** Drops `…/file.cc:187 type function(arguments) ` up to the parenthesis that closes the arguments. */
function withoutPlace(line: string): string {
  const place = /\S+\.(?:cc|cpp|h|cu):\d+ /.exec(line);
  if (!place) return line;
  const before = line.slice(0, place.index).trim();
  const rest = line.slice(place.index + place[0].length);
  let depth = 0;
  for (const [index, letter] of [...rest].entries()) {
    if (letter === '(') depth++;
    if (letter === ')' && --depth === 0) {
      const after = [...rest].slice(index + 1).join('');
      return `${before} ${after.replace(/^ ?(?:const )?(?:\[with .*?\] )?/, '')}`.trim();
    }
  }
  return line;
}
