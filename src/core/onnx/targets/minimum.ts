/** The oldest ONNX Runtime that takes a model's opsets and IR version. */
import type { Summary } from '../../documents/validation.ts';
import { RUNTIME_RELEASES, type RuntimeRelease } from './runtimes.ts';

type Versions = Pick<Summary, 'irVersion' | 'opsets'>;

/** What a model asks of a release, and whether that has it. */
interface Need {
  /** Such as `opset 21`. */
  readonly text: string;
  readonly met: (release: RuntimeRelease) => boolean;
}

const DOMAINS: Readonly<Record<string, { readonly text: string; readonly newest: 'opset' | 'ml' }>> = {
  '': { text: 'opset', newest: 'opset' },
  'ai.onnx': { text: 'opset', newest: 'opset' },
  'ai.onnx.ml': { text: 'ai.onnx.ml opset', newest: 'ml' },
};

/** Other domains belong to custom operators; no release has a number for them. */
export function needsOf({ irVersion, opsets }: Versions): Need[] {
  return [
    ...opsets.flatMap(({ domain, version }): Need[] => {
      const known = Object.hasOwn(DOMAINS, domain) ? DOMAINS[domain] : undefined;
      if (!known) return [];
      return [{ text: `${known.text} ${version}`, met: (release) => version <= release[known.newest] }];
    }),
    { text: `IR version ${irVersion}`, met: ({ ir }) => irVersion <= ir },
  ];
}

/** Null when no release known to this version of onnx-gate takes the model. */
export function minimumRuntime(
  model: Versions,
): { readonly name: string; readonly version: string; readonly reason: string } | null {
  const needs = needsOf(model);
  const at = RUNTIME_RELEASES.findIndex((release) => needs.every(({ met }) => met(release)));
  const release = RUNTIME_RELEASES[at];
  if (!release) return null;
  const before = RUNTIME_RELEASES[at - 1];
  const deciding = before ? needs.filter(({ met }) => !met(before)) : needs;
  return {
    name: 'ONNX Runtime',
    version: release.version,
    reason: [...new Set(deciding.map(({ text }) => text))].slice(0, 5).join(' and '),
  };
}
