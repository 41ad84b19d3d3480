/** How places and values of the policy are named in a sentence. */

/** Keys and list indexes from the top of the file. */
export type Path = readonly (string | number)[];

const LONGEST_SHOWN = 80;

/** Text that means itself in YAML, also between brackets. */
const PLAIN = /^[A-Za-z0-9/](?:[\w@/.%*()+= -]|:(?! ))*$/;

/** Text from the file for a sentence: bounded, with control characters written out. */
export function show(value: unknown): string {
  const written = typeof value === 'string' ? quote(value) : flow(value);
  const points = [...written];
  return points.length <= LONGEST_SHOWN ? written : `${points.slice(0, LONGEST_SHOWN - 1).join('')}…`;
}

/** JSON's quotes are YAML's too. */
function quote(text: string): string {
  // JSON leaves these as they are, and they can turn a line of a log around or hide in it.
  return JSON.stringify(text.slice(0, 2 * LONGEST_SHOWN)).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A value as one line of YAML. */
export function flow(value: unknown, depth = 0): string {
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return PLAIN.test(value) ? value : quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > 3) return '…';
  if (Array.isArray(value)) {
    const shown = value.slice(0, 10).map((item) => flow(item, depth + 1));
    return `[${shown.join(', ')}${value.length > 10 ? ', …' : ''}]`;
  }
  const entries = Object.entries(value);
  const shown = entries.slice(0, 10).map(([key, item]) => `${key}: ${flow(item, depth + 1)}`);
  return `{ ${shown.join(', ')}${entries.length > 10 ? ', …' : ''} }`;
}

function writeNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return String(value);
}

/** `models.conversion.baseline[0]`. */
export function where(path: Path): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = /^[\w@/-][\w@/.-]{0,99}$/.test(step) ? step : show(step);
      return i === 0 ? name : `.${name}`;
    })
    .join('');
}

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A key in code marks. Ours, or from the file and then bounded. */
export function code(name: string): string {
  return /^[\w@/.-]{1,100}$/.test(name) ? `\`${name}\`` : show(name);
}

/** The value at a path, by own keys only. Undefined when there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Keys and values of a map; nothing for anything else. */
export function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
