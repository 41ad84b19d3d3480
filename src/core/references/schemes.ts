import type { ReferenceOf, SchemeName } from './reference.ts';

type WithoutScheme<R> = R extends unknown ? Omit<R, 'scheme'> : never;
/** Fields of a reference, or in words why the text is none. */
type Fields<S extends SchemeName> = WithoutScheme<ReferenceOf<S>> | string;

interface Scheme<S extends SchemeName> {
  readonly example: string;
  /** Of what stands after `name:`. */
  readonly parse: (rest: string) => Fields<S>;
}

/** A path that stays below the place it is taken from. */
const inside = (path: string) =>
  path !== '' && !/[\\\0]|^\/|\/\//.test(path) && !path.split('/').includes('..');
const REVISION = /^[\w@][\w@{}~^./+-]*$/;
const HEX = /^[0-9a-f]{64}$/;
const below = (what: string) => `${what} is not a path below its place`;

/** `owner/name@rest`, where the first half may be missing. */
function owned(text: string): { readonly owner: string | null; readonly rest: string } {
  const [, owner = null, rest = ''] = /^(?:([\w.-]+(?:\/[\w.-]+)+)@)?(.*)$/s.exec(text) ?? [];
  return { owner, rest };
}

/** One row per scheme; `path` is what has none of them. */
export const SCHEMES: { readonly [S in Exclude<SchemeName, 'path'>]: Scheme<S> } = {
  git: {
    example: 'git:origin/main:models/model.onnx',
    parse(rest) {
      const [, revision = '', path = null] = /^([^:]*)(?::(.*))?$/s.exec(rest) ?? [];
      if (!REVISION.test(revision)) return `${revision} is not a git revision`;
      return path === '' ? 'there is no path after the last colon' : { revision, path };
    },
  },
  https: { example: 'https://host/model.onnx#sha256=…', parse: (rest) => web(`https:${rest}`) },
  oci: {
    example: 'oci://registry.example/conversion:production',
    parse(rest) {
      const [, registry, repository, tag, digest, path = null] =
        /^\/\/([^/]+)\/([a-z0-9._/-]+?)(?::([\w][\w.-]{0,127}))?(?:@sha256:([0-9a-f]{64}))?(?:#\/?(.+))?$/s.exec(
          rest,
        ) ?? [];
      if (!registry || !repository) return 'it must read oci://REGISTRY/REPOSITORY[:TAG][@sha256:…][#PATH]';
      if (!/^[\w.-]+(:\d+)?$/.test(registry)) return `${hideCredentials(registry)} is not a host`;
      if (path !== null && !inside(path)) return below(path);
      return { registry, repository, version: digest ? `sha256:${digest}` : (tag ?? 'latest'), path };
    },
  },
  release: {
    example: 'release:latest/model.onnx',
    parse(text) {
      const { owner: repository, rest } = owned(text);
      const [, tag, asset] = /^(.+)\/([^/]+)$/s.exec(rest) ?? [];
      return tag && asset ? { repository, tag, asset } : 'it must read release:[OWNER/REPO@]TAG/ASSET';
    },
  },
  artifact: {
    example: 'artifact:trained-model/model.onnx',
    parse(text) {
      const { owner: repository, rest } = owned(text);
      const [, name, path = null] = /^([^/]+)(?:\/(.+))?$/s.exec(rest) ?? [];
      if (!name) return 'it must read artifact:[OWNER/REPO@]NAME[/PATH]';
      return path === null || inside(path) ? { repository, name, path } : below(path);
    },
  },
  'gitlab-package': {
    example: 'gitlab-package:conversion/1.4.0/model.onnx',
    parse(text) {
      const { owner: project, rest } = owned(text);
      const [, name, version, file] = /^([^/]+)\/([^/]+)\/(.+)$/s.exec(rest) ?? [];
      if (!name || !version || !file) return 'it must read gitlab-package:[GROUP/PROJECT@]NAME/VERSION/FILE';
      return inside(file) ? { project, name, version, file } : below(file);
    },
  },
  'gitlab-job': {
    example: 'gitlab-job:main:train:models/model.onnx',
    parse(text) {
      const { owner: project, rest } = owned(text);
      const [, ref, job, path] = /^([^:]+):(.+):([^:]+)$/s.exec(rest) ?? [];
      if (!ref || !job || !path) return 'it must read gitlab-job:[GROUP/PROJECT@]REF:JOB:PATH';
      return inside(path) ? { project, ref, job, path } : below(path);
    },
  },
  dvc: {
    example: 'dvc:models/model.onnx',
    parse(rest) {
      const [, revision = null, path = ''] = /^(?:([^:]+):)?(.*)$/s.exec(rest) ?? [];
      if (revision !== null && !REVISION.test(revision)) return `${revision} is not a git revision`;
      if (path === '') return 'it must read dvc:[REV:]PATH, the path of the data without `.dvc`';
      return { revision, path: path.replace(/\.dvc$/, '') };
    },
  },
  mlflow: {
    example: 'mlflow:models:/conversion@champion',
    parse(rest) {
      const [, name, alias, version] = /^models:\/([^/@:]+)(?:@([^/@]+)|\/(\d+))$/s.exec(rest) ?? [];
      if (name && alias) return { name, by: { alias } };
      if (name && version) return { name, by: { version } };
      const [, run, path] = /^runs:\/([\w-]+)\/(.+)$/s.exec(rest) ?? [];
      if (run && path) return inside(path) ? { run, path } : below(path);
      return 'it must read mlflow:models:/NAME@ALIAS, mlflow:models:/NAME/VERSION or mlflow:runs:/RUN/PATH';
    },
  },
  hf: {
    example: 'hf:owner/name@main/model.onnx',
    parse(rest) {
      const [, datasets, repository, revision, path = null] =
        /^(?:\/\/)?(datasets\/)?([\w.-]+\/[\w.-]+?)(?:@(refs\/[\w.-]+\/[\w.-]+|[^/@]+))?(?:\/(.+))?$/s.exec(
          rest,
        ) ?? [];
      if (!repository) return 'it must read hf:[datasets/]OWNER/NAME[@REVISION][/PATH]';
      if (path !== null && !inside(path)) return below(path);
      return { kind: datasets ? 'datasets' : 'models', repository, revision: revision ?? 'main', path };
    },
  },
};

/** An address with the digest as `#sha256=…`. Over plain http the digest is a must, as anybody may have changed the answer. */
export function web(text: string): Fields<'https'> {
  if (!URL.canParse(text)) return 'it is not an address';
  const url = new URL(text);
  if (url.username || url.password)
    return 'it has credentials in it, which would end up in reports; put them into ~/.netrc';
  const { hash } = url;
  url.hash = '';
  const sha256 = /^#sha256[=:](.*)$/i.exec(hash)?.[1]?.toLowerCase() ?? null;
  if (hash !== '' && (sha256 === null || !HEX.test(sha256)))
    return 'what follows `#` must be sha256= and 64 hexadecimal digits';
  if (url.protocol !== 'https:' && sha256 === null)
    return 'without https it needs its digest: add #sha256=… to the address';
  return { url: url.href, sha256 };
}

/** An address as it may be shown: without what often holds secrets. */
export function hideCredentials(text: string): string {
  return text.replace(/(^|\/\/)[^/\s@]*@/g, '$1…@').replace(/\?[^#\s]*/g, '?…');
}
