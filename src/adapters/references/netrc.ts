import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { basic, variable } from './place.ts';

/** The Authorization header that ~/.netrc has for a host (`machine`, else `default`), or null. With a port, the host's own line. */
export async function netrcAuthorization(host: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const file = variable(env, 'NETRC') ?? join(variable(env, 'HOME', 'USERPROFILE') ?? homedir(), '.netrc');
  const text = await readFile(file, 'utf8').catch(() => '');
  const words = text
    .replace(/^\s*#.*$/gm, '')
    .split(/\s+/)
    .filter(Boolean);
  const found = new Map<string, Map<string, string>>();
  let entry = new Map<string, string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === 'machine' || word === 'default') {
      entry = new Map();
      const machine = word === 'machine' ? (words[++i] ?? '') : 'default';
      if (!found.has(machine)) found.set(machine, entry);
    } else if (['login', 'password', 'account'].includes(word)) entry.set(word, words[++i] ?? '');
  }
  const match = found.get(host) ?? found.get(host.replace(/:\d+$/, '')) ?? found.get('default');
  const password = match?.get('password');
  return password === undefined ? null : basic(match?.get('login') ?? '', password);
}
