import { fault } from '../../core/errors.ts';
import type { RunArtifact, RunArtifacts } from '../../ports.ts';
import { type Client, told } from './client.ts';

const PERMISSION = 'actions: read';

/** What runs of this repository have uploaded. */
export function createRunArtifacts(
  client: Client,
  pageOf: (run: number, artifact: number) => string,
): RunArtifacts {
  const { api, at } = client;
  return {
    list: (run) =>
      told('list the artifacts of the run', PERMISSION, async () => {
        const all = await api.paginate('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
          ...at,
          run_id: run,
          per_page: 100,
        });
        return all
          .filter(({ expired }) => !expired)
          .map(
            ({ id, name, size_in_bytes, digest }): RunArtifact => ({
              id: Number(id),
              name,
              bytes: size_in_bytes,
              digest: digest ?? null,
              url: pageOf(run, Number(id)),
            }),
          );
      }),

    async download({ id, name, bytes }, most) {
      if (bytes > most) throw tooLarge(name, bytes, most);
      const zip = await told('download an artifact', PERMISSION, async () => {
        const { data } = await api.request(
          'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
          {
            ...at,
            artifact_id: id,
            archive_format: 'zip',
            // Bytes as they are, whatever the store calls their type.
            request: { parseSuccessResponseBody: false },
          },
        );
        return new Uint8Array(await new Response(data as ReadableStream).arrayBuffer());
      });
      if (zip.length > most) throw tooLarge(name, zip.length, most);
      return zip;
    },
  };
}

function tooLarge(name: string, bytes: number, most: number) {
  const message = `The artifact \`${name.slice(0, 100)}\` has ${bytes} bytes; at most ${most} are read.`;
  return fault('document-invalid', message, { fix: 'Upload the documents alone, without scores or models.' });
}
