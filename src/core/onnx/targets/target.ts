/** Whether a model will run where the user says that it must. */
import type { Finding, Summary } from '../../documents/validation.ts';
import { holeFindings } from './holes.ts';
import { needsOf } from './minimum.ts';
import { WEBGL, WEBGPU } from './onnxruntime-web.ts';
import { OPENVINO } from './openvino.ts';
import { operatorFindings } from './operators.ts';
import { compareVersions, LAST_PUBLISHED, RUNTIME_RELEASES, releaseOf } from './runtimes.ts';
import { TENSORRT } from './tensorrt.ts';
import { tritonFindings } from './triton.ts';

/** A place to run: an ONNX Runtime release, perhaps in a browser, Triton's ONNX backend, or one with a table of operators. */
export type Target =
  | { readonly kind: 'onnxruntime'; readonly version: string }
  | { readonly kind: 'web'; readonly version: string; readonly provider: 'wasm' | 'webgpu' | 'webgl' }
  | { readonly kind: 'triton' | 'tensorrt' | 'openvino'; readonly version: string | null };

/** How a target is written. */
export const TARGET =
  /^(?:openvino|triton(?:==(?<triton>\d\d\.\d\d))?|tensorrt(?:==(?<tensorrt>\d{1,3}\.\d{1,3}(?:\.\d{1,6})?))?|onnxruntime(?:-(?:node|gpu))?==(?<version>\d{1,3}\.\d{1,3}(?:\.\d{1,6})?)|onnxruntime-web(?:\/(?<provider>wasm|webgpu|webgl))?(?:==(?<web>\d{1,3}\.\d{1,3}(?:\.\d{1,6})?))?)$/;

/**
 * `onnxruntime==1.19`, also with `-node`, `-gpu` or a patch number; `onnxruntime-web`, also with `/webgpu` or `/webgl` and
 * a version (without one, the newest that is known); `triton`, also as `triton==26.07` by its release; `tensorrt`, also
 * as `tensorrt==10.16`; `openvino`. Null for anything else.
 */
export function parseTarget(text: string): Target | null {
  const groups = TARGET.exec(text)?.groups;
  if (!groups) return null;
  const { version, provider = 'wasm', web } = groups;
  for (const kind of ['triton', 'tensorrt', 'openvino'] as const)
    if (text.startsWith(kind)) return { kind, version: groups[kind] ?? null };
  if (version !== undefined) return { kind: 'onnxruntime', version };
  return { kind: 'web', version: web ?? RUNTIME_RELEASES.at(-1)!.version, provider } as Target;
}

const WEB_TABLES = { wasm: [], webgpu: [WEBGPU], webgl: [WEBGL] } as const;

/** What stands in the way of running the model there. */
export function targetFindings(model: Summary, target: Target): Finding[] {
  switch (target.kind) {
    case 'onnxruntime':
      return [
        ...versionFindings(model, target.version),
        ...holeFindings('ONNX Runtime', target.version, model),
      ];
    case 'web':
      return [
        ...versionFindings(model, target.version),
        ...holeFindings('ONNX Runtime Web', target.version, model),
        ...WEB_TABLES[target.provider].flatMap((table) => operatorFindings(model, table)),
      ];
    case 'triton':
      return [...tritonFindings(model), ...versioned('Triton', target.version, model)];
    case 'tensorrt':
      return [...operatorFindings(model, TENSORRT), ...versioned('TensorRT', target.version, model)];
    case 'openvino':
      return operatorFindings(model, OPENVINO);
  }
}

/** Of a target without a version, nothing is known. */
const versioned = (name: 'Triton' | 'TensorRT', version: string | null, model: Summary): Finding[] =>
  version === null ? [] : holeFindings(name, version, model);

function versionFindings(model: Summary, version: string): Finding[] {
  const newest = RUNTIME_RELEASES.at(-1)!;
  const release = releaseOf(version);
  const unpublished =
    compareVersions(version, LAST_PUBLISHED) > 0 && compareVersions(version, newest.version) < 0;
  return needsOf(model).flatMap(({ text, met }): Finding[] => {
    if (release && met(release)) return [];
    const enough = RUNTIME_RELEASES.find(met);
    const fix = enough
      ? `Export with an older opset and IR version, or run it on ONNX Runtime ${enough.version}.`
      : 'Export with an older opset and IR version.';
    const limit =
      release === null
        ? 'which is older than every release in its compatibility table'
        : `which takes ${limits(release)}`;
    return unpublished
      ? [
          {
            check: 'target-version',
            severity: 'warning',
            message: `Whether ONNX Runtime ${version} takes ${text} is not known: its compatibility table ends with ${LAST_PUBLISHED}.`,
            at: null,
            fix: 'Load the model once in that version, or export with an older opset and IR version.',
          },
        ]
      : [
          {
            check: 'target-version',
            severity: 'error',
            message: `The model has ${text} and will not load in ONNX Runtime ${version}, ${limit}.`,
            at: null,
            fix,
          },
        ];
  });
}

const limits = ({ opset, ml, ir }: { opset: number; ml: number; ir: number }) =>
  `opset ${opset}, ai.onnx.ml opset ${ml} and IR version ${ir} at most`;
