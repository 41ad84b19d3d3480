import { parseArgs } from 'node:util';
import { type Fault, nearest } from '../core/errors.ts';
import type { CommandSpec, InputSpec, Inputs } from '../specs/spec.ts';
import { parseInputs } from './inputs.ts';

/** Flags of a command line to the typed values of a spec. Throws `usage-invalid` for all faults at once. */
export function parseCommandLine<S extends CommandSpec>(spec: S, args: readonly string[]): Inputs<S> {
  const offered = spec.inputs.filter(({ actionOnly }) => !actionOnly);
  const known = new Map(offered.map((input) => [input.name, input]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      offered.map(({ name, kind }) => [name, { type: kind === 'boolean' ? 'boolean' : 'string' }] as const),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const add = (name: string, text: string) => given.set(name, [...(given.get(name) ?? []), text]);
  const positionals = offered.filter(({ positional }) => positional);
  const faults: Fault[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      // A list takes all that follow.
      const input = isList(positionals[0]) ? positionals[0] : positionals.shift();
      if (input) add(input.name, token.value);
      else faults.push(unexpected(token.value, spec));
    } else if (token.kind === 'option') {
      const input = known.get(token.name);
      if (!input) faults.push(unknown(token.rawName, spec, offered));
      else if (input.kind === 'boolean') add(token.name, token.value ?? 'true');
      else if (token.value === undefined) faults.push(valueless(token.rawName, input));
      else add(token.name, token.value);
    }
  }
  return parseInputs(
    spec,
    (input) => (isList(input) ? given.get(input.name)?.join('\n') : given.get(input.name)?.at(-1)),
    (name) => `--${name}`,
    faults,
  );
}

const isList = (input: InputSpec | undefined) => input?.kind === 'list' || input?.kind === 'lines';

function unexpected(value: string, spec: CommandSpec): Fault {
  return {
    code: 'usage-invalid',
    message: `\`${value.slice(0, 100)}\` is one argument too many.`,
    fix: `See \`onnx-gate ${spec.name} --help\`.`,
  };
}

function unknown(rawName: string, spec: CommandSpec, offered: readonly InputSpec[]): Fault {
  const names = nearest(
    rawName.replace(/^-+/, ''),
    offered.map(({ name }) => name),
    1,
  );
  const suggestion = names[0] ? `Did you mean \`--${names[0]}\`? ` : '';
  return {
    code: 'usage-invalid',
    message: `\`${rawName.slice(0, 100)}\` is not an option of \`onnx-gate ${spec.name}\`.`,
    fix: `${suggestion}\`onnx-gate ${spec.name} --help\` lists them.`,
  };
}

function valueless(rawName: string, input: InputSpec): Fault {
  const example = input.default ?? (input.kind === 'choice' ? input.choices[0] : undefined);
  return {
    code: 'usage-invalid',
    message: `\`${rawName}\` needs a value.`,
    fix: example === undefined ? input.description : `Write, for example, \`${rawName} ${example}\`.`,
  };
}
