import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { HttpFailure } from '../../ports.ts';

/** What has come of a file so far, over several tries. Hashed as it comes. Dispose removes what nobody took. */
export class Arrived implements AsyncDisposable {
  readonly path: string;
  bytes = 0;
  /** Whether a chunk went past the limit. */
  tooMany = false;
  private readonly handle: FileHandle;
  private readonly mostBytes: number;
  private sha256: Hash = createHash('sha256');
  private md5: Hash | null = null;
  /** The strong ETag, else the date, by which the server knows the same version again. */
  private validator: string | null = null;
  private open = true;

  private constructor(path: string, handle: FileHandle, mostBytes: number, md5: boolean) {
    if (md5) this.md5 = createHash('md5');
    this.path = path;
    this.handle = handle;
    this.mostBytes = mostBytes;
  }

  static async open(path: string, mostBytes: number, md5: boolean): Promise<Arrived> {
    return new Arrived(path, await open(path, 'wx'), mostBytes, md5);
  }

  /** Asks for the rest, but only of the same version (RFC 9110, sections 13.1.5 and 14.2). */
  rangeHeaders(): Record<string, string> {
    if (this.bytes === 0 || this.validator === null) return {};
    return { range: `bytes=${this.bytes}-`, 'if-range': this.validator };
  }

  /** Size of the whole file, where the server says it. Starts anew unless the answer continues what is here. */
  async begin(status: number, headers: HttpFailure['headers']): Promise<number | null> {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
    const continues = status === 206 && range !== null && Number(range[1]) === this.bytes;
    if (!continues) {
      await this.restart();
      // Of a part that nobody asked for there is nothing to be made.
      if (status === 206) throw new Error('it sent another part than was asked for');
    }
    const { etag } = headers;
    this.validator = etag && !etag.startsWith('W/') ? etag : (headers['last-modified'] ?? null);
    const length = headers['content-length'];
    const whole = continues && range[2] !== '*' ? Number(range[2]) : null;
    const expected = whole ?? (length === undefined ? null : this.bytes + Number(length));
    if (expected !== null && expected > this.mostBytes) this.refuse();
    return expected;
  }

  async add(chunk: Buffer): Promise<void> {
    if (this.bytes + chunk.length > this.mostBytes) this.refuse();
    this.sha256.update(chunk);
    this.md5?.update(chunk);
    await this.handle.write(chunk, 0, chunk.length, this.bytes);
    this.bytes += chunk.length;
  }

  async restart(): Promise<void> {
    await this.handle.truncate(0);
    this.bytes = 0;
    this.sha256 = createHash('sha256');
    if (this.md5) this.md5 = createHash('md5');
  }

  async finish(): Promise<{ readonly sha256: string; readonly md5: string | null }> {
    await this.close();
    return { sha256: this.sha256.digest('hex'), md5: this.md5?.digest('hex') ?? null };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }

  private async close(): Promise<void> {
    if (this.open) await this.handle.close();
    this.open = false;
  }

  private refuse(): never {
    this.tooMany = true;
    throw new Error('too many bytes');
  }
}
