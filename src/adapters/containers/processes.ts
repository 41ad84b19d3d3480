/** What Linux tells of a process that runs on this machine, in whatever container. Null and nothing elsewhere. */
import { readdir, readFile, readlink } from 'node:fs/promises';

/** The most memory that it has held, in bytes. */
export async function peakMemoryOf(pid: number): Promise<number | null> {
  return statusOf(pid, 'VmHWM');
}

/** What it holds now, in bytes. */
export async function memoryOf(pid: number): Promise<number | null> {
  return statusOf(pid, 'VmRSS');
}

async function statusOf(pid: number, field: string): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status);
  return found ? Number(found[1]) * 1024 : null;
}

/** ESTABLISHED and SYN_SENT of Linux' include/net/tcp_states.h. */
const OPEN = new Set(['01', '02']);

/** Peers of its connections, but for those that came to `port`. */
export async function peersOf(pid: number, port: number): Promise<string[]> {
  const sockets = new Set<string>();
  for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
    const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined) sockets.add(inode);
  }
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8').catch(() => '')),
  );
  return tables
    .flatMap((table) => table.split('\n').slice(1))
    .flatMap((line) => {
      const [, local, peer, state, , , , , , inode] = line.trim().split(/\s+/);
      if (!local || !peer || !OPEN.has(state!) || !sockets.has(inode!)) return [];
      return Number.parseInt(local.split(':')[1]!, 16) === port ? [] : [addressOf(peer)];
    });
}

/** Words of four bytes, each in the order of the machine; the port in the network's. */
function addressOf(hex: string): string {
  const [host = '', port = ''] = hex.split(':');
  const bytes = Buffer.from(host, 'hex');
  for (let at = 0; at < bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
  const mapped = bytes.length === 16 && bytes.subarray(0, 12).equals(MAPPED) ? bytes.subarray(12) : bytes;
  const text =
    mapped.length === 4 ? mapped.join('.') : `[${mapped.toString('hex').match(/.{4}/g)!.join(':')}]`;
  return `${text}:${Number.parseInt(port, 16)}`;
}

/** An address of IPv4 as IPv6 has it: `::ffff:0:0/96`. */
const MAPPED = Buffer.from('00000000000000000000ffff', 'hex');
