import { describe, expect, it } from 'vitest';
import { isRemote, parseReference, showReference } from '../../../src/core/references/parse.ts';
import { SCHEMES } from '../../../src/core/references/schemes.ts';

const SHA = 'ab'.repeat(32);

describe('references that are understood', () => {
  it.each([
    ['models/m.onnx', { scheme: 'path', path: 'models/m.onnx' }],
    ['C:\\m.onnx', { scheme: 'path', path: 'C:\\m.onnx' }],
    ['git:main', { scheme: 'git', revision: 'main', path: null }],
    ['git:HEAD~2:a/m.onnx', { scheme: 'git', revision: 'HEAD~2', path: 'a/m.onnx' }],
    [
      `https://h/m.onnx?v=1#sha256=${SHA.toUpperCase()}`,
      { scheme: 'https', url: 'https://h/m.onnx?v=1', sha256: SHA },
    ],
    ['https://h/m.onnx', { scheme: 'https', url: 'https://h/m.onnx', sha256: null }],
    [`http://h/m.onnx#sha256=${SHA}`, { scheme: 'https', url: 'http://h/m.onnx', sha256: SHA }],
    [
      'oci://h:5000/a/b',
      { scheme: 'oci', registry: 'h:5000', repository: 'a/b', version: 'latest', path: null },
    ],
    [
      `oci://h/a:v1@sha256:${SHA}#models/m.onnx`,
      { scheme: 'oci', registry: 'h', repository: 'a', version: `sha256:${SHA}`, path: 'models/m.onnx' },
    ],
    ['release:latest/m.onnx', { scheme: 'release', repository: null, tag: 'latest', asset: 'm.onnx' }],
    [
      'release:o/r@model/v1/m.onnx',
      { scheme: 'release', repository: 'o/r', tag: 'model/v1', asset: 'm.onnx' },
    ],
    ['artifact:trained', { scheme: 'artifact', repository: null, name: 'trained', path: null }],
    [
      'artifact:o/r@trained/a/m.onnx',
      { scheme: 'artifact', repository: 'o/r', name: 'trained', path: 'a/m.onnx' },
    ],
    [
      'gitlab-package:n/1.0/m.onnx',
      { scheme: 'gitlab-package', project: null, name: 'n', version: '1.0', file: 'm.onnx' },
    ],
    [
      'gitlab-job:g/s/p@feature/x:train: gpu:out/m.onnx',
      { scheme: 'gitlab-job', project: 'g/s/p', ref: 'feature/x', job: 'train: gpu', path: 'out/m.onnx' },
    ],
    ['dvc:models/m.onnx.dvc', { scheme: 'dvc', revision: null, path: 'models/m.onnx' }],
    ['dvc:origin/main:m.onnx', { scheme: 'dvc', revision: 'origin/main', path: 'm.onnx' }],
    ['mlflow:models:/conv@champion', { scheme: 'mlflow', name: 'conv', by: { alias: 'champion' } }],
    ['mlflow:runs:/3f0c9a/model', { scheme: 'mlflow', run: '3f0c9a', path: 'model' }],
    ['mlflow:models:/conv/12', { scheme: 'mlflow', name: 'conv', by: { version: '12' } }],
    ['hf:o/r', { scheme: 'hf', kind: 'models', repository: 'o/r', revision: 'main', path: null }],
    [
      'hf://datasets/o/r@refs/pr/1/a.parquet',
      { scheme: 'hf', kind: 'datasets', repository: 'o/r', revision: 'refs/pr/1', path: 'a.parquet' },
    ],
  ])('%s', (text, reference) => {
    expect(parseReference(text)).toEqual({ ok: true, reference });
  });

  it.each(Object.values(SCHEMES).map(({ example }) => example.replace('…', SHA)))(
    'the example %s',
    (example) => {
      expect(parseReference(example)).toMatchObject({ ok: true });
    },
  );
});

describe('references that are not', () => {
  it.each([
    ['gitt:main', 'did you mean git:origin/main'],
    ['hgf:o/r/m.onnx', 'did you mean hf:'],
    ['ftp://host.example/some', '`ftp:` is not known'],
    ['git:--output=x', '--output=x is not a git revision'],
    ['git:main:', 'no path after the last colon'],
    ['https://h/m.onnx#sha256=12', '64 hexadecimal digits'],
    ['https://h/m.onnx#md5=12', '64 hexadecimal digits'],
    ['http://h/m.onnx', 'needs its digest'],
    ['https://me:secret@h/m.onnx', '~/.netrc'],
    ['oci://me:secret@h/a', '…@h is not a host'],
    ['oci:h', 'oci://REGISTRY/REPOSITORY'],
    ['oci://h/a#../m.onnx', 'not a path below'],
    ['release:m.onnx', 'release:[OWNER/REPO@]TAG/ASSET'],
    ['artifact:a/../m', 'not a path below'],
    ['gitlab-package:m.onnx', 'NAME/VERSION/FILE'],
    ['gitlab-job:main', 'REF:JOB:PATH'],
    ['dvc:', 'dvc:[REV:]PATH'],
    ['mlflow:models:/conv', 'NAME@ALIAS'],
    ['mlflow:runs:/3f0c9a', 'mlflow:runs:/RUN/PATH'],
    ['mlflow:runs:/3f0c9a/../m', 'not a path below'],
    ['hf:r', 'OWNER/NAME'],
  ])('%s', (text, reason) => {
    const parsed = parseReference(text);
    expect(parsed.ok ? '' : parsed.reason).toContain(reason);
    expect(parsed.ok ? '' : parsed.reason).not.toContain('secret');
  });
});

it('tells what is fetched from what others read', () => {
  expect(['dvc:a.parquet', 'https://h/a.parquet'].map(isRemote)).toEqual([true, true]);
  expect(
    ['a.parquet', 'data/*.csv', 's3://b/a.parquet', 'hf://datasets/o/r/*.parquet'].map(isRemote),
  ).toEqual([false, false, false, false]);
});

it('shows no secrets', () => {
  expect(showReference('https://me:pw@h/m.onnx?sig=s3cret#sha256=ab')).toBe('https://…@h/m.onnx?…#sha256=ab');
});
