import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createHistory } from '../../../src/adapters/history/history.ts';
import { historyEntryOf, historyLine, parseHistory } from '../../../src/core/history/history.ts';
import { SAMPLES } from '../../core/report/samples.ts';
import { temporaryFolder } from '../../temporary.ts';

const WRITERS = 20;
const ADAPTER = pathToFileURL(join(import.meta.dirname, '../../../src/adapters/history/history.ts')).href;
const line = (hour: number, long = '') => {
  const { verdict } = SAMPLES.get('fail')!;
  const created = `2026-10-01T${String(hour).padStart(2, '0')}:00:00Z`;
  const entry = historyEntryOf({ ...verdict, created }, '8f3a1c9d2e7b4a60');
  return historyLine({
    ...entry,
    models: entry.models.map((model) => ({ ...model, name: `${model.name}${long}` })),
  });
};

/** A process of its own that appends one line. */
function append(place: string, text: string, cwd: string): Promise<void> {
  const source = `const { createHistory } = await import(${JSON.stringify(ADAPTER)}); await createHistory(${JSON.stringify(place)}).append(${JSON.stringify(text)});`;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', source],
    { cwd, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((done, fail) => {
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(said))));
  });
}

function clone(): string {
  const folder = temporaryFolder();
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', join(folder, 'origin.git')]);
  execFileSync('git', ['clone', '-q', join(folder, 'origin.git'), join(folder, 'clone')], { stdio: 'pipe' });
  return join(folder, 'clone');
}

describe.each(['history', 'runs/history.jsonl', 'branch:onnx-gate/history'])('at %s', (place) => {
  test(`${WRITERS} processes at once lose nothing`, async () => {
    const cwd = clone();
    const expected = Array.from({ length: WRITERS }, (_, hour) => line(hour, '推'.repeat(2000)));
    await Promise.all(expected.map((text) => append(place, text, cwd)));
    const absolute = place.startsWith('branch:') ? place : join(cwd, place);
    const before = process.cwd();
    process.chdir(cwd);
    try {
      const { entries, unreadable } = parseHistory(await createHistory(absolute).read());
      expect(unreadable).toBe(0);
      expect(entries.map((entry) => historyLine(entry))).toEqual(expected);
    } finally {
      process.chdir(before);
    }
    expect(
      execFileSync('git', ['status', '--porcelain', '--', ':!history', ':!runs'], { cwd, encoding: 'utf8' }),
    ).toBe('');
  }, 240_000);
});

test('runs that each keep a folder, as the artifacts of a run are, are one history side by side', async () => {
  const runs = temporaryFolder();
  const expected = [line(1), line(2), line(3)];
  for (const [run, text] of expected.entries())
    await createHistory(join(runs, `${40 + run}/model-history`)).append(text);
  const { entries } = parseHistory(await createHistory(runs).read());
  expect(entries.map((entry) => historyLine(entry))).toEqual(expected);
});

test('a place that is not there yet holds nothing', async () => {
  const folder = temporaryFolder();
  expect(await createHistory(join(folder, 'none')).read()).toEqual([]);
  expect(parseHistory(await createHistory(join(folder, 'none.jsonl')).read()).entries).toEqual([]);
});

test('a line cut short is counted, a line twice is taken once', () => {
  const [first, second] = [line(1), line(2)];
  const { entries, unreadable } = parseHistory([`${second}${first}`, first, second.slice(0, 100)]);
  expect(entries.map(({ created }) => created)).toEqual(['2026-10-01T01:00:00Z', '2026-10-01T02:00:00Z']);
  expect(unreadable).toBe(1);
});

test('a place that cannot be written is a fault with what to do', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(createHistory(join(folder, 'file/history')).append('{}\n')).rejects.toMatchObject({
    faults: [{ code: 'history-unwritable', fix: expect.stringContaining('branch:NAME') }],
  });
  await expect(createHistory('branch:../x').append('{}\n')).rejects.toMatchObject({
    faults: [{ code: 'usage-invalid' }],
  });
});
