/** What the specification (onnx/docs/IR.md) demands of a file as a whole. */
import { functionKey } from '../graph.ts';
import { type ModelCheck, repeated, show } from './check.ts';

/** ONNX Runtime 1.30 reads up to this. */
const NEWEST_IR = 13n;

export const SPECIFICATION_CHECKS: readonly ModelCheck[] = [
  {
    id: 'graph-missing',
    severity: 'error',
    what: 'The file holds a graph.',
    why: 'Without one there is nothing to run; a file cut at a field boundary looks like this.',
    fix: 'Export the model again, and compare file sizes after the transfer.',
    others: "onnx.checker: \"Field 'graph' of 'model' is required\"; ONNX Runtime refuses it.",
    run: ({ graph }) => (graph ? [] : [{ message: 'The file has no graph.', at: null }]),
  },
  {
    id: 'ir-version',
    severity: 'error',
    what: `The IR version is set, from 1 to ${NEWEST_IR}.`,
    why: 'It says how the rest of the file is to be read.',
    fix: `Export with an onnx package whose IR version is at most ${NEWEST_IR}, or set \`model.ir_version\`.`,
    others: 'onnx.checker refuses 0 or a newer one, and accepts −1; ONNX Runtime refuses only a newer one.',
    run: ({ irVersion }) => {
      if (irVersion === null) return [{ message: 'The file has no IR version.', at: null }];
      return irVersion >= 1n && irVersion <= NEWEST_IR
        ? []
        : [{ message: `IR version ${irVersion} is not between 1 and ${NEWEST_IR}.`, at: null }];
    },
  },
  {
    id: 'metadata-duplicate',
    severity: 'error',
    what: 'Metadata keys are unique.',
    why: 'Readers keep the first or the last.',
    fix: 'Remove one.',
    others: 'onnx.checker refuses it; ONNX Runtime keeps the last.',
    run: ({ metadata }) =>
      repeated(metadata.map(({ key }) => key)).map((key) => ({
        message: `Metadata has the key ${show(key)} more than once.`,
        at: key,
      })),
  },
  {
    id: 'training-info',
    severity: 'info',
    what: 'The model holds no training graphs.',
    why: 'They are dead weight where the model only answers.',
    fix: 'Export for inference.',
    others: 'onnx.checker checks them; ONNX Runtime ignores them.',
    run: ({ trainings }) =>
      trainings > 0 ? [{ message: `The file holds ${trainings} training graphs.`, at: null }] : [],
  },
  {
    id: 'function-duplicate',
    severity: 'error',
    what: 'No two functions share domain, name and overload.',
    why: 'Which one a call means is undefined.',
    fix: 'Remove or rename one.',
    others: 'onnx.checker 1.23 refuses it.',
    run: ({ functions }) => {
      const twice = new Set(repeated(functions.map(functionKey)));
      const names = functions.filter((one) => twice.has(functionKey(one))).map(({ name }) => name);
      return [...new Set(names)].map((name) => ({
        message: `Function ${show(name)} is defined more than once.`,
        at: name,
      }));
    },
  },
];
