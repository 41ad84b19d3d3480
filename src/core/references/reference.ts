/** Where a model or a holdout may lie. What the user writes for each stands in `schemes.ts`. */
export type Reference =
  | { readonly scheme: 'path'; readonly path: string }
  /** `path` is null where the revision alone was named. */
  | { readonly scheme: 'git'; readonly revision: string; readonly path: string | null }
  /** `url` has neither credentials nor the digest. */
  | { readonly scheme: 'https'; readonly url: string; readonly sha256: string | null }
  | {
      readonly scheme: 'oci';
      /** Host and port. */
      readonly registry: string;
      readonly repository: string;
      /** A tag, or `sha256:…`. */
      readonly version: string;
      /** Inside the image or artifact. Null: the only model there. */
      readonly path: string | null;
    }
  | {
      readonly scheme: 'release';
      /** `owner/name`; null: the repository that the job runs for. */
      readonly repository: string | null;
      /** `latest`, or a tag. */
      readonly tag: string;
      readonly asset: string;
    }
  | {
      readonly scheme: 'artifact';
      readonly repository: string | null;
      readonly name: string;
      readonly path: string | null;
    }
  | {
      readonly scheme: 'gitlab-package';
      /** `group/name`; null: the project that the job runs for. */
      readonly project: string | null;
      readonly name: string;
      readonly version: string;
      readonly file: string;
    }
  | {
      readonly scheme: 'gitlab-job';
      readonly project: string | null;
      readonly ref: string;
      readonly job: string;
      readonly path: string;
    }
  /** `path` is that of the data, not of its `.dvc` file. `revision` null: as checked out. */
  | { readonly scheme: 'dvc'; readonly revision: string | null; readonly path: string }
  | {
      readonly scheme: 'mlflow';
      readonly name: string;
      readonly by: { readonly alias: string } | { readonly version: string };
    }
  /** `path`, of the run's artifacts: a folder that MLflow logged a model into, or an `.onnx` file. */
  | { readonly scheme: 'mlflow'; readonly run: string; readonly path: string }
  | {
      readonly scheme: 'hf';
      readonly kind: 'models' | 'datasets';
      readonly repository: string;
      readonly revision: string;
      readonly path: string | null;
    };

export type SchemeName = Reference['scheme'];
export type ReferenceOf<S extends SchemeName> = Extract<Reference, { readonly scheme: S }>;
