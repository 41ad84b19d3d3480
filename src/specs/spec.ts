/** The shape of a command's input/output table. CLI flags, action.yml and README tables are made from it. */

export type InputKind = 'string' | 'list' | 'number' | 'boolean' | 'choice';

export interface InputSpec {
  /** kebab-case; `--name` on the command line, `name` in action.yml. */
  readonly name: string;
  readonly kind: InputKind;
  /** One sentence, ends with a full stop. */
  readonly description: string;
  /** Text as a user would write it. Absent: no default. */
  readonly default?: string;
  /** For `choice`. */
  readonly choices?: readonly string[];
  /** Positional on the command line. */
  readonly positional?: true;
}

export interface OutputSpec {
  readonly name: string;
  readonly description: string;
}

export interface CommandSpec {
  readonly name: string;
  /** Shown by `--help`, as the action's description and as the README's first line. */
  readonly description: string;
  readonly inputs: readonly InputSpec[];
  readonly outputs: readonly OutputSpec[];
  /** Command lines for `--help`; each is run by a test. */
  readonly examples: readonly string[];
}

type ValueOf<I extends InputSpec> = I['kind'] extends 'list'
  ? string[]
  : I['kind'] extends 'number'
    ? number | undefined
    : I['kind'] extends 'boolean'
      ? boolean
      : string | undefined;

/** Typed values for a spec declared `as const`. Absent strings and numbers are undefined, absent lists empty. */
export type Inputs<S extends CommandSpec> = {
  readonly [I in S['inputs'][number] as I['name']]: ValueOf<I>;
};
