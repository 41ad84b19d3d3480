/** How an image is started. Source: OCI Image Format Specification 1.1, config.md. */
import { z } from 'zod';
import { fault } from '../../errors.ts';

const config = z.looseObject({
  config: z
    .looseObject({
      User: z.string().optional(),
      Env: z.array(z.string()).nullish(),
      Entrypoint: z.array(z.string()).nullish(),
      Cmd: z.array(z.string()).nullish(),
    })
    .default({}),
});

export interface Start {
  /** `user` or `user:group`, by number or by name. */
  readonly user: string;
  /** `NAME=value`. */
  readonly env: readonly string[];
  readonly entrypoint: readonly string[];
  readonly arguments: readonly string[];
}

/** From the bytes of a configuration. `image-invalid`. */
export function parseStart(bytes: Uint8Array, image: string): Start {
  let json: unknown = null;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Said below.
  }
  const parsed = config.safeParse(json);
  if (!parsed.success)
    throw fault('image-invalid', `The configuration of ${image} cannot be read.`, {
      fix: 'Name an image that starts a server.',
    });
  const { User, Env, Entrypoint, Cmd } = parsed.data.config;
  return { user: User || '0', env: Env ?? [], entrypoint: Entrypoint ?? [], arguments: Cmd ?? [] };
}
