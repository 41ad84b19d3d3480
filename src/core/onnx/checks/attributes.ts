/** Attributes of nodes: one value each, of the kind that their type names. */
import type { Attribute } from '../graph.ts';
import { nodeLists } from '../walks.ts';
import { inside, type ModelCheck, nodeName, repeated, show, showNode } from './check.ts';

export const ATTRIBUTE_CHECKS: readonly ModelCheck[] = [
  {
    id: 'attribute-duplicate',
    severity: 'error',
    what: 'A node has each attribute once.',
    why: 'Tools take the first or the last.',
    fix: 'Keep the one the exporter meant.',
    others: 'onnx.checker refuses it; ONNX Runtime keeps the last.',
    run: (model) =>
      nodeLists(model).flatMap(({ nodes, where }) =>
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
      nodeLists(model).flatMap(({ nodes, where }) =>
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
