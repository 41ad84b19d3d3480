import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Digest } from '../../../core/documents/common.ts';
import { fault } from '../../../core/errors.ts';
import type { HttpRequest } from '../../../ports.ts';
import { isThisMachine } from '../../this-machine.ts';
import { fetchFile, jsonOf, Missing, missing, readJson, type Tools } from '../place.ts';
import { createAuthorization } from './authorization.ts';

const digest = z.templateLiteral(['sha256:', z.string().regex(/^[0-9a-f]{64}$/)]);
const annotations = z.record(z.string(), z.string()).optional();
const descriptor = z.object({ mediaType: z.string(), digest, size: z.number(), annotations });
const manifest = z.object({ config: descriptor, layers: z.array(descriptor), annotations });
const index = z.object({
  manifests: z.array(
    descriptor.extend({ platform: z.object({ os: z.string(), architecture: z.string() }).optional() }),
  ),
});
export type Layer = z.infer<typeof descriptor>;
export type Manifest = z.infer<typeof manifest>;

const ACCEPT = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ');

const needs = (host: string) =>
  `Log in with \`docker login ${host}\` (~/.docker/config.json is read, and its credential helpers)${host === 'ghcr.io' ? ', or set GITHUB_TOKEN and give the job `permissions: { packages: read }`' : ''}.`;

export interface Registry {
  /** The manifest of a tag or digest, and the digest that it stands for. Of an index, the manifest for this machine. */
  manifest(version: string): Promise<{ readonly digest: string; readonly manifest: Manifest }>;
  /** Path of a layer's bytes. */
  layer(layer: Layer, name: string): Promise<string>;
  /** When it was built, as the manifest or its configuration says. */
  created(manifest: Manifest): Promise<string | undefined>;
}

export async function openRegistry(host: string, repository: string, tools: Tools): Promise<Registry> {
  const hub = host === 'docker.io' || host === 'index.docker.io';
  const server = hub ? 'registry-1.docker.io' : host;
  const path = hub && !repository.includes('/') ? `library/${repository}` : repository;
  const base = `${isThisMachine(server) ? 'http' : 'https'}://${server}/v2/${path}`;
  const authorization = createAuthorization(hub ? 'docker.io' : host, path, tools);

  /** Asked once without a token where none is known, since the registry says where to get one. */
  const ask = async (url: string): Promise<string> => {
    const request: HttpRequest = {
      url,
      headers: async () => ({ accept: ACCEPT, ...(await authorization.headers()) }),
    };
    let answer = await tools.downloads.ask(request);
    if (!answer.ok && answer.status === 401 && (await authorization.challenged(answer)))
      answer = await tools.downloads.ask(request);
    if (!answer.ok) throw missing(answer, needs(host));
    return answer.text;
  };

  const manifestText = async (version: string) => {
    const url = `${base}/manifests/${version}`;
    const text = await ask(url);
    const actual = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    if (version.startsWith('sha256:') && version !== actual) {
      throw fault(
        'digest-mismatch',
        `${host}/${repository} gave another manifest than was asked for: its digest is ${actual}, and it should be ${version}.`,
        {
          fix: 'It was not used. Find out who changed it.',
        },
      );
    }
    return { text, digest: actual, url: new URL(url) };
  };

  return {
    async manifest(version) {
      const first = await manifestText(version);
      const several = index.safeParse(jsonOf(first.text));
      const text = several.success
        ? (await manifestText(forThisMachine(several.data, host))).text
        : first.text;
      return { digest: first.digest, manifest: readJson(text, manifest, first.url) };
    },

    async layer(layer, name) {
      const url = `${base}/blobs/${layer.digest}`;
      const sha256 = layer.digest.slice('sha256:'.length);
      const request = { url, name, sha256, maxBytes: layer.size, headers: authorization.headers };
      const { path } = await fetchFile(tools, request, needs(host));
      return path;
    },

    async created(manifest) {
      const said = manifest.annotations?.['org.opencontainers.image.created'];
      if (said !== undefined || manifest.config.size < 10) return said;
      const text = await ask(`${base}/blobs/${manifest.config.digest}`);
      const config = z.object({
        created: z.string().optional(),
        descriptor: z.object({ createdAt: z.string().optional() }).optional(),
      });
      const parsed = config.safeParse(jsonOf(text));
      return parsed.success ? (parsed.data.created ?? parsed.data.descriptor?.createdAt) : undefined;
    },
  };
}

/** A model is the same on every platform; what is no image (an attestation) has an unknown one. */
function forThisMachine({ manifests }: z.infer<typeof index>, host: string): Digest {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const images = manifests.filter(({ platform }) => platform?.os !== 'unknown');
  const chosen = images.find(({ platform }) => platform?.architecture === architecture) ?? images[0];
  if (!chosen) throw new Missing(`${host} gave an index without images`);
  return chosen.digest as Digest;
}
