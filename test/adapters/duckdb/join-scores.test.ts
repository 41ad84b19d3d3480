import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { column, faultsOf, put, readAll, tables } from './helpers.ts';

function two(candidate: string, baseline: string) {
  const folder = temporaryFolder();
  const files = [put(folder, 'new.csv', candidate), put(folder, 'old.csv', baseline)];
  return tables.joinScores({ files: [files[0]!] }, { files: [files[1]!] }, 'id', 'score');
}

test('rows come together by key, whatever their order', async () => {
  const { source, baseline } = await two(
    'id,label,score\nc,1,0.3\na,0,0.1\nb,1,0.2\n',
    'id,score\nb,20\nc,30\na,10\n',
  );
  await using table = await tables.open(source);
  const columns = ['id', 'label', 'score', baseline].map((name) =>
    column(name, name === 'id' ? 'string' : 'float64'),
  );
  expect(await readAll(table, columns)).toEqual([
    ['a', 'b', 'c'],
    [0, 1, 1],
    [0.1, 0.2, 0.3],
    [10, 20, 30],
  ]);
});

test.each([
  [
    'id,score\na,1\nb,2\n',
    'id,score\na,1\nb,2\nc,3\nd,4\ne,5\nf,6\n',
    [
      "Values of the key `id` in the baseline's scores that are not in the candidate's: 4 (c, d, e and more).",
    ],
  ],
  [
    'id,score\na,1\nb,2\n',
    'id,score\na,1\nc,2\n',
    [
      "Values of the key `id` in the candidate's scores that are not in the baseline's: 1 (b).",
      "Values of the key `id` in the baseline's scores that are not in the candidate's: 1 (c).",
    ],
  ],
  [
    'id,score\na,1\na,2\n,3\n',
    'id,score\nb,1\nb,1\n',
    [
      "Rows of the candidate's scores without a key `id`: 1.",
      "Values of the key `id` that stand more than once in the candidate's scores: 1 (a).",
      "Values of the key `id` that stand more than once in the baseline's scores: 1 (b).",
    ],
  ],
  [
    'id,score\n1,1\n',
    'id,score\na,1\n',
    ["The key `id` is BIGINT in the candidate's scores and VARCHAR in the baseline's."],
  ],
  [
    'row,score\n1,1\n',
    'id,value\n1,1\n',
    [
      'The scores have no key column `id`; they have row, score.',
      'The scores have no baseline column `score`; they have id, value.',
    ],
  ],
])('keys that do not fit: %#', async (candidate, baseline, sentences) => {
  const faults = await faultsOf(two(candidate, baseline));
  expect(faults.map(({ message }) => message)).toEqual(sentences);
});
