import { SPECS } from '../specs/index.ts';
import type { CommandSpec, InputSpec } from '../specs/spec.ts';

const WIDTH = 100;

/** What `onnx-gate --help` prints. */
export function programHelp(): string {
  return [
    'onnx-gate decides whether an ONNX model may ship, and shows why.',
    '',
    'Usage: onnx-gate COMMAND [options]',
    '',
    'Commands:',
    ...rows(SPECS.map(({ name, description }) => [name, description])),
    '',
    'Options:',
    ...rows([
      ['--help', 'This page; after a command, that command’s.'],
      ['--version', 'The version.'],
      ['--no-color', 'Plain text; so does the variable NO_COLOR.'],
    ]),
    '',
    'Exit codes:',
    ...rows([
      ['0', 'passed, warnings included'],
      ['1', 'the gate failed'],
      ['2', 'the configuration or the input is wrong'],
      ['3', 'the environment failed: network, engine, permission'],
      ['4', 'inconclusive, where the policy says that this fails'],
    ]),
    '',
  ].join('\n');
}

/** What `onnx-gate COMMAND --help` prints. */
export function commandHelp(spec: CommandSpec): string {
  const offered = spec.inputs.filter(({ actionOnly }) => !actionOnly);
  const positionals = offered
    .filter(({ positional }) => positional)
    .map(({ name, kind }) => `[${name.toUpperCase()}${kind === 'list' ? '…' : ''}]`);
  return [
    spec.description,
    '',
    `Usage: ${['onnx-gate', spec.name, ...positionals, '[options]'].join(' ')}`,
    '',
    'Options:',
    ...rows(offered.map((input) => [flagOf(input), describe(input)])),
    '',
    'Examples:',
    ...spec.examples.map((example) => `  onnx-gate ${example}`),
    '',
  ].join('\n');
}

function flagOf(input: InputSpec): string {
  if (input.kind === 'boolean') return `--${input.name}`;
  return `--${input.name} ${input.kind === 'list' || input.kind === 'lines' ? `${input.name.toUpperCase()}…` : input.name.toUpperCase()}`;
}

function describe(input: InputSpec): string {
  const choices = input.kind === 'choice' ? ` One of ${input.choices.join(', ')}.` : '';
  const standard = input.default === undefined ? '' : ` Default: ${input.default}.`;
  return `${input.description.replaceAll('`', '')}${choices}${standard}`;
}

/** Two columns, the second wrapped. */
function rows(pairs: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...pairs.map(([name]) => name.length)) + 4;
  return pairs.flatMap(([name, description]) =>
    wrap(description, WIDTH - left).map(
      (line, i) => `${i === 0 ? `  ${name}`.padEnd(left) : ' '.repeat(left)}${line}`,
    ),
  );
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
