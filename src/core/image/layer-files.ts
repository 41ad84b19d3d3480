/** What stands in the model's layer. */
import type { TensorInfo } from '../documents/validation.ts';
import { mlserverSettings, tritonConfig } from './triton-config.ts';

/** A file of the layer: one of the disk, or text of ours. */
export type LayerFile = { readonly path: string; readonly executable?: boolean } & (
  | { readonly source: string }
  | { readonly content: string }
);

export interface LayerModel {
  readonly name: string;
  /** A whole number from 1, as text. */
  readonly version: string;
  /** Path of the ONNX file. */
  readonly file: string;
  /** Its external data: where it lies, and its path relative to the model's folder. */
  readonly external: readonly { readonly source: string; readonly location: string }[];
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
  readonly maxBatch: number;
}

/**
 * `models/<name>/<version>/model.onnx` with its configuration beside, as Triton, OpenVINO Model Server, MLServer and our
 * server read it. A model with external data is a folder of that name, as Triton wants it. In the order of the paths.
 */
export function layerFiles(model: LayerModel): LayerFile[] {
  const { name, version, external } = model;
  const folder = `models/${name}`;
  const place = external.length === 0 ? `${folder}/${version}` : `${folder}/${version}/model.onnx`;
  const files: LayerFile[] = [
    { path: `${place}/model.onnx`, source: model.file },
    ...external.map(({ source, location }) => ({ path: `${place}/${location}`, source })),
    { path: `${folder}/config.pbtxt`, content: tritonConfig(name, model, model.maxBatch) },
    {
      path: `${folder}/model-settings.json`,
      content: mlserverSettings(name, version, `${place.slice(folder.length + 1)}/model.onnx`),
    },
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
