import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../adapters/references/tools.ts';
import { serve } from '../serve.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, exampleCopy, run } from './run.ts';

const cli = join(DIST, 'cli.js');

it('holdout and baseline over http: recorded, kept, and the baseline scored once', async () => {
  const folder = exampleCopy();
  const read = (path: string) => readFileSync(join(folder, path));
  const server = await serve(({ path }, response) =>
    response.setHeader('last-modified', 'Sun, 01 Mar 2026 00:00:00 GMT').end(read(path.slice(1))),
  );
  const at = (path: string) => `${server.url}/${path}?sig=s3cret#sha256=${sha256(read(path))}`;
  writeFileSync(
    join(folder, 'one.yml'),
    `version: 1
models:
  conversion:
    candidate: models/candidate.onnx
    baseline: [gone.onnx, "${at('models/baseline.onnx')}"]
    holdout: { source: "${at('holdout.csv')}", label: purchased }
    output: { name: probability }
    metrics: { auc: { margin: 0.005 } }
`,
  );
  const options = { cwd: folder, env: { ONNX_GATE_CACHE: temporaryFolder() } };
  const evaluate = () => run(cli, ['evaluate', '--policy', 'one.yml'], options);
  const [first, second] = [await evaluate(), await evaluate()];
  expect(first.code, first.stderr + first.stdout).toBe(0);
  expect(first.stderr).toContain('Passed over gone.onnx: no such file.');
  expect(second.code).toBe(0);
  expect(second.stderr).toContain('scores are those of an earlier run');
  expect(server.asked.map(({ path }) => path)).toEqual(['/models/baseline.onnx', '/holdout.csv']);
  const text = read('.onnx-gate/conversion/evaluation.json').toString();
  expect(JSON.parse(text)).toMatchObject({
    baseline: { digest: `sha256:${sha256(read('models/baseline.onnx'))}` },
    holdout: {
      source: expect.stringContaining('/holdout.csv?…#sha256='),
      fetched: [{ created: '2026-03-01T00:00:00.000Z' }],
    },
  });
  for (const shown of [text, first.stdout, first.stderr]) expect(shown).not.toContain('s3cret');
});

it('when nothing resolves, every place is told', async () => {
  const args = [
    'validate',
    'models/candidate.onnx',
    '--baseline',
    'gitt:main,old.onnx,release:latest/m.onnx',
  ];
  const { code, stdout, stderr } = await run(cli, args, { cwd: exampleCopy() });
  expect(code).toBe(2);
  const words = (stdout + stderr).replace(/\s+/g, ' ');
  for (const why of ['did you mean git:origin/main', 'old.onnx: no such file', 'set GITHUB_REPOSITORY'])
    expect(words).toContain(why);
});
