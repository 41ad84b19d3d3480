import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonOf, Missing, type Tools, variable } from '../place.ts';

export type Credentials =
  | { readonly user: string; readonly password: string }
  | { readonly identityToken: string };

const config = z.object({
  auths: z
    .record(z.string(), z.object({ auth: z.string().optional(), identitytoken: z.string().optional() }))
    .optional(),
  credsStore: z.string().optional(),
  credHelpers: z.record(z.string(), z.string()).optional(),
});
const helped = z.object({ Username: z.string(), Secret: z.string() });

/** What `docker login`, `podman login` or a credential helper left for a registry; null when nothing. */
export async function credentialsFor(host: string, { env }: Tools): Promise<Credentials | null> {
  // Docker Hub's entry is called by an address of its past.
  const names = host === 'docker.io' ? ['https://index.docker.io/v1/', host] : [host, `https://${host}`];
  for (const file of files(env)) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    const settings = read(text, file);
    for (const name of names) {
      const helper = settings.credHelpers?.[name] ?? settings.credsStore;
      const found = (helper && (await ask(helper, name, env))) || stored(settings.auths?.[name]);
      if (found) return found;
    }
  }
  return null;
}

function files(env: NodeJS.ProcessEnv): string[] {
  const home = variable(env, 'HOME', 'USERPROFILE') ?? homedir();
  const podman =
    variable(env, 'REGISTRY_AUTH_FILE') ??
    (env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, 'containers', 'auth.json'));
  return [
    join(variable(env, 'DOCKER_CONFIG') ?? join(home, '.docker'), 'config.json'),
    ...(podman ? [podman] : []),
  ];
}

function read(text: string, file: string): z.infer<typeof config> {
  try {
    return config.parse(JSON.parse(text));
  } catch {
    throw new Missing(`${file} is not understood`, 'Log in again with `docker login`.');
  }
}

function stored(
  entry: { readonly auth?: string | undefined; readonly identitytoken?: string | undefined } | undefined,
): Credentials | null {
  if (entry?.identitytoken) return { identityToken: entry.identitytoken };
  const [, user, password] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(entry?.auth ?? '', 'base64').toString('utf8')) ?? [];
  return user && password ? { user, password: password.replace(/\0+$/, '') } : null;
}

/** The protocol of docker-credential-helpers: the registry on standard input, JSON back. Null when it knows nothing. */
async function ask(helper: string, name: string, env: NodeJS.ProcessEnv): Promise<Credentials | null> {
  if (!/^[\w.-]+$/.test(helper)) return null;
  const child = spawn(`docker-credential-${helper}`, ['get'], { stdio: ['pipe', 'pipe', 'ignore'], env });
  const ended = new Promise<boolean>((done) => {
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });
  child.stdin.on('error', () => {});
  child.stdin.end(name);
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk;
  const parsed = (await ended) ? helped.safeParse(jsonOf(text)) : null;
  if (!parsed?.success) return null;
  const { Username, Secret } = parsed.data;
  return Username === '<token>' ? { identityToken: Secret } : { user: Username, password: Secret };
}
