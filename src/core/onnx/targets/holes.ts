/** Runtimes with known security holes, by what their makers publish. */
import type { Finding } from '../../documents/validation.ts';
import { compareVersions } from './runtimes.ts';

export interface Hole {
  /** The first version without it. */
  readonly before: string;
  readonly what: string;
  /**
   * `model`: of use to who ships somebody a model, and so no matter for a model of one's own. `files`: the same, by way
   * of external data. `network`: open to whoever reaches the server.
   */
  readonly reach: 'model' | 'files' | 'network';
  /** Where it is published. */
  readonly source: string;
}

const ORT = 'https://github.com/microsoft/onnxruntime/releases/tag/';
const NVIDIA = 'https://github.com/NVIDIA/product-security/blob/main/2026/';
const CVE = 'https://www.cve.org/CVERecord?id=';

/** Those of the core, which a browser runs as well. */
const CORE: readonly Hole[] = [
  {
    before: '1.27',
    what: 'reads out of bounds in SoftmaxCrossEntropyLoss, WordConvEmbedding and Crop',
    reach: 'model',
    source: `${ORT}v1.27.0`,
  },
  {
    before: '1.28.3',
    what: 'reads out of bounds by a Loop, and a heap overflow by a buffer used again',
    reach: 'model',
    source: `${ORT}v1.28.3`,
  },
];

/** Oldest first. OpenVINO has none whose version its maker names in the record itself. */
export const HOLES = {
  'ONNX Runtime': [
    {
      before: '1.13.1',
      what: 'external data is read and written outside the folder, and protobuf is open to CVE-2022-1941',
      reach: 'files',
      source: `${ORT}v1.13.1`,
    },
    ...CORE,
    {
      before: '1.30',
      what: 'not every form of model that reads files outside its folder, or recurses without end, is refused',
      reach: 'files',
      source:
        'microsoft/onnxruntime#26776, #27374, #28187, #28408, #28709 and #29250; all forms tried on 1.30',
    },
  ],
  'ONNX Runtime Web': CORE,
  Triton: [
    {
      before: '25.07',
      what: 'remote code execution by requests (CVE-2025-23310, CVE-2025-23317, CVE-2025-23319)',
      reach: 'network',
      source: `${CVE}CVE-2025-23317`,
    },
    {
      before: '26.03',
      what: 'authentication bypass with code execution (CVE-2026-24207)',
      reach: 'network',
      source: `${NVIDIA}5828/5828.md`,
    },
    {
      before: '26.04',
      what: 'denial of service by compressed requests (CVE-2026-24264)',
      reach: 'network',
      source: `${NVIDIA}5848/5848.md`,
    },
    {
      before: '26.05',
      what: 'stack overflow by requests, and another authentication bypass (CVE-2026-47477, CVE-2026-47481)',
      reach: 'network',
      source: `${NVIDIA}5853/5853.md`,
    },
    {
      before: '26.06',
      what: 'path traversal by requests (CVE-2026-47627, CVE-2026-47606)',
      reach: 'network',
      source: `${NVIDIA}5865/5865.md`,
    },
    {
      before: '26.07',
      what: 'denial of service by endless iteration (CVE-2026-16497)',
      reach: 'network',
      source: `${NVIDIA}5875/5875.md`,
    },
  ],
  TensorRT: [
    {
      before: '10.16.1',
      what: 'writes out of bounds (CVE-2026-24188)',
      reach: 'network',
      source: `${NVIDIA}5836/5836.md`,
    },
    {
      before: '11.0',
      what: 'heap overflow and code execution by what it is given to load (CVE-2026-24268, CVE-2026-24238, CVE-2026-24272, CVE-2026-24227)',
      reach: 'model',
      source: `${NVIDIA}5855/5855.md`,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Hole[]>>;

/** A version without a patch number stands for the newest patch of its release. */
export function isBefore(version: string, first: string): boolean {
  const patch = (text: string) => text.split('.')[2];
  const order = compareVersions(version, first);
  return order === 0 ? Number(patch(version) ?? Number.MAX_VALUE) < Number(patch(first) ?? 0) : order < 0;
}

/** One finding for all holes that this version has. */
export function holeFindings(
  runtime: keyof typeof HOLES,
  version: string,
  { externalBytes }: { readonly externalBytes: number },
): Finding[] {
  const open: readonly Hole[] = HOLES[runtime].filter(({ before }) => isBefore(version, before));
  const last = open.at(-1);
  if (!last) return [];
  const pressing = open.some(({ reach }) => reach === 'network' || (reach === 'files' && externalBytes > 0));
  const told = open.map(({ before, what }) => `${what} (mended in ${before})`);
  return [
    {
      check: 'target-security',
      severity: pressing ? 'warning' : 'info',
      message: `${runtime} ${version} has known holes: ${told.join('; ')}.`,
      at: null,
      fix: `Deploy ${last.before} or later; until then, load only models that you made, for callers that you trust.`,
    },
  ];
}
