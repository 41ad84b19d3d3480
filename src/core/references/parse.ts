import { nearest } from '../errors.ts';
import type { Reference } from './reference.ts';
import { hideCredentials, SCHEMES, web } from './schemes.ts';

export type Parsed =
  | { readonly ok: true; readonly reference: Reference }
  | { readonly ok: false; readonly reason: string };

/** Two characters at least: `C:\model.onnx` is a path. */
const SCHEME = /^([A-Za-z][\w+.-]+):(.*)$/s;

/** Reads one reference; text without a scheme is a path. */
export function parseReference(text: string): Parsed {
  const [, written, rest = ''] = SCHEME.exec(text) ?? [];
  if (written === undefined) return { ok: true, reference: { scheme: 'path', path: text } };
  const name = written.toLowerCase();
  if (name === 'http') return parsed('https', web(text));
  if (!isScheme(name)) return { ok: false, reason: unknown(written) };
  return parsed(name, SCHEMES[name].parse(rest));
}

/** Whether the text names a place that has to be fetched from: neither a path, nor a glob, nor a scheme of others (`s3:`). */
export function isRemote(text: string): boolean {
  const name = SCHEME.exec(text)?.[1]?.toLowerCase();
  return name !== undefined && (isScheme(name) || name === 'http') && !text.includes('*');
}

/** A reference as documents and messages show it: addresses lose their query, which often holds a signature. */
export function showReference(text: string): string {
  return /^https?:/i.test(text) ? hideCredentials(text) : text;
}

type Scheme = keyof typeof SCHEMES;
const isScheme = (name: string): name is Scheme => Object.hasOwn(SCHEMES, name);

function parsed(scheme: Scheme, fields: object | string): Parsed {
  return typeof fields === 'string'
    ? { ok: false, reason: fields }
    : { ok: true, reference: { scheme, ...fields } as Reference };
}

function unknown(name: string): string {
  const [close] = nearest(name, Object.keys(SCHEMES), 1);
  const known = close
    ? `did you mean ${SCHEMES[close as Scheme].example}`
    : `known are ${names().join(', ')}`;
  return `\`${name}:\` is not known; ${known}`;
}

const names = () => Object.keys(SCHEMES).map((name) => `${name}:`);
