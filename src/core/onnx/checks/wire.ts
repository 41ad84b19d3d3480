/** Findings on the file itself, before there is a graph. */
import type { Fault } from '../../errors.ts';
import { CAPS } from '../wire/caps.ts';
import type { WireScan } from '../wire/scan.ts';
import { type Check, show } from './check.ts';

export interface WireReport {
  /** From the first bytes; when set, nothing else was read. */
  readonly wrongKind: Fault | null;
  readonly scan: WireScan | null;
  readonly damage: 'crlf' | 'utf8' | null;
  readonly size: number;
  /** What the decoder said of a file whose wire is sound; it should never happen. */
  readonly undecodable: string | null;
}

/** A row over a scan that stopped for one reason; text damage explains the other reasons away. */
const stopped = ({ scan, damage }: WireReport, kind: 'truncated' | 'malformed' | 'limit') =>
  damage === null && scan?.problem?.kind === kind ? scan.problem : null;

const PROTOBUF_MOST = 2 ** 31;

const once = (message: string) => [{ message, at: null }];

export const WIRE_CHECKS: readonly Check<WireReport>[] = [
  {
    id: 'file-kind',
    severity: 'error',
    what: 'The file is an ONNX model, and not a pointer, a page or another format.',
    why: 'Everything else is a wrong file.',
    fix: 'Name the ONNX file.',
    others: 'onnx.checker: "Unable to parse proto"; ONNX Runtime: "Protobuf parsing failed".',
    run: ({ wrongKind }) => (wrongKind ? once(`${wrongKind.message} ${wrongKind.fix ?? ''}`.trim()) : []),
  },
  {
    id: 'file-text-damage',
    severity: 'error',
    what: 'The file was never treated as text.',
    why: 'Line endings or characters were rewritten, and weights with them.',
    fix: 'Add `*.onnx binary` to .gitattributes, copy in binary mode, and fetch the file again from before the damage.',
    others: 'Every other tool: a parsing error.',
    run: ({ damage }) =>
      damage === null
        ? []
        : once(
            damage === 'crlf'
              ? 'Line feeds in the file became carriage return and line feed.'
              : 'Bytes of the file became the Unicode replacement character.',
          ),
  },
  {
    id: 'file-truncated',
    severity: 'error',
    what: 'The file is whole.',
    why: 'It ends in the middle: an interrupted download or a full disk.',
    fix: 'Fetch it again, and compare the size.',
    others: 'Every other tool: a parsing error.',
    run: (report) => {
      const problem = stopped(report, 'truncated');
      return problem?.kind === 'truncated'
        ? once(`The file ends at byte ${report.size}; at least ${problem.needs} more were announced.`)
        : [];
    },
  },
  {
    id: 'file-malformed',
    severity: 'error',
    what: 'The file is a protobuf message of the ONNX schema.',
    why: 'It is damaged, or of another kind.',
    fix: 'Fetch or export it again.',
    others: 'onnx.checker: "Unable to parse proto"; ONNX Runtime: "Protobuf parsing failed".',
    run: (report) => {
      const problem = stopped(report, 'malformed');
      if (problem?.kind === 'malformed')
        return once(`The file is damaged at byte ${problem.at}: ${problem.why}.`);
      return report.undecodable === null ? [] : once(`The file cannot be decoded: ${report.undecodable}.`);
    },
  },
  {
    id: 'file-limits',
    severity: 'error',
    what: 'The structure of the file is within the limits of src/core/onnx/wire/caps.ts.',
    why: 'Beyond them decoding alone takes more memory than the machine may have.',
    fix: 'Split the model; when it is a real one, ask for a higher limit.',
    others: 'protobuf stops at 100 levels; nothing else is limited by other tools.',
    run: (report) => {
      const problem = stopped(report, 'limit');
      return problem?.kind === 'limit'
        ? once(
            `The file has more than ${CAPS[problem.cap].most} ${CAPS[problem.cap].what} (at byte ${problem.at}).`,
          )
        : [];
    },
  },
  {
    id: 'file-size',
    severity: 'error',
    what: 'The .onnx file is smaller than 2 GiB.',
    why: 'protobuf reads no larger message, so that neither ONNX Runtime nor the onnx package can load it.',
    fix: 'Save it with `save_as_external_data=True`, and ship the data file beside it.',
    others: 'onnx.checker and ONNX Runtime fail to parse it.',
    run: ({ size, wrongKind }) =>
      wrongKind === null && size >= PROTOBUF_MOST ? once(`The file has ${size} bytes.`) : [],
  },
  {
    id: 'file-concatenated',
    severity: 'error',
    what: 'The file holds one model.',
    why: 'protobuf merges two models one after another into one graph, silently.',
    fix: 'Write each model to a file of its own.',
    others: 'No other tool notices.',
    run: ({ scan, damage }) =>
      damage === null && scan && scan.graphs > 1
        ? once(`The file holds ${scan.graphs} graphs one after another.`)
        : [],
  },
  {
    id: 'file-unknown-fields',
    severity: 'warning',
    what: 'The file has only fields that onnx.proto of IR version 13 knows.',
    why: 'A newer format, or bytes hidden where no tool shows them.',
    fix: 'Take a newer onnx-gate, or find out which tool wrote them.',
    others: 'onnx.checker and ONNX Runtime skip them in silence.',
    run: ({ scan }) => {
      if (!scan || scan.problem || scan.unknown.size === 0) return [];
      const some = [...scan.unknown].slice(0, 5).map(([field, times]) => `${show(field)} ${times} times`);
      return once(`Unknown fields: ${some.join(', ')}.`);
    },
  },
];
