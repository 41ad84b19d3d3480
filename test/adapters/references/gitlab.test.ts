import { describe, expect, it } from 'vitest';
import { type Answer, serve } from '../../serve.ts';
import { bytesOf, faultOf, MODEL, reader, sha256 } from './tools.ts';

const env = (server: { url: string }) => ({
  CI_API_V4_URL: `${server.url}/api/v4`,
  CI_PROJECT_ID: '12',
  CI_JOB_TOKEN: 'job-s3cret',
});

describe('gitlab-package:', () => {
  const packages: Answer = ({ path, query }) => {
    const p = '/api/v4/projects/12/packages';
    if (path === p && query.get('package_type') === 'generic')
      return [
        { id: 4, name: 'conversion-old', version: '9' },
        { id: 3, name: 'conversion', version: '1.1' },
        { id: 2, name: 'conversion', version: '1.0' },
      ];
    if (path === `${p}/3/package_files`)
      return [
        { id: 30, file_name: 'm.onnx', created_at: '2026-01-01T00:00:00Z', file_sha256: sha256('replaced') },
        { id: 31, file_name: 'm.onnx', created_at: '2026-02-01T00:00:00Z', file_sha256: sha256(MODEL) },
      ];
    return path === `${p}/generic/conversion/1.1/m.onnx` ? MODEL : null;
  };

  it.each(['1.1', 'latest'])('version %s, checked against the server’s digest', async (version) => {
    const server = await serve(packages);
    const found = await reader(env(server)).baseline(`gitlab-package:conversion/${version}/m.onnx`);
    expect(bytesOf(found)).toEqual(MODEL);
    expect(found).toMatchObject({ resolved: 'package conversion 1.1', created: '2026-02-01T00:00:00.000Z' });
    expect(server.asked.every(({ headers }) => headers['job-token'] === 'job-s3cret')).toBe(true);
  });

  it('names versions that are there', async () => {
    const server = await serve(packages);
    const fault = await faultOf(reader(env(server)).baseline('gitlab-package:conversion/2/m.onnx'));
    expect(fault.message).toContain('there is no package conversion 2; there are versions 1.1, 1.0');
  });

  it('says what to set for another project', async () => {
    const server = await serve((_, response) => response.writeHead(403).end());
    const fault = await faultOf(reader(env(server)).baseline('gitlab-package:g/s/p@conversion/2/m.onnx'));
    expect(server.asked[0]!.path).toBe('/api/v4/projects/g/s/p/packages');
    expect(fault).toMatchObject({
      code: 'reference-unreachable',
      fix: expect.stringContaining('GITLAB_TOKEN'),
    });
    expect(JSON.stringify(fault)).not.toContain('s3cret');
  });
});

describe('gitlab-job:', () => {
  const p = '/api/v4/projects/12';
  const jobs: Answer = ({ path, query }) => {
    if (path === `${p}/pipelines` && query.get('ref') === 'feature/x' && query.get('status') === 'success')
      return [{ id: 50, sha: 'c0ffee' }];
    if (path === `${p}/pipelines/50/jobs`)
      return [{ id: 500, name: 'train: gpu', finished_at: '2026-03-01T00:00:00Z' }];
    return path === `${p}/jobs/500/artifacts/out/m.onnx` ? MODEL : null;
  };

  it('a file of the newest successful pipeline, with job and commit', async () => {
    const server = await serve(jobs);
    const found = await reader({ ...env(server), GITLAB_TOKEN: 'own' }).baseline(
      'gitlab-job:feature/x:train: gpu:out/m.onnx',
    );
    expect(bytesOf(found)).toEqual(MODEL);
    expect(found).toMatchObject({
      resolved: 'job 500 of pipeline 50, commit c0ffee',
      created: '2026-03-01T00:00:00.000Z',
    });
    expect(server.asked[0]!.headers).toMatchObject({ 'private-token': 'own' });
    expect(
      (await faultOf(reader(env(server)).baseline('gitlab-job:feature/x:test:out/m.onnx'))).message,
    ).toContain('has no successful job test; it has train: gpu');
  });

  it('a job token that may not see pipelines still gets the file', async () => {
    const server = await serve(({ path, query }, response) =>
      path === `${p}/jobs/artifacts/main/raw/out/m.onnx` && query.get('job') === 'train'
        ? response.setHeader('last-modified', 'Sun, 01 Mar 2026 00:00:00 GMT').end(MODEL)
        : response.writeHead(401).end(),
    );
    const found = await reader(env(server)).baseline('gitlab-job:main:train:out/m.onnx');
    expect(bytesOf(found)).toEqual(MODEL);
    expect(found).toMatchObject({
      resolved: 'job train of the newest successful pipeline for main',
      created: '2026-03-01T00:00:00.000Z',
    });
  });
});
