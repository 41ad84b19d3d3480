/** What we write as SARIF is valid by the schema of SARIF 2.1.0, which the package @microsoft/jest-sarif carries. */
import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/core/documents/verdict.ts';
import { toSarif } from '../../src/core/report/sarif.ts';
import { HOSTILE } from '../core/report/hostile.ts';
import { rule, SAMPLES, verdict } from '../core/report/samples.ts';
import { findFetched, readFetched } from '../fetched.ts';
import { missing } from './engine.ts';

const tgz = findFetched('microsoft-jest-sarif');
let validate: ValidateFunction;
beforeAll(() => {
  if (tgz) validate = validator(tgz);
});
beforeEach((context) => {
  if (!tgz) missing(context, '@microsoft/jest-sarif is not here; `.ci/run` fetches it');
});

/** The schema is of draft 4; of what later drafts changed it has only its `id`. */
function validator(tgz: string): ValidateFunction {
  const schema = readFetched(tgz, 'package/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
  const { $schema, id, ...current } = schema;
  expect({ $schema, id }).toEqual({
    $schema: 'http://json-schema.org/draft-04/schema#',
    id: expect.stringMatching(/sarif-2\.1\.0-rtm\.5\.json$/),
  });
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text) => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text));
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  return ajv.compile(current);
}

function errorsOf(log: unknown): string[] {
  validate(JSON.parse(JSON.stringify(log)));
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const hostile = (text: string): Verdict =>
  verdict({
    verdict: 'fail',
    exitCode: 1,
    policy: { ...SAMPLES.get('fail')!.verdict.policy!, path: text },
    reasons: [{ model: text, code: 'model-broken', message: text }],
    rules: [
      rule({ model: text, metric: text, slice: text, result: 'fail', reason: text }),
      // Another rule, whose name reads the same.
      rule({ model: text, metric: `${text}\u200b`, slice: text, result: 'fail', reason: text }),
    ],
  });

describe('a log', () => {
  it.each([...SAMPLES])('of the sample %s is valid', (_, sample) => {
    expect(errorsOf(toSarif(sample.verdict))).toEqual([]);
  });

  it.each(HOSTILE.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'that says %s is valid',
    (_, text) => {
      expect(errorsOf(toSarif(hostile(text!)))).toEqual([]);
    },
  );
});

it.each([
  ['another version', { version: '2.2.0' }],
  ['no runs', { runs: undefined }],
  ['a key of our own', { verdict: 'fail' }],
  [
    'a level that there is not',
    { runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' }, level: 'fatal' }] }] },
  ],
  [
    'a place outside of all URIs',
    { runs: [{ tool: { driver: { name: 'x', informationUri: 'no where' } } }] },
  ],
])('the schema refuses %s', (_, part) => {
  expect(errorsOf({ ...toSarif(SAMPLES.get('fail')!.verdict), ...part })).not.toEqual([]);
});
