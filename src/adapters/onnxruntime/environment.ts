/** The environment of the child: what a process needs to start, and nothing that could be a secret. */

/** Compared in capitals, for Windows writes `Path`. LD_LIBRARY_PATH: some systems need it to start Node at all. */
const PASSED: ReadonlySet<string> = new Set([
  'PATH',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'LD_LIBRARY_PATH',
]);

/** No HOME: there is nothing for the engine to read or to leave there. */
export function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = Object.entries(env).filter(([name]) => PASSED.has(name.toUpperCase()));
  return { ...Object.fromEntries(passed), ORT_DISABLE_TELEMETRY: '1' };
}
