import { describe, expect, it } from 'vitest';
import { appendedConfig, appendedManifest } from '../../../src/core/image/append.ts';
import { layerFiles } from '../../../src/core/image/layer-files.ts';
import { DOCKER, type ImageConfig, type Manifest, MEDIA } from '../../../src/core/image/oci.ts';
import { tritonConfig } from '../../../src/core/image/triton-config.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}` as const;
const float = (name: string, ...shape: (number | string | null)[]) => ({ name, type: 'float32', shape });

describe('the layer of a model', () => {
  const model = {
    name: 'click',
    version: '3',
    file: 'build/m.onnx',
    external: [],
    inputs: [float('x', 'batch', 4)],
    outputs: [float('p', 'batch', 1)],
    maxBatch: 64,
  };

  it('has one file where servers look for it, and its configurations', () => {
    expect(layerFiles(model).map(({ path }) => path)).toEqual([
      'models/click/3/model.onnx',
      'models/click/config.pbtxt',
      'models/click/model-settings.json',
    ]);
  });

  it('makes a folder of a model with external data', () => {
    const files = layerFiles({ ...model, external: [{ source: 'build/w.bin', location: 'w.bin' }] });
    expect(files.map(({ path }) => path)).toEqual([
      'models/click/3/model.onnx/model.onnx',
      'models/click/3/model.onnx/w.bin',
      'models/click/config.pbtxt',
      'models/click/model-settings.json',
    ]);
    expect(files[3]).toMatchObject({
      content: expect.stringContaining('"uri": "./3/model.onnx/model.onnx"'),
    });
  });
});

describe('config.pbtxt', () => {
  it('leaves the batch to Triton where every tensor has one', () => {
    const text = tritonConfig('click', { inputs: [float('x', null, 4)], outputs: [float('p', 'n')] }, 64);
    expect(text).toBe(
      [
        'name: "click"',
        'backend: "onnxruntime"',
        'max_batch_size: 64',
        'input [ { name: "x" data_type: TYPE_FP32 dims: [ 4 ] } ]',
        'output [ { name: "p" data_type: TYPE_FP32 dims: [ 1 ] reshape { shape: [ ] } } ]',
        'dynamic_batching { }',
        '',
      ].join('\n'),
    );
  });

  it('keeps all dimensions where one tensor has no batch, and leaves out what Triton cannot carry', () => {
    const signature = {
      inputs: [float('x', 32, 4)],
      outputs: [float('p', 'n', 1), { name: 'map', type: null, shape: [] }],
    };
    expect(tritonConfig('a"\\\n', signature, 64)).toBe(
      [
        'name: "a\\042\\134\\012"',
        'backend: "onnxruntime"',
        'max_batch_size: 0',
        'input [ { name: "x" data_type: TYPE_FP32 dims: [ 32, 4 ] } ]',
        'output [ { name: "p" data_type: TYPE_FP32 dims: [ -1, 1 ] } ]',
        '',
      ].join('\n'),
    );
  });
});

describe('appending', () => {
  const base: Manifest = {
    schemaVersion: 2,
    mediaType: MEDIA.manifest,
    config: { mediaType: MEDIA.config, digest: digest('1'), size: 10 },
    layers: [{ mediaType: `${MEDIA.layer}+gzip`, digest: digest('2'), size: 20 }],
  };
  const config = {
    architecture: 'amd64',
    os: 'linux',
    config: { Cmd: ['serve'], Labels: { z: '1' } },
    rootfs: { type: 'layers', diff_ids: [digest('3')] },
  } as ImageConfig;
  const more = {
    layer: { digest: digest('4'), bytes: 40 },
    created: '2027-01-31T12:00:00Z',
    comment: 'click 3',
    labels: { a: '2' },
  };

  it('puts the layer last, and keeps what the base says of how it runs', () => {
    expect(appendedConfig(config, more)).toEqual({
      architecture: 'amd64',
      os: 'linux',
      created: more.created,
      config: { Cmd: ['serve'], Labels: { a: '2', z: '1' } },
      rootfs: { type: 'layers', diff_ids: [digest('3'), digest('4')] },
      history: [{ created: more.created, created_by: 'onnx-gate image', comment: 'click 3' }],
    });
    expect(appendedManifest(base, { digest: digest('5'), size: 50 }, more, { k: 'v' })).toEqual({
      schemaVersion: 2,
      mediaType: MEDIA.manifest,
      config: { mediaType: MEDIA.config, digest: digest('5'), size: 50 },
      layers: [...base.layers, { mediaType: MEDIA.layer, digest: digest('4'), size: 40 }],
      annotations: { k: 'v' },
    });
  });

  it('speaks Docker’s names to a base that does', () => {
    const made = appendedManifest({ ...base, mediaType: DOCKER.manifest }, base.config, more, { k: 'v' });
    expect(made.layers.at(-1)!.mediaType).toBe(DOCKER.layer);
    expect(made.annotations).toBeUndefined();
  });

  it('does not depend on the order of labels', () => {
    const one = appendedConfig(config, { ...more, labels: { b: '1', a: '2' } });
    const other = appendedConfig(config, { ...more, labels: { a: '2', b: '1' } });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});
