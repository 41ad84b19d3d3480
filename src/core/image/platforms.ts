/** `os/architecture[/variant]`, as Docker writes it. */
import type { Platform } from './oci.ts';

/** Of an image that holds a model alone: a model is the same everywhere, and some tools want one named. */
export const DEFAULT_PLATFORM = 'linux/amd64';

const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9]+)?$/;

export const isPlatform = (text: string) => PLATFORM.test(text);

export function platformText({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/');
}

export function parsePlatform(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/');
  return { os, architecture, ...(variant !== undefined && { variant }) };
}

/** Whether an image for `has` is what somebody means who asks for `wanted`: of arm64 the variant v8 is the usual one. */
export function serves(has: string, wanted: string): boolean {
  const usual = (text: string) => text.replace(/^(\w+\/arm64)\/v8$/, '$1');
  return usual(has) === usual(wanted);
}
