/** DuckDB's errors in our words; its own go into `details`. */
import { FaultError, fault } from '../../core/errors.ts';
import { clip } from './sql.ts';

interface Translation {
  readonly pattern: RegExp;
  /** What is wrong, to follow the place. */
  say(match: RegExpMatchArray): string;
  readonly fix: string;
}

/** First match wins. */
const TRANSLATIONS: readonly Translation[] = [
  {
    pattern: /unterminated quote/i,
    say: () => 'a quoted value is not closed, or goes on after its closing quote',
    fix: 'Double the quotes inside quoted values ("") and close each one.',
  },
  {
    pattern: /Expected Number of Columns: (\d+) Found: (\d+)/,
    say: ([, wanted, found]) => `the line has ${found} values where the header names ${wanted} columns`,
    fix: 'Give every line as many values as the header has names.',
  },
  {
    pattern: /not utf-8 encoded|Invalid unicode/i,
    say: () => 'the text is not UTF-8',
    fix: 'Save the file as UTF-8.',
  },
  {
    pattern: /Maximum line size/i,
    say: () => 'the line is longer than 2 MB',
    fix: 'Look for a quote that is never closed.',
  },
  {
    pattern: /Could not convert string "([^"]*)" to '([A-Z]+)'/,
    say: ([, value]) => `${clip(value!)} does not fit the values before it`,
    fix: 'Write the column with one type throughout.',
  },
  {
    pattern: /No magic bytes found at end|too small to be a Parquet/i,
    say: () => 'the file is cut short: Parquet ends with a footer, and there is none',
    fix: 'Write or fetch it again.',
  },
  {
    pattern: /Malformed JSON in file .*?, (.*)/,
    say: ([, where]) => `malformed JSON ${clip(where!)}`,
    fix: 'Write one JSON object a line.',
  },
  {
    pattern: /requires the extension (\w+)/,
    say: ([, extension]) => `it needs DuckDB's extension ${extension}, which is not built in`,
    fix: 'Download the data in a step before, and read it from a local file.',
  },
];

/** DuckDB's advice for its own SQL, the settings of its reader, and the statement: none of them can be changed here. */
const OWN = /\n+(?:LINE \d+:|Possible (?:fixes|solutions?):| {2}file = )[\s\S]*$/;

/** `subject`: what was being read, such as a path or `The query`. A FaultError passes through. */
export function holdoutFault(error: unknown, subject: string): FaultError {
  if (error instanceof FaultError) return error;
  const words = error instanceof Error ? error.message : String(error);
  const said = words.replace(OWN, '');
  const details = said.length <= 2000 ? said : `${said.slice(0, 1999)}…`;
  const line = Number(/CSV Error on Line: (\d+)/.exec(words)?.[1]);
  const file = /^ {2}file = (.+)$/m.exec(words)?.[1];
  const place = line ? `${clip(file ?? subject, 200)}, line ${line}` : subject;
  for (const { pattern, say, fix } of TRANSLATIONS) {
    const match = pattern.exec(words);
    if (match) return fault('holdout-unreadable', `${place}: ${say(match)}.`, { fix, details });
  }
  const [first = ''] = words.split('\n');
  return fault('holdout-unreadable', `${place}: ${clip(first, 300)}`, { details });
}
