/** IR version, operator sets, names and attributes: what the specification (onnx/docs/IR.md) demands of a file. */
import { type Attribute, functionKey, type ModelGraph, type NodeList, nodeLists } from '../graph.ts';
import { inside, type ModelCheck, nodeName, repeated, show, showNode, showSome, UNSEEN } from './check.ts';

/** ONNX Runtime 1.30 reads up to these. */
const NEWEST = { ir: 13n, opset: 26n } as const;
const INT32_MOST = 2n ** 31n - 1n;

/** Nearly every name; cheaper than looking for what is hidden. */
const ASCII = /^[\x20-\x7e]*$/;

const plain = (domain: string) => (domain === 'ai.onnx' ? '' : domain);
const showDomain = (domain: string) => (domain === '' ? 'ai.onnx' : show(domain));

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
    what: `The IR version is set, from 1 to ${NEWEST.ir}.`,
    why: 'It says how the rest of the file is to be read.',
    fix: `Export with an onnx package whose IR version is at most ${NEWEST.ir}, or set \`model.ir_version\`.`,
    others: 'onnx.checker refuses 0 or a newer one, and accepts −1; ONNX Runtime refuses only a newer one.',
    run: ({ irVersion }) => {
      if (irVersion === null) return [{ message: 'The file has no IR version.', at: null }];
      return irVersion >= 1n && irVersion <= NEWEST.ir
        ? []
        : [{ message: `IR version ${irVersion} is not between 1 and ${NEWEST.ir}.`, at: null }];
    },
  },
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
    what: `The ai.onnx operator set is at most ${NEWEST.opset}.`,
    why: 'ONNX Runtime 1.30 refuses a newer one.',
    fix: `Export with \`opset_version=${NEWEST.opset}\` or lower.`,
    others: 'onnx.checker falls back to its newest operators in silence; ONNX Runtime refuses.',
    run: ({ opsets }) =>
      opsets
        .filter(
          ({ domain, version }) => plain(domain) === '' && version > NEWEST.opset && version <= INT32_MOST,
        )
        .map(({ version }) => ({
          message: `The model uses ai.onnx ${version}, newer than ${NEWEST.opset}.`,
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
  {
    id: 'graph-name',
    severity: 'info',
    what: 'The main graph has a name.',
    why: 'onnx.checker demands one; nothing else does.',
    fix: 'Set `graph.name` to anything.',
    others: "onnx.checker: \"Field 'name' of 'graph' is required to be non-empty\"; ONNX Runtime accepts it.",
    run: ({ graph }) => (graph?.name === '' ? [{ message: 'The graph has no name.', at: null }] : []),
  },
  {
    id: 'operator-name',
    severity: 'error',
    what: 'Every node names its operator.',
    why: 'It cannot be run.',
    fix: 'Export the model again.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: (model) =>
      lists(model, ({ nodes, where }) =>
        nodes
          .filter(({ opType }) => opType === '')
          .map((node) => ({
            message: `Node ${show(nodeName(node))}${inside(where)} names no operator.`,
            at: nodeName(node),
          })),
      ),
  },
  {
    id: 'name-empty',
    severity: 'error',
    what: 'Graph inputs, outputs and initializers have names.',
    why: 'An empty name means an absent optional value.',
    fix: 'Export the model again.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: ({ graph }) =>
      (graph
        ? ([
            ['input', graph.inputs],
            ['output', graph.outputs],
            ['initializer', graph.initializers],
          ] as const)
        : []
      ).flatMap(([kind, items]) =>
        items.some(({ name }) => name === '') ? [{ message: `A graph ${kind} has no name.`, at: null }] : [],
      ),
  },
  {
    id: 'name-text',
    severity: 'warning',
    what: 'Names are of visible characters, at most 512 of them.',
    why: 'Control and bidirectional characters make a name look like another one, in logs and in reviews.',
    fix: 'Rename it before the export.',
    others: 'No other tool looks.',
    run: (model) => {
      const odd = [...new Set(names(model))].filter(
        (name) =>
          name.length > 512 || (!ASCII.test(name) && (name.search(UNSEEN) >= 0 || name.includes('\ufffd'))),
      );
      const [first] = odd;
      return first === undefined
        ? []
        : [{ message: `Names that are overlong or hold hidden characters: ${showSome(odd)}.`, at: first }];
    },
  },
  {
    id: 'node-name-duplicate',
    severity: 'error',
    what: 'No two nodes of a graph share a name.',
    why: 'Profiles, quantisation and partitioning find nodes by name.',
    fix: 'Rename one, or leave both without a name.',
    others: 'ONNX Runtime refuses it; onnx.checker does not look.',
    run: ({ graph }) =>
      repeated((graph?.nodes ?? []).map(({ name }) => name).filter((name) => name !== '')).map((name) => ({
        message: `More than one node is called ${show(name)}.`,
        at: name,
      })),
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
    id: 'attribute-duplicate',
    severity: 'error',
    what: 'A node has each attribute once.',
    why: 'Tools take the first or the last.',
    fix: 'Keep the one the exporter meant.',
    others: 'onnx.checker refuses it; ONNX Runtime keeps the last.',
    run: (model) =>
      lists(model, ({ nodes, where }) =>
        nodes.flatMap((node) =>
          node.attributes.length < 2
            ? []
            : repeated(node.attributes.map(({ name }) => name)).map((name) => ({
                message: `${showNode(node)}${inside(where)} has the attribute ${show(name)} more than once.`,
                at: nodeName(node),
              })),
        ),
      ),
  },
  {
    id: 'attribute-value',
    severity: 'error',
    what: 'An attribute has a name, and carries the one value that its type names.',
    why: 'Readers that trust the type see a default, those that trust the value see it.',
    fix: 'Export again; when it was edited by hand, set `type` to fit the value.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: (model) =>
      lists(model, ({ nodes, where }) =>
        nodes.flatMap((node) =>
          node.attributes.flatMap((attribute) => {
            const wrong = attributeFault(attribute, model.irVersion ?? 3n);
            return wrong === null
              ? []
              : [
                  {
                    message: `Attribute ${show(attribute.name)} of ${showNode(node)}${inside(where)} ${wrong}.`,
                    at: nodeName(node),
                  },
                ];
          }),
        ),
      ),
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

/** Which field of AttributeProto each type (1 to 14) names. */
const FIELD_OF_TYPE: readonly (keyof Attribute | null)[] = [
  null,
  'float',
  'int',
  'string',
  'tensors',
  'graphs',
  'floats',
  'ints',
  'strings',
  'tensors',
  'graphs',
  'sparse',
  'sparse',
  null,
  null,
];
const FIELDS = [
  'float',
  'int',
  'string',
  'tensors',
  'graphs',
  'floats',
  'ints',
  'strings',
  'sparse',
] as const;
/** A list may be empty; FLOAT, INT, STRING, TENSOR, GRAPH and SPARSE_TENSOR may not. */
const SINGLE = new Set([1, 2, 3, 4, 5, 11]);

function attributeFault(attribute: Attribute, ir: bigint): string | null {
  if (attribute.name === '') return 'has no name';
  if (attribute.reference !== null) return null;
  if (attribute.type < 0 || attribute.type > 14) return `has the unknown type ${attribute.type}`;
  const present = FIELDS.filter((field) => {
    const value = attribute[field];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
  // Null for the two types of types, whose values are in none of these fields.
  const wanted = FIELD_OF_TYPE[attribute.type] ?? null;
  if (present.length > 1) return `carries ${present.length} values (${present.join(', ')})`;
  // Files of IR version 1 leave the type out.
  if (attribute.type === 0) return ir < 2n ? null : 'has no type';
  if (present.length === 1 && present[0] !== wanted)
    return `is of type ${attribute.type} but carries ${present[0]}`;
  return present.length === 0 && SINGLE.has(attribute.type) && attribute.omitted === 0
    ? 'carries no value'
    : null;
}

const allOpsets = ({ opsets, functions }: ModelGraph) => [
  ...opsets,
  ...functions.flatMap((one) => one.opsets),
];

function* lists<T>(model: ModelGraph, visit: (list: NodeList) => Iterable<T>): Generator<T> {
  for (const list of nodeLists(model)) yield* visit(list);
}

function* names(model: ModelGraph): Generator<string> {
  for (const { nodes, graph } of nodeLists(model)) {
    for (const { name } of graph?.inputs ?? []) yield name;
    for (const { name } of graph?.outputs ?? []) yield name;
    for (const { name } of graph?.initializers ?? []) yield name;
    for (const node of nodes) {
      yield node.name;
      yield node.opType;
      yield node.domain;
      yield* node.outputs;
    }
  }
  for (const { key } of model.metadata) yield key;
}
