/** Text from flags or `INPUT_*` variables to the typed values of a spec. */
import { type Fault, nearest, throwFaults } from '../core/errors.ts';
import type { CommandSpec, InputSpec, Inputs } from '../specs/spec.ts';

/** `fix`: what to write instead; else what the input is. */
type Parsed = { readonly value: unknown } | { readonly wanted: string; readonly fix?: string };

const PARSERS: { readonly [K in InputSpec['kind']]: (text: string, input: InputSpec) => Parsed } = {
  string: (text) => ({ value: text }),
  list: (text) => ({ value: itemsOf(text, /[\n,]/) }),
  lines: (text) => ({ value: itemsOf(text, /\n/) }),
  // The spellings of YAML 1.2, as @actions/core takes them.
  boolean: (text) =>
    /^(true|True|TRUE)$/.test(text)
      ? { value: true }
      : /^(false|False|FALSE)$/.test(text)
        ? { value: false }
        : { wanted: 'true or false' },
  choice: (text, input) => {
    const choices = input.kind === 'choice' ? input.choices : [];
    if (choices.includes(text)) return { value: text };
    const [close] = nearest(text, choices, 1);
    const fix = close
      ? `Did you mean \`${close}\`?`
      : input.default && `Leave it out for \`${input.default}\`.`;
    return { wanted: `one of ${choices.join(', ')}`, ...(fix && { fix }) };
  },
};

function itemsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

const ABSENT: { readonly [K in InputSpec['kind']]: unknown } = {
  string: undefined,
  list: [],
  lines: [],
  boolean: false,
  choice: undefined,
};

/**
 * Reads every input of `spec`. `read` gives an input's text, or undefined or '' when it was not given.
 * `flag` shows a name as the user writes it. Throws `usage-invalid` for all bad values at once, after the `earlier`
 * faults of whoever took the text apart.
 */
export function parseInputs<S extends CommandSpec>(
  spec: S,
  read: (input: InputSpec) => string | undefined,
  flag: (name: string) => string,
  earlier: readonly Fault[] = [],
): Inputs<S> {
  const faults = [...earlier];
  const values = spec.inputs.map((input) => {
    const text = read(input)?.trim() || input.default;
    if (text === undefined) return [input.name, ABSENT[input.kind]];
    const parsed = PARSERS[input.kind](text, input);
    if ('value' in parsed) return [input.name, parsed.value];
    faults.push({
      code: 'usage-invalid',
      message: `${flag(input.name)} is \`${text.slice(0, 100)}\`; it must be ${parsed.wanted}.`,
      fix: parsed.fix ?? input.description,
    });
    return [input.name, ABSENT[input.kind]];
  });
  throwFaults(faults);
  return Object.fromEntries(values) as Inputs<S>;
}
