/** Operator sets: which versions a model says that it uses. */
import type { ModelGraph } from '../graph.ts';
import { nodeLists } from '../walks.ts';
import { inside, type ModelCheck, repeated, show, showNode } from './check.ts';

/** ONNX Runtime 1.30 reads up to this. */
const NEWEST_OPSET = 26n;
const INT32_MOST = 2n ** 31n - 1n;

const plain = (domain: string) => (domain === 'ai.onnx' ? '' : domain);
const showDomain = (domain: string) => (domain === '' ? 'ai.onnx' : show(domain));

export const OPSET_CHECKS: readonly ModelCheck[] = [
  {
    id: 'opset-missing',
    severity: 'error',
    what: 'A model of IR version 3 or later says which operator sets it uses.',
    why: 'Without a version an operator has no meaning.',
    fix: 'Add `opset_import`, best by exporting again.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: ({ opsets, irVersion }) =>
      opsets.length === 0 && (irVersion ?? 3n) >= 3n
        ? [{ message: 'The model imports no operator set.', at: null }]
        : [],
  },
  {
    id: 'opset-range',
    severity: 'error',
    what: 'An operator set version is from 1 to 2147483647.',
    why: 'Runtimes keep it in 32 bits; a larger one wraps round to another version.',
    fix: 'Set the version the exporter really used.',
    others: 'onnx.checker and ONNX Runtime do not look.',
    run: (model) =>
      allOpsets(model)
        .filter(({ version }) => version < 1n || version > INT32_MOST)
        .map(({ domain, version }) => ({
          message: `Operator set ${showDomain(domain)} has version ${version}.`,
          at: domain,
        })),
  },
  {
    id: 'opset-conflict',
    severity: 'error',
    what: "Operator set versions agree where a domain is imported twice, '' and 'ai.onnx' being one domain.",
    why: 'Tools take the first, the last or the lowest, and so run different models.',
    fix: 'Keep the one import the exporter meant.',
    others: 'onnx.checker and ONNX Runtime let the last one win; Netron keeps the lowest. None says so.',
    run: ({ opsets }) =>
      repeated(opsets.map(({ domain }) => plain(domain))).flatMap((domain) => {
        const versions = new Set(
          opsets.filter((one) => plain(one.domain) === domain).map((one) => one.version),
        );
        const many = [...versions].slice(0, 5).join(' and ');
        return versions.size > 1
          ? [{ message: `Operator set ${showDomain(domain)} is imported as version ${many}.`, at: domain }]
          : [];
      }),
  },
  {
    id: 'opset-duplicate',
    severity: 'warning',
    what: 'Each operator set is imported once.',
    why: 'It is a sign of a model edited by hand; some readers refuse it.',
    fix: 'Remove the second import.',
    others: 'onnx.checker and ONNX Runtime do not look.',
    run: ({ opsets }) =>
      repeated(opsets.map(({ domain }) => plain(domain))).map((domain) => ({
        message: `Operator set ${showDomain(domain)} is imported more than once.`,
        at: domain,
      })),
  },
  {
    id: 'opset-newer',
    severity: 'warning',
    what: `The ai.onnx operator set is at most ${NEWEST_OPSET}.`,
    why: 'ONNX Runtime 1.30 refuses a newer one.',
    fix: `Export with \`opset_version=${NEWEST_OPSET}\` or lower.`,
    others: 'onnx.checker falls back to its newest operators in silence; ONNX Runtime refuses.',
    run: ({ opsets }) =>
      opsets
        .filter(
          ({ domain, version }) => plain(domain) === '' && version > NEWEST_OPSET && version <= INT32_MOST,
        )
        .map(({ version }) => ({
          message: `The model uses ai.onnx ${version}, newer than ${NEWEST_OPSET}.`,
          at: null,
        })),
  },
  {
    id: 'opset-undeclared',
    severity: 'error',
    what: 'Every domain that a node uses is imported by the model, or inside a function by that function.',
    why: 'The version of the operator is unknown.',
    fix: 'Import the domain with its version.',
    others: 'onnx.checker: "No opset import for domain"; ONNX Runtime refuses it.',
    run: (model) => {
      if (model.opsets.length === 0) return [];
      const imported = new Set(model.opsets.map(({ domain }) => plain(domain)));
      const inFunctions = new Set(
        model.functions.flatMap(({ opsets }) => opsets.map((one) => plain(one.domain))),
      );
      const missing = new Map<string, string>();
      for (const { nodes, where } of nodeLists(model)) {
        for (const node of nodes) {
          const known =
            imported.has(node.domain) || (where.startsWith('function') && inFunctions.has(node.domain));
          if (!known && !missing.has(node.domain))
            missing.set(node.domain, `${showNode(node)}${inside(where)}`);
        }
      }
      return [...missing].map(([domain, node]) => ({
        message: `${node} is of operator set ${showDomain(domain)}, which is not imported.`,
        at: domain,
      }));
    },
  },
];

const allOpsets = ({ opsets, functions }: ModelGraph) => [
  ...opsets,
  ...functions.flatMap((one) => one.opsets),
];
