/** Where each CI system says which commit it runs on. */
const VARIABLES = [
  'GITHUB_SHA',
  'CI_COMMIT_SHA',
  'GIT_COMMIT',
  'BUILDKITE_COMMIT',
  'CIRCLE_SHA1',
  'BUILD_SOURCEVERSION',
] as const;

/** The commit by the CI system's own word; undefined on a laptop. */
export function commitOf(env: NodeJS.ProcessEnv): string | undefined {
  return VARIABLES.map((name) => env[name]).find((sha) => sha !== undefined && /^[0-9a-f]{7,64}$/.test(sha));
}
