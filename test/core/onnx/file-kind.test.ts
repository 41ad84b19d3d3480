import { describe, expect, it } from 'vitest';
import { DataType, model, value } from '../../../scripts/onnx/builder.ts';
import { checkFileKind } from '../../../src/core/onnx/file-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('checkFileKind', () => {
  it.each([
    ['file-empty', new Uint8Array(), 'is empty'],
    [
      'file-kind',
      bytes('version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 3\n'),
      'is a Git LFS pointer, not an ONNX model.',
    ],
    ['file-kind', bytes('outs:\n- md5: ab\n'), 'a DVC pointer'],
    ['file-kind', bytes('\n<!DOCTYPE html><title>Sign in'), 'an HTML or XML page'],
    ['file-kind', bytes('{"ir_version": 8}'), 'JSON text'],
    ['file-kind', bytes('PK\x03\x04rest'), 'a zip archive'],
    ['file-kind', bytes(`PK\x03\x04${'\0'.repeat(26)}archive/data.pklFB`), 'a PyTorch checkpoint'],
    ['file-kind', bytes('\x40\x01\0\0\0\0\0\0{"w":{"dtype":"F32"'), 'a safetensors file'],
    ['file-kind', bytes(`model.onnx${'\0'.repeat(247)}ustar`), 'a tar archive'],
    ['file-kind', new Uint8Array([0x80, 0x04, 0x95]), 'a Python pickle'],
    ['file-kind', new Uint8Array([0x1f, 0x8b, 8]), 'gzip-compressed'],
    ['file-kind', new Uint8Array([0x80, 0x02, 0x7d]), 'a Python pickle'],
    ['file-kind', new Uint8Array([0x89, 0x48, 0x44, 0x46, 0x0d]), 'an HDF5 file'],
    ['file-kind', bytes('GGUF\x03'), 'a GGUF file'],
    ['file-kind', new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 4]), 'compressed'],
    ['file-kind', bytes('\x20\0\0\0ORTM'), "ONNX Runtime's own format"],
    ['file-kind', bytes('\x1c\0\0\0TFL3'), 'a TensorFlow Lite file'],
    ['file-kind', bytes('session_id,price\r\n1,2.5\r\n'), 'a text file'],
  ])('%s: %#', (code, head, words) => {
    expect(checkFileKind('m.onnx', head)).toMatchObject({
      code,
      message: expect.stringContaining(words),
      fix: expect.any(String),
    });
  });

  it.each([
    ['version https://git-lfs.github.com/spec/v1\noid sha256:ab\n', 'git lfs pull --include models/m.onnx'],
    ['outs:\n- md5: ab\n', 'dvc pull models/m.onnx'],
    ['PK\x03\x04rest', 'unzip models/m.onnx'],
    ['\x1f\x8b\x08', 'gunzip models/m.onnx'],
  ])('names the command that fetches or unpacks it: %#', (head, command) => {
    const bytes = Uint8Array.from(head, (letter) => letter.charCodeAt(0));
    expect(checkFileKind('models/m.onnx', bytes)?.fix).toContain(`\`${command}\``);
  });

  it('lets an ONNX model pass, even one whose producer is called as another format', () => {
    const graph = { name: 'g', input: [value('x', DataType.FLOAT, [1])] };
    expect(checkFileKind('m.onnx', model(graph))).toBeNull();
    for (const producerName of ['TFL3', 'ORTM'])
      expect(checkFileKind('m.onnx', model(graph, { producerName }))).toBeNull();
  });

  it('quotes a path for the shell', () => {
    const head = bytes('version https://git-lfs.github.com/spec/v1');
    expect(checkFileKind("it's a model.onnx", head)?.fix).toContain(`'it'\\''s a model.onnx'`);
  });
});
