import { z } from 'zod';
import type { HttpFailure } from '../../../ports.ts';
import { isThisMachine } from '../../this-machine.ts';
import { basic, jsonOf, type Tools, variable } from '../place.ts';
import { type Credentials, credentialsFor } from './docker-config.ts';

export interface Authorization {
  readonly headers: () => Promise<Record<string, string>>;
  /** Gets what a refusal asks for. False when there is nothing to get, so that asking again is of no use. */
  challenged(refusal: Pick<HttpFailure, 'headers'>): Promise<boolean>;
}

const token = z.object({ token: z.string().optional(), access_token: z.string().optional() });

/** Basic or token authentication, as the registry's `WWW-Authenticate` asks for it (Docker Registry v2 token authentication). */
export function createAuthorization(host: string, repository: string, tools: Tools): Authorization {
  let header: string | null = null;
  return {
    headers: async () => (header === null ? {} : { authorization: header }),
    async challenged({ headers }) {
      const challenge = headers['www-authenticate'] ?? '';
      const credentials = (await credentialsFor(host, tools)) ?? ownToken(host, tools);
      const before = header;
      if (/^basic\b/i.test(challenge))
        header = credentials && 'user' in credentials ? basic(credentials.user, credentials.password) : null;
      else if (/^bearer\b/i.test(challenge))
        header = await tokenFrom(challenge, repository, credentials, tools);
      return header !== null && header !== before;
    },
  };
}

/** GitHub's registry takes the job's token. */
function ownToken(host: string, { env }: Tools): Credentials | null {
  const password = variable(env, 'GITHUB_TOKEN', 'GH_TOKEN');
  return host === 'ghcr.io' && password !== undefined ? { user: 'token', password } : null;
}

async function tokenFrom(
  challenge: string,
  repository: string,
  credentials: Credentials | null,
  { downloads }: Tools,
): Promise<string | null> {
  const parameter = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1];
  const realm = parameter('realm');
  if (realm === undefined || !URL.canParse(realm)) return null;
  const url = new URL(realm);
  // A password goes over the wire in https only, but for a server on this machine.
  if (credentials && url.protocol !== 'https:' && !isThisMachine(url.host)) return null;
  const query = {
    ...(parameter('service') !== undefined && { service: parameter('service')! }),
    scope: parameter('scope') ?? `repository:${repository}:pull`,
  };
  if (credentials && 'identityToken' in credentials) {
    const body = new URLSearchParams({
      ...query,
      grant_type: 'refresh_token',
      refresh_token: credentials.identityToken,
      client_id: 'onnx-gate',
    });
    return bearer(
      await downloads.ask({
        url: url.href,
        headers: async () => ({ 'content-type': 'application/x-www-form-urlencoded' }),
        body: body.toString(),
      }),
    );
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = async (): Promise<Record<string, string>> =>
    credentials && 'user' in credentials
      ? { authorization: basic(credentials.user, credentials.password) }
      : {};
  return bearer(await downloads.ask({ url: url.href, headers }));
}

function bearer(answer: { readonly ok: true; readonly text: string } | HttpFailure): string | null {
  if (!answer.ok) return null;
  const parsed = token.safeParse(jsonOf(answer.text));
  const value = parsed.success ? (parsed.data.token ?? parsed.data.access_token) : undefined;
  return value === undefined ? null : `Bearer ${value}`;
}
