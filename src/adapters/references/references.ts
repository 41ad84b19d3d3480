import type { SchemeName } from '../../core/references/reference.ts';
import type { Found, NotFound, References } from '../../ports.ts';
import { type Finder, type Located, Missing, type Tools } from './place.ts';

/** One row per scheme. Each loads when it is asked for. */
const FINDERS: { readonly [S in SchemeName]: () => Promise<{ readonly find: Finder<S> }> } = {
  path: () => import('./path.ts'),
  git: () => import('./git.ts'),
  https: () => import('./https.ts'),
  oci: () => import('./oci/find.ts'),
  release: () => import('./github/release.ts'),
  artifact: () => import('./github/artifact.ts'),
  'gitlab-package': () => import('./gitlab/package.ts'),
  'gitlab-job': () => import('./gitlab/job.ts'),
  dvc: () => import('./dvc/find.ts'),
  mlflow: () => import('./mlflow.ts'),
  hf: () => import('./hf.ts'),
};

export function createReferences(tools: Tools): References {
  return {
    find: (reference) =>
      attempt(async () => {
        const { find } = await FINDERS[reference.scheme]();
        // The row is chosen by the scheme, which the compiler does not follow.
        return (find as Finder<SchemeName>)(reference, tools);
      }),
  };
}

async function attempt(work: () => Promise<Located>): Promise<Found | NotFound> {
  try {
    const { beside, ...file } = await work();
    return {
      ok: true,
      file: { ...file, beside: beside && ((location) => attempt(() => beside(location))) },
    };
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    const { message: reason, fix, environment } = error;
    return { ok: false, reason, environment, ...(fix !== undefined && { fix }) };
  }
}
