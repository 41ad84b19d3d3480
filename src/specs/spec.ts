/** The shape of a command's input/output table. CLI flags, action.yml and README tables are made from it. */

interface InputBase {
  /** kebab-case; `--name` on the command line, `name` in action.yml. */
  readonly name: string;
  /** One sentence, ends with a full stop. */
  readonly description: string;
  /** Text as a user would write it. */
  readonly default?: string;
  /** Comes without its `--name` on the command line. */
  readonly positional?: true;
  /** Left out of action.yml: a step has no terminal. */
  readonly cliOnly?: true;
  /** Only in action.yml: of no use outside of GitHub, or a secret that has no place on a command line. */
  readonly actionOnly?: true;
  /** Default in action.yml where it is an expression. */
  readonly actionDefault?: string;
}

/**
 * `list` values are separated by commas or newlines, `lines` by newlines alone; on the command line the flag may also
 * be repeated.
 */
export type InputSpec =
  | (InputBase & { readonly kind: 'string' | 'list' | 'lines' | 'boolean' })
  | (InputBase & { readonly kind: 'choice'; readonly choices: readonly string[] });

export interface OutputSpec {
  readonly name: string;
  readonly description: string;
}

export interface CommandSpec {
  readonly name: string;
  /** Shown by `--help`, as the action's description and as the first line of its README. */
  readonly description: string;
  readonly inputs: readonly InputSpec[];
  readonly outputs: readonly OutputSpec[];
  /** Command lines for `--help`, without the program's name. */
  readonly examples: readonly string[];
}

type Text<I> = I extends { readonly default: string } ? string : string | undefined;
type ValueOf<I extends InputSpec> = I['kind'] extends 'list' | 'lines'
  ? readonly string[]
  : I['kind'] extends 'boolean'
    ? boolean
    : I extends { readonly kind: 'choice'; readonly choices: readonly (infer C)[] }
      ? I extends { readonly default: string }
        ? C
        : C | undefined
      : Text<I>;

/** Typed values for a spec declared `as const`. Absent strings are undefined, absent lists empty. */
export type Inputs<S extends CommandSpec> = {
  readonly [I in S['inputs'][number] as I['name']]: ValueOf<I>;
};
