import { DOCUMENTS, type DocumentKind, documentSchema } from '../../src/core/documents/index.ts';
import { policyJsonSchema } from '../../src/core/policy/json-schema.ts';

/** The published JSON Schemas by path. */
export function schemas(): [string, string][] {
  const kinds = Object.keys(DOCUMENTS) as DocumentKind[];
  return [
    ['schemas/onnx-gate.schema.json', print(policyJsonSchema())],
    ...kinds.map((kind): [string, string] => [`schemas/${kind}.v1.schema.json`, print(documentSchema(kind))]),
  ];
}

const print = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;
