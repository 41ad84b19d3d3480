/** Says what a file is that should have been an ONNX model, from its first bytes. */
import type { Fault } from '../errors.ts';

/** Bytes of the file's head that `checkFileKind` wants. A Git LFS pointer is under 1,024 (its specification). */
export const HEAD_BYTES = 1024;

interface Kind {
  readonly is: (head: Uint8Array, text: string) => boolean;
  readonly what: string;
  readonly fix: (path: string) => string;
}

const starts =
  (...bytes: number[]) =>
  (head: Uint8Array) =>
    bytes.every((byte, i) => head[i] === byte);
const starting = (pattern: RegExp) => (_: Uint8Array, text: string) => pattern.test(text);
const ZIP = starts(0x50, 0x4b, 0x03, 0x04);
const exportIt = () => 'Export the model to ONNX and name that file.';

/** First match wins. None of these can begin an ONNX file, whose first byte is a protobuf tag of ModelProto. */
const KINDS: readonly Kind[] = [
  {
    is: starting(/^version https:\/\/git-lfs\.github\.com\/spec\//),
    what: 'a Git LFS pointer',
    fix: (path) =>
      `Fetch it with \`git lfs pull --include ${quote(path)}\`, or check out with \`lfs: true\`.`,
  },
  {
    is: starting(/^(outs|md5):\s/),
    what: 'a DVC pointer',
    fix: (path) => `Fetch it with \`dvc pull ${quote(path)}\` and name the file it stands for.`,
  },
  {
    is: starting(/^\s*<(!doctype|html|\?xml)/i),
    what: 'an HTML or XML page',
    fix: () => 'The download gave an error or login page; open the file and fetch the model again.',
  },
  { is: starting(/^\s*[{[]/), what: 'JSON text', fix: exportIt },
  {
    // torch.save and torch.jit.save name the first entry so.
    is: (head, text) => ZIP(head) && /^.{26,200}?(data\.pkl|\/\.format_version|\/version)/s.test(text),
    what: 'a PyTorch checkpoint or TorchScript archive',
    fix: () => 'Export the model with `torch.onnx.export` and name that file.',
  },
  {
    is: ZIP,
    what: 'a zip archive',
    fix: (path) => `Unpack it with \`unzip ${quote(path)}\` and name the model in it.`,
  },
  {
    is: starts(0x1f, 0x8b),
    what: 'gzip-compressed',
    fix: (path) => `Unpack it with \`gunzip ${quote(path)}\` first.`,
  },
  {
    is: (head) =>
      starts(0xfd, 0x37, 0x7a, 0x58)(head) ||
      starts(0x28, 0xb5, 0x2f, 0xfd)(head) ||
      starts(0x42, 0x5a, 0x68)(head),
    what: 'compressed (xz, Zstandard or bzip2)',
    fix: (path) => `Unpack it with \`unxz\`, \`unzstd\` or \`bunzip2\`, such as \`unxz ${quote(path)}\`.`,
  },
  {
    // PROTO opcode with protocol 2 to 5.
    is: (head) => head[0] === 0x80 && head[1]! >= 2 && head[1]! <= 5,
    what: 'a Python pickle',
    fix: exportIt,
  },
  {
    // Eight bytes with the length of a JSON header, then the header.
    is: (_, text) => /^.{5}\0{3}\{\s*"/s.test(text),
    what: 'a safetensors file (weights without a graph)',
    fix: exportIt,
  },
  {
    is: (_, text) => text.slice(257, 262) === 'ustar',
    what: 'a tar archive',
    fix: (path) => `Unpack it with \`tar xf ${quote(path)}\` and name the model in it.`,
  },
  { is: starts(0x89, 0x48, 0x44, 0x46), what: 'an HDF5 file (Keras)', fix: exportIt },
  { is: starts(0x47, 0x47, 0x55, 0x46), what: 'a GGUF file', fix: exportIt },
  {
    is: (head) => starts(0, 0, 0, 0x4f, 0x52, 0x54, 0x4d)(head.subarray(1)),
    what: "a model in ONNX Runtime's own format (.ort)",
    fix: () => 'Name the .onnx file that it was converted from.',
  },
  {
    // Bytes 1 to 3 belong to a small root offset; without them a producer named TFL3 would match.
    is: (head) => starts(0, 0, 0, 0x54, 0x46, 0x4c, 0x33)(head.subarray(1)),
    what: 'a TensorFlow Lite file',
    fix: exportIt,
  },
  // A table, a script, a policy. The six visible characters that are tags of ModelProto may begin a model.
  { is: starting(/^(?!["(2:Br])[\t\r\n -~]+$/), what: 'a text file', fix: exportIt },
];

/** The fault in a file that cannot be an ONNX model, or null when it may be one. */
export function checkFileKind(path: string, head: Uint8Array): Fault | null {
  if (head.length === 0) {
    return {
      code: 'file-empty',
      message: `${path} is empty.`,
      fix: 'Export the model again, or check the file out again.',
    };
  }
  const text = new TextDecoder('latin1').decode(head);
  const kind = KINDS.find(({ is }) => is(head, text));
  return kind
    ? { code: 'file-kind', message: `${path} is ${kind.what}, not an ONNX model.`, fix: kind.fix(path) }
    : null;
}

const quote = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
