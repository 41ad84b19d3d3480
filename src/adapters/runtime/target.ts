/** The machines that both ONNX Runtime and DuckDB publish builds for. */
import { fault } from '../../core/errors.ts';

export const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64', 'win32-arm64'] as const;

export interface Target {
  /** `<platform>-<arch>`, as npm packages and the cache folder name it. */
  readonly name: (typeof SUPPORTED)[number];
  readonly platform: string;
  readonly arch: string;
}

export interface Machine {
  readonly platform: string;
  readonly arch: string;
  /** False on a Linux whose C library is not glibc, such as Alpine. */
  readonly glibc: boolean;
}

export function thisMachine(): Machine {
  const { platform, arch } = process;
  return { platform, arch, glibc: platform !== 'linux' || hasGlibc() };
}

/** Node says which glibc it was started with, and nothing where there is none. */
function hasGlibc(): boolean {
  const report = process.report as typeof process.report & { excludeNetwork: boolean };
  // Otherwise the report looks up the host name of every open socket.
  report.excludeNetwork = true;
  const { header } = report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime !== undefined;
}

/** Throws `runtime-unavailable`, in one sentence, where no native build exists. */
export function targetOf({ platform, arch, glibc }: Machine): Target {
  const name = SUPPORTED.find((supported) => supported === `${platform}-${arch}`);
  if (name && glibc) return { name, platform, arch };
  if (!glibc) {
    throw fault(
      'runtime-unavailable',
      'Models cannot run here: this Linux has no glibc (Alpine and other musl systems), and ONNX Runtime publishes no build for it',
      { fix: 'Use an image with glibc, such as node:24-slim.' },
    );
  }
  if (platform === 'darwin') {
    throw fault(
      'runtime-unavailable',
      'Models cannot run here: this is an Intel Mac (or Node.js runs under Rosetta), and ONNX Runtime publishes no build for it',
      { fix: 'Use a Mac with Apple silicon and an arm64 Node.js, or a Linux or Windows runner.' },
    );
  }
  throw fault(
    'runtime-unavailable',
    `Models cannot run here: ONNX Runtime and DuckDB publish no builds for ${platform}-${arch}`,
    { fix: `Use one of ${SUPPORTED.join(', ')}.` },
  );
}
