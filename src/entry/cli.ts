#!/usr/bin/env node
import { FaultError, nearest } from '../core/errors.ts';
import { SPECS } from '../specs/index.ts';
import { commandHelp, programHelp } from './help.ts';
import { VERSION } from './version.ts';

const GLOBAL_FLAGS = ['--no-color', '--color'];
const args = process.argv.slice(2).filter((arg) => !GLOBAL_FLAGS.includes(arg));
const [name = '--help', ...rest] = args;
const spec = SPECS.find((one) => one.name === name);

if (name === '--version' || name === '-v') {
  console.log(VERSION);
} else if (name === '--help' || name === '-h' || name === 'help') {
  const about = SPECS.find((one) => one.name === rest[0]);
  process.stdout.write(about ? commandHelp(about) : programHelp());
} else if (spec && rest.some((arg) => arg === '--help' || arg === '-h')) {
  process.stdout.write(commandHelp(spec));
} else {
  // Everything heavier loads only now, so that help is instant.
  const { runProgram } = await import('./program.ts');
  await runProgram(() => (spec ? { spec, args: rest } : raiseUnknown(name)));
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
