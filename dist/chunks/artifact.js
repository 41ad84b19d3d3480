import { a as createdAt, c as fetchFile, f as sibling, i as choose, n as askJson, o as digestOf, t as Missing } from "./place.js";
import { D as url, S as string, m as boolean, p as array, v as number, y as object } from "./schemas.js";
import { t as _usingCtx } from "./usingCtx.js";
import { n as needs, r as repositoryOf, t as headers } from "./api.js";
import { createReadStream, createWriteStream } from "node:fs";
import { createInflateRaw } from "node:zlib";
import { open, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
// src/adapters/references/zip.ts
/** Zip archives on disk, read by their central directory, ZIP64 included (PKWARE APPNOTE 6.3, sections 4.3 to 4.5). */
const END = 101010256;
const END64_LOCATOR = 117853008;
const CENTRAL = 33639248;
const LOCAL = 67324752;
/** The end record with the longest comment. */
const TAIL = 65557;
/** A directory of a million files is below this. */
const MOST_DIRECTORY = 256 * 1024 ** 2;
/** A file that unpacks to more is no model or holdout, but a bomb. */
const MOST_UNPACKED = 64 * 1024 ** 3;
/** Throws `Missing` for what is no zip archive, is cut off, or is packed in another way than stored or deflated. */
async function readZip(archive, where) {
	const broken = (why) => new Missing(`${where} is no whole zip archive: ${why}`);
	const entries = /* @__PURE__ */ new Map();
	for (const entry of await directoryOf(archive, broken)) if (isInside(entry.path)) entries.set(entry.path, entry);
	return {
		paths: [...entries.keys()],
		async extract(path, file) {
			const entry = entries.get(path);
			const start = await dataOf(archive, entry, broken);
			if (![0, 8].includes(entry.method)) throw broken(`${path} is packed by method ${entry.method}`);
			if (entry.size > MOST_UNPACKED) throw broken(`${path} claims ${entry.size} bytes`);
			let bytes = 0;
			const bounded = async function* (chunks) {
				for await (const chunk of chunks) {
					bytes += chunk.length;
					if (bytes > entry.size) throw broken(`${path} unpacks to more than the ${entry.size} bytes it claims`);
					yield chunk;
				}
			};
			const source = (entry.packed === 0 ? [] : [createReadStream(archive, {
				start,
				end: start + entry.packed - 1
			})])[0] ?? (async function* () {})();
			try {
				if (entry.method === 8) await pipeline(source, createInflateRaw(), bounded, createWriteStream(file));
				else await pipeline(source, bounded, createWriteStream(file));
			} catch (error) {
				throw error instanceof Missing || !isDamage(error) ? error : broken(`${path} cannot be unpacked`);
			}
			if (bytes !== entry.size) throw broken(`${path} has ${bytes} of ${entry.size} bytes`);
		}
	};
}
const isDamage = (error) => /^Z_|^ERR_/.test(error.code ?? "");
const isInside = (path) => !/^$|\/$|^\/|[\\\0:]/.test(path) && !path.split("/").some((part) => part === ".." || part === "");
async function directoryOf(archive, broken) {
	try {
		var _usingCtx$1 = _usingCtx();
		const handle = _usingCtx$1.a(await open(archive));
		const { size } = await handle.stat();
		const read = async (offset, length) => {
			const buffer = Buffer.alloc(length);
			const { bytesRead } = await handle.read(buffer, 0, length, offset);
			if (bytesRead !== length) throw broken("it ends early");
			return buffer;
		};
		const from = Math.max(0, size - TAIL);
		const tail = await read(from, size - from);
		let end = tail.length - 22;
		while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
		if (end < 0) throw broken("it has no end record");
		let [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
		const locator = end - 20;
		if (locator >= 0 && tail.readUInt32LE(locator) === END64_LOCATOR) {
			const record = await read(Number(tail.readBigUInt64LE(locator + 8)), 56);
			[length, offset] = [Number(record.readBigUInt64LE(40)), Number(record.readBigUInt64LE(48))];
		}
		if (length > MOST_DIRECTORY || offset + length > size) throw broken("its directory lies outside");
		return parseDirectory(await read(offset, length), broken);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function parseDirectory(bytes, broken) {
	const entries = [];
	for (let at = 0; at < bytes.length;) {
		if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw broken("its directory is damaged");
		const [names, extras, comments] = [
			28,
			30,
			32
		].map((place) => bytes.readUInt16LE(at + place));
		const extra = bytes.subarray(at + 46 + names, at + 46 + names + extras);
		const [size, packed, offset] = widened([
			24,
			20,
			42
		].map((place) => bytes.readUInt32LE(at + place)), extra);
		const path = bytes.toString("utf8", at + 46, at + 46 + names);
		entries.push({
			path,
			method: bytes.readUInt16LE(at + 10),
			packed,
			size,
			offset
		});
		at += 46 + names + extras + comments;
	}
	return entries;
}
/** Values that did not fit stand in the ZIP64 extra field, in this order. */
function widened(values, extra) {
	let wide = Buffer.alloc(0);
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) if (extra.readUInt16LE(at) === 1) wide = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
	let at = 0;
	return values.map((value) => {
		if (value !== 4294967295 || at + 8 > wide.length) return value;
		at += 8;
		return Number(wide.readBigUInt64LE(at - 8));
	});
}
/** The local header has a name and extra fields of its own. */
async function dataOf(archive, { offset, path }, broken) {
	try {
		var _usingCtx3 = _usingCtx();
		const handle = _usingCtx3.a(await open(archive));
		const header = Buffer.alloc(30);
		const { bytesRead } = await handle.read(header, 0, 30, offset);
		if (bytesRead !== 30 || header.readUInt32LE(0) !== LOCAL) throw broken(`${path} is not where it should be`);
		return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
// src/adapters/references/archive.ts
/** One file of a zip archive; `path` null: the only model or the only file. */
async function inArchive(archive, path, origin, tools) {
	const { where, how, ...recorded } = origin;
	const zip = await readZip(archive, where);
	const chosen = choose(path, zip.paths, where, how);
	const staged = await tools.blobs.stage();
	try {
		await zip.extract(chosen, staged);
		return {
			...recorded,
			path: await tools.blobs.keep(staged, await digestOf(staged), chosen),
			beside: (location) => inArchive(archive, sibling(chosen, location), origin, tools)
		};
	} finally {
		await rm(staged, { force: true });
	}
}
// src/adapters/references/github/artifact.ts
const repositorySchema = object({
	id: number(),
	default_branch: string()
});
const list = object({ artifacts: array(object({
	id: number(),
	expired: boolean(),
	created_at: string().nullable(),
	archive_download_url: url(),
	digest: string().nullish(),
	workflow_run: object({
		id: number(),
		head_branch: string().nullable(),
		head_sha: string(),
		head_repository_id: number().nullable()
	}).nullish()
})) });
/** Newest first, 100 a page: what lies further back has as good as always expired. */
const PAGES = 10;
/**
* The artifact that the last passing run left at the base commit or before it, where the job knows its base; else the
* newest of that name that a run on the default branch left. Not those of other branches, and never those of forks:
* anybody who opens a pull request can upload one of any name.
*/
const find = async ({ repository, name, path }, tools) => {
	const { url, name: owner } = repositoryOf(repository, tools, "artifact");
	const want = needs(tools, "actions: read, contents: read");
	const chosen = repository === null ? await tools.baselineRun?.(name) ?? null : null;
	if (chosen && "reason" in chosen) throw new Missing(chosen.reason, "Let the workflow run on pushes to the base branch, and upload the model there.");
	const where = chosen ? `${url}/actions/runs/${chosen.run}/artifacts` : `${url}/actions/artifacts`;
	const { id, default_branch } = await askJson(tools, {
		url,
		headers: headers(tools)
	}, repositorySchema, want);
	let expired = 0;
	let elsewhere = 0;
	for (let page = 1; page <= PAGES; page++) {
		const request = {
			url: `${where}?${`name=${encodeURIComponent(name)}&per_page=100&page=${page}`}`,
			headers: headers(tools)
		};
		const { artifacts } = await askJson(tools, request, list, want);
		for (const artifact of artifacts) {
			const run = artifact.workflow_run;
			if (!(run?.head_repository_id === id && (chosen !== null || run.head_branch === default_branch))) elsewhere++;
			else if (artifact.expired) expired++;
			else {
				const sha256 = /^sha256:([0-9a-f]{64})$/.exec(artifact.digest ?? "")?.[1];
				return inArchive((await fetchFile(tools, {
					url: artifact.archive_download_url,
					name: `${name}.zip`,
					headers: headers(tools),
					...sha256 && { sha256 }
				}, want)).path, path, {
					where: `artifact ${name}`,
					how: `Write artifact:${name}/PATH.`,
					resolved: `artifact ${artifact.id} of run ${run.id}, commit ${run.head_sha}`,
					...createdAt(artifact.created_at)
				}, tools);
			}
		}
		if (artifacts.length < 100) break;
	}
	const others = [expired && `${expired} have expired`, elsewhere && `${elsewhere} are of other branches or forks`].filter(Boolean).join(", ");
	throw new Missing(`${owner} has no artifact ${name} from its branch ${default_branch}${others && ` (${others})`}`, "Let a workflow on that branch upload it, with a longer `retention-days`.");
};
export { find };
