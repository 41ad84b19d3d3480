#!/usr/bin/env node
import { FaultError, nearest } from '../core/errors.ts';
import { SPECS } from '../specs/index.ts';
import { commandHelp, programHelp } from './help.ts';
import { VERSION } from './version.ts';

const GLOBAL_FLAGS = ['--no-color', '--color'];
const args = process.argv.slice(2).filter((arg) => !GLOBAL_FLAGS.includes(arg));
const [name = '--help', ...rest] = args;
const spec = specOf(args);

if (name === '--version' || name === '-v') {
  console.log(VERSION);
} else if (name === '--help' || name === '-h' || name === 'help') {
  const about = specOf(rest);
  process.stdout.write(about ? commandHelp(about) : programHelp());
} else if (spec && rest.some((arg) => arg === '--help' || arg === '-h')) {
  process.stdout.write(commandHelp(spec));
} else {
  // Everything heavier loads only now, so that help is instant.
  const { runProgram } = await import('./program.ts');
  await runProgram(() => (spec ? { spec, args: args.slice(wordsOf(spec)) } : raiseUnknown(name)));
}

/** A name of two words is more than its first one. */
function specOf(words: readonly string[]) {
  const named = SPECS.filter((one) => one.name === words.slice(0, wordsOf(one)).join(' '));
  return named.sort((a, b) => wordsOf(b) - wordsOf(a))[0];
}

function wordsOf({ name }: (typeof SPECS)[number]): number {
  return name.split(' ').length;
}

function raiseUnknown(given: string): never {
  const [suggestion] = nearest(
    given,
    SPECS.map((one) => one.name),
    1,
  );
  const message = `\`${given.slice(0, 100)}\` is not a command of onnx-gate.`;
  const fix = `${suggestion ? `Did you mean \`${suggestion}\`? ` : ''}\`onnx-gate --help\` lists them.`;
  throw new FaultError([{ code: 'usage-invalid', message, fix }]);
}
