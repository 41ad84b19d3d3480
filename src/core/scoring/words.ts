/** Foreign names in sentences and in YAML to paste. */
import type { TensorInfo } from '../documents/validation.ts';

/** In backquotes, on one line, at most 80 characters. */
export function code(name: string): string {
  return `\`${clip(name)}\``;
}

export function clip(text: string, most = 80): string {
  const line = text.replaceAll(/[\x00-\x1f\x7f`]+/g, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

/** `a, b and 12 more`. */
export function list(names: readonly string[], most = 30): string {
  const shown = names.slice(0, most).map(code).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** Plain where YAML reads it back as this very text, else in JSON's quotes, which are YAML's too. */
export function yamlName(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*( [A-Za-z0-9_]+)*$/.test(name);
  const keyword = /^(true|false|null|yes|no|on|off|y|n)$/i.test(name);
  return plain && !keyword ? name : JSON.stringify(name);
}

/** `[batch, 17]`; an unnamed dimension is `?`. */
export function shapeText(shape: readonly TensorInfo['shape'][number][]): string {
  return `[${shape.map((size) => (size === null ? '?' : clip(String(size), 30))).join(', ')}]`;
}
