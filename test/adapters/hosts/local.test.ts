import { expect, it } from 'vitest';
import { createLocalHost } from '../../../src/adapters/hosts/local.ts';

function terminal(isTTY: boolean, quiet = false) {
  const written: string[] = [];
  const host = createLocalHost(
    { quiet },
    { isTTY, columns: 40, write: (text: string) => written.push(text) },
  );
  return { host, written };
}

it('draws a bar on a terminal, in one line that fits', () => {
  const { host, written } = terminal(true);
  host.report('Scored 1 of 4 rows.', 0.25);
  host.report('Scored 4 of 4 rows, and a great many words about it.', 1);
  expect(written.map((line) => line.replace('\r\u001b[K', '<'))).toEqual([
    '<█████░░░░░░░░░░░░░░░ Scored 1 of 4 rows.'.slice(0, 40),
    '<████████████████████ Scored 4 of 4 rows, and a'.slice(0, 40),
  ]);
});

it('has no bar without a known whole', () => {
  const { host, written } = terminal(true);
  host.report('loading');
  expect(written).toEqual(['\r\u001b[Kloading']);
});

it('clears the line before anything else is said', () => {
  const { host, written } = terminal(true);
  host.report('half', 0.5);
  host.warn('careful');
  expect(written.slice(1)).toEqual(['\r\u001b[K', 'careful\n']);
});

it('writes plain lines elsewhere', () => {
  const { host, written } = terminal(false);
  host.report('half', 0.5);
  expect(written).toEqual(['half\n']);
});

it('says nothing when it should be quiet', () => {
  const { host, written } = terminal(true, true);
  host.report('half', 0.5);
  expect(written).toEqual([]);
});
