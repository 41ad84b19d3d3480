/** Tensors → an inference response. */
import type { Tensors } from '../../ports.ts';
import { writeBinary } from './binary-values.ts';
import { datatypeOf } from './datatypes.ts';
import { writeValues } from './json-values.ts';
import type { InferRequest } from './request.ts';

export interface InferResponse {
  readonly json: string;
  /** What follows the JSON, not joined: a copy of large tensors costs more than the JSON. */
  readonly tensors: readonly Uint8Array[];
}

/** Half floats go in binary form even where JSON was asked for: the protocol has no other for them. */
export function renderResponse(
  { id, outputs }: InferRequest,
  model: { readonly name: string; readonly version: string },
  results: Tensors,
): InferResponse {
  const tensors: Uint8Array[] = [];
  const rendered = outputs.map(({ name, binary }) => {
    const tensor = results.get(name)!;
    const { datatype, fromJson } = datatypeOf(tensor.type)!;
    const head = `"name":${JSON.stringify(name)},"datatype":"${datatype}","shape":[${tensor.shape}]`;
    if (!binary && fromJson !== null) return `{${head},"data":${writeValues(tensor)}}`;
    const bytes = writeBinary(tensor);
    tensors.push(bytes);
    return `{${head},"parameters":{"binary_data_size":${bytes.length}}}`;
  });
  const echoed = id === null ? '' : `"id":${JSON.stringify(id)},`;
  const json = `{"model_name":${JSON.stringify(model.name)},"model_version":"${model.version}",${echoed}"outputs":[${rendered.join(',')}]}`;
  return { json, tensors };
}
