import { a as nearest, i as fault, n as FaultError, o as throwFaults } from "./errors.js";
import { t as makeFolder } from "./make-folder.js";
import { t as strayDigest } from "./stray-digest.js";
import { t as _usingCtx } from "./usingCtx.js";
import { t as files } from "./files.js";
import { n as readEvent } from "./event.js";
import { t as HttpClient } from "./lib.js";
import { t as DATATYPES$1 } from "./datatypes.js";
import { a as quote, i as oneLine, r as mebibytes, t as clip$1 } from "./text.js";
import { n as openExchange } from "./exchange.js";
import { n as isThisMachine, t as createAuthorization } from "./authorization.js";
import { t as Missing } from "./place.js";
import { i as userCache } from "./cache.js";
import { r as takeChunks, t as computeChunk } from "./resample.js";
import { n as takeEntries } from "./measure-slices.js";
import { i as readNpy, r as readNpz, t as fromHalf } from "./half.js";
import { l as plural } from "./format.js";
import { t as measureEntry } from "./measure-slices2.js";
import { n as partialResampler } from "./curve-bootstrap.js";
import { t as openGithub } from "./github.js";
import { r as findNatives, t as besideEntries } from "./natives.js";
import { createRequire } from "node:module";
import { constants, createReadStream, existsSync, readFileSync, readdirSync } from "node:fs";
import { Agent, request } from "node:http";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { createHash, randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";
import { copyFile, lstat, mkdtemp, open, readFile, readdir, realpath, rename, rm, stat, statfs, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { execFile, spawn } from "node:child_process";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { pipeline } from "node:stream/promises";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import { Agent as Agent$1, request as request$1 } from "node:https";
// src/adapters/blobs/evict.ts
/** The cap of a cache that is not told another, and how long what a run uses stays, whoever else fills the cache. */
const usualRoom = (root) => ({
	root,
	mostBytes: 20 * 1024 ** 3,
	inUse: 36e5
});
/** What a killed process left staged is nobody's after this long (milliseconds). */
const ABANDONED = 864e5;
/** Removes entries, the longest unused first, until the rest fits. Each goes by a rename, so that nobody sees half of one. */
async function evict({ root, mostBytes, inUse }) {
	await removeAbandoned(join(root, "staging"));
	const entries = (await Promise.all([
		"sha256",
		"gathered",
		"scores"
	].map((kind) => entriesOf(join(root, kind))))).flat();
	entries.sort((a, b) => a.used - b.used);
	let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
	for (const entry of entries) {
		if (bytes <= mostBytes) return;
		if (Date.now() - entry.used < inUse) continue;
		const away = join(root, "staging", randomUUID());
		await makeFolder(join(root, "staging"));
		if (await rename(entry.path, away).then(() => true, () => false)) await rm(away, {
			recursive: true,
			force: true
		});
		bytes -= entry.bytes;
	}
}
async function entriesOf(folder) {
	const names = await readdir(folder).catch(() => []);
	return (await Promise.all(names.map(async (name) => {
		const path = join(folder, name);
		const info = await stat(path).catch(() => null);
		return info && {
			path,
			used: info.mtimeMs,
			bytes: await sizeOf(path)
		};
	}))).filter((entry) => entry !== null);
}
async function sizeOf(folder) {
	const names = await readdir(folder, { recursive: true }).catch(() => []);
	return (await Promise.all(names.map((name) => stat(join(folder, name)).then((info) => info.isFile() ? info.size : 0, () => 0)))).reduce((sum, size) => sum + size, 0);
}
async function removeAbandoned(staging) {
	for (const name of await readdir(staging).catch(() => [])) {
		const path = join(staging, name);
		const info = await stat(path).catch(() => null);
		if (info && Date.now() - info.ctimeMs > ABANDONED) await rm(path, {
			recursive: true,
			force: true
		});
	}
}
// src/adapters/blobs/blobs.ts
/** The content-addressed cache: `<root>/sha256/<digest>/<name>`, and `<root>/gathered/<digest>/…` for models of several files. */
/** Safe for several processes at once: every entry appears whole, by a rename. */
function createBlobs(room) {
	const { root } = room;
	const entry = (digest) => join(root, "sha256", digest.replace("sha256:", ""));
	const guarded = async (work) => {
		try {
			return await work();
		} catch (error) {
			throw unwritable$1(root, error);
		}
	};
	return {
		async find(digest, name) {
			const folder = entry(digest);
			const [kept] = await readdir(folder).catch(() => []);
			if (kept === void 0) return null;
			const path = join(folder, fileName(name));
			try {
				await touch(folder);
				if (path !== join(folder, kept)) await copyInto(join(folder, kept), path);
				if (await sha256(path) === digest) return path;
				await rm(folder, {
					recursive: true,
					force: true
				});
				return null;
			} catch (error) {
				if (error.code === "ENOENT") return null;
				throw unwritable$1(root, error);
			}
		},
		stage: () => guarded(async () => {
			await makeFolder(join(root, "staging"));
			return join(root, "staging", randomUUID());
		}),
		keep: (staged, digest, name, modified = /* @__PURE__ */ new Date(0)) => guarded(async () => {
			await utimes(staged, modified, modified);
			const path = join(entry(digest), fileName(name));
			await moveInto(staged, path);
			await touch(dirname(path));
			await evict(room);
			return path;
		}),
		gather: (files) => guarded(async () => {
			const names = files.map(({ name, digest }) => `${digest} ${name}\n`).sort();
			const folder = join(root, "gathered", createHash("sha256").update(names.join("")).digest("hex"));
			if (await readdir(folder).catch(() => null) === null) {
				const staged = join(root, "staging", randomUUID());
				for (const { name, path } of files) await copyInto(path, join(staged, name));
				await moveInto(staged, folder);
			}
			await touch(folder);
			await evict(room);
			return folder;
		})
	};
}
/** The last part of a path, without what a file system or a shell could trip over. Table readers go by its ending. */
function fileName(name) {
	return name.split(/[/\\]/).at(-1).replace(/[^\w.-]/g, "_").replace(/^\.+/, "").slice(-100) || "file";
}
/** The time of the last use is the folder's own. */
async function touch(folder) {
	const now = /* @__PURE__ */ new Date();
	await utimes(folder, now, now).catch(() => {});
}
/** A copy and no link: weights with two names are refused (external-hardlink). Shares its blocks where the disk can. */
async function copyInto(from, to) {
	const staged = `${to}.${randomUUID()}`;
	await makeFolder(dirname(to));
	await copyFile(from, staged, constants.COPYFILE_FICLONE);
	const { mtime } = await stat(from);
	await utimes(staged, mtime, mtime);
	await rename(staged, to);
}
/** Another process may evict the folder in between, or put the same folder there first. */
async function moveInto(from, to) {
	for (let tries = 1;; tries++) try {
		await makeFolder(dirname(to));
		return await rename(from, to);
	} catch (error) {
		const { code } = error;
		if (code === "ENOTEMPTY" || code === "EEXIST") return await rm(from, {
			recursive: true,
			force: true
		});
		if (code !== "ENOENT" || tries === 3) throw error;
	}
}
async function sha256(path) {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), hash);
	return `sha256:${hash.digest("hex")}`;
}
function unwritable$1(root, error) {
	const { code, message } = error;
	return fault("file-unwritable", `The cache ${root} cannot be written (${code ?? message}).`, { fix: "Free some space there, or set ONNX_GATE_CACHE to a folder that can be written." });
}
// src/adapters/blobs/score-cache.ts
/** Scores in the cache folder, `<root>/scores/<key>/scores.parquet` with `about.json`, under the cap that all of it has. A cache that cannot be written keeps nothing. */
function createScoreCache(room) {
	const folder = (key) => join(room.root, "scores", key);
	return {
		async get(key) {
			const about = await readFile(join(folder(key), "about.json"), "utf8").catch(() => null);
			if (about === null) return null;
			const now = /* @__PURE__ */ new Date();
			await utimes(folder(key), now, now).catch(() => {});
			return {
				path: join(folder(key), "scores.parquet"),
				about
			};
		},
		async put(key, { path, about }) {
			const staged = join(room.root, "staging", randomUUID());
			try {
				await makeFolder(staged);
				await makeFolder(join(room.root, "scores"));
				await copyFile(path, join(staged, "scores.parquet"));
				await writeFile(join(staged, "about.json"), about);
				await rename(folder(key), `${staged}-old`).catch(() => {});
				await rename(staged, folder(key));
				await rm(`${staged}-old`, {
					recursive: true,
					force: true
				});
				await evict(room);
			} catch {
				await rm(staged, {
					recursive: true,
					force: true
				}).catch(() => {});
			} finally {
				await rm(path, { force: true });
			}
		}
	};
}
// src/adapters/byte-source.ts
/** Throws `file-missing` or `file-unreadable`. */
async function openByteSource(path) {
	const handle = await open(path).catch((error) => {
		throw unreadable(path, error);
	});
	try {
		const { size } = await handle.stat();
		return {
			size,
			read(offset, length, memory) {
				const most = Math.min(length, Math.max(size - offset, 0));
				return readRange$1(handle, offset, memory?.subarray(0, most) ?? new Uint8Array(most), path);
			},
			[Symbol.asyncDispose]: () => handle.close()
		};
	} catch (error) {
		await handle.close();
		throw unreadable(path, error);
	}
}
/** Loops, as the system may give less than was asked for: Linux never more than 2 GiB at once. */
async function readRange$1(handle, offset, bytes, path) {
	let done = 0;
	while (done < bytes.length) {
		const left = bytes.length - done;
		const { bytesRead } = await handle.read(bytes, done, left, offset + done).catch((error) => {
			throw unreadable(path, error);
		});
		if (bytesRead === 0) break;
		done += bytesRead;
	}
	return bytes.subarray(0, done);
}
function unreadable(path, error) {
	const code = error.code ?? String(error);
	return code === "ENOENT" ? fault("file-missing", `${path} does not exist.`, { fix: "Check the path." }) : fault("file-unreadable", `${path} cannot be read (${code}).`, { fix: "Check that it is a file, and its permissions." });
}
// src/adapters/duckdb/engine.ts
/** DuckDB, loaded on first need and opened once per table. The only file that imports it at run time. */
const MOST_THREADS = 4;
const MOST_MEMORY = 4 * 2 ** 30;
const DISK_SHARE = .8;
/** `directory`: the one whose `node_modules` holds `@duckdb/node-api`. */
function loadDuckDB(directory) {
	return createRequire(join(directory, "_.js"))("@duckdb/node-api");
}
/** `bounded`: what spills may take no more than `DISK_SHARE` of the room that is left in the folder for temporary files. */
async function openEngine({ api, decode, memory = memoryLimit() }, { bounded = false } = {}) {
	const spill = join(tmpdir(), `onnx-gate-duckdb-${randomUUID()}`);
	const room = bounded ? await statfs(tmpdir()) : null;
	const instance = await api.DuckDBInstance.create(":memory:", {
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false",
		allow_community_extensions: "false",
		threads: String(Math.min(MOST_THREADS, availableParallelism())),
		memory_limit: `${Math.floor(memory / 2 ** 20)}MiB`,
		temp_directory: spill,
		...room && { max_temp_directory_size: `${Math.floor(room.bavail * room.bsize * DISK_SHARE / 2 ** 20)}MiB` }
	});
	const main = await instance.connect();
	const open = [main];
	return {
		api,
		decode,
		async connect() {
			const connection = await instance.connect();
			open.push(connection);
			return connection;
		},
		async rows(sql) {
			return (await main.runAndReadAll(sql)).getRowsJson();
		},
		async [Symbol.asyncDispose]() {
			for (const connection of open) connection.closeSync();
			instance.closeSync();
			await rm(spill, {
				recursive: true,
				force: true
			});
		}
	};
}
/** Half of what the machine or its container has: ONNX Runtime wants the other half. */
const memoryLimit = () => Math.min(MOST_MEMORY, memoryOfMachine() / 2);
/** Bytes that the machine or its container has. */
function memoryOfMachine() {
	const constrained = process.constrainedMemory();
	return Math.min(totalmem(), constrained > 0 ? constrained : Number.POSITIVE_INFINITY);
}
// src/adapters/duckdb/casts.ts
const KINDS$1 = [
	[/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, "integer"],
	[/^(FLOAT|DOUBLE)$/, "float"],
	[/^DECIMAL/, "decimal"],
	[/^BOOLEAN$/, "boolean"],
	[/^(VARCHAR|JSON|ENUM\(.*\))$/s, "text"]
];
/** `type` as DESCRIBE prints it. */
function kindOfType(type) {
	return KINDS$1.find(([pattern]) => pattern.test(type))?.[1] ?? "other";
}
/** What a value of each request should have been, for sentences. */
const WANTED = {
	float32: "a number",
	float64: "a number",
	int64: "a whole number",
	string: "text"
};
/** NULL stays NULL; a value that does not fit is an error (`CAST`) or NULL (`TRY_CAST`). */
function convert(x, kind, as, cast = "CAST") {
	if (as === "string") return `${cast}(${x} AS VARCHAR)`;
	if (kind === "other") return `${cast}(${cast}(${x} AS VARCHAR) AS ${as === "int64" ? "BIGINT" : "DOUBLE"})`;
	if (kind === "truth") return convert(`${cast}(${x} AS BOOLEAN)`, "boolean", as, cast);
	if (as === "int64") return whole(x, kind, cast);
	if (as === "float64") return `${cast}(${x} AS DOUBLE)`;
	return kind === "float" ? `${cast}(${x} AS FLOAT)` : `${cast}(${cast}(${x} AS DOUBLE) AS FLOAT)`;
}
/** CAST alone would round 1.5 to 2. A NaN is a missing value: that is how pandas writes a gap among integers. */
function whole(x, kind, cast) {
	if (kind === "float") return wholeOf(x, `isnan(${x})`, "'inf'::DOUBLE", cast);
	if (kind === "integer" || kind === "boolean") return `${cast}(${x} AS BIGINT)`;
	return wholeOf(`${cast}(${x} AS DECIMAL(38, 10))`, `${x} IS NULL`, "99999999999999999999::DECIMAL(38, 10)", cast);
}
/** `excess` does not fit a BIGINT: it makes the outer cast fail where there is a fraction. */
function wholeOf(x, missing, excess, cast) {
	return `${cast}(${`CASE WHEN ${missing} THEN NULL WHEN ${x} IS NULL OR ${x} = trunc(${x}) THEN ${x} ELSE ${excess} END`} AS BIGINT)`;
}
/** True where `convert` would fail. */
function misfit(x, kind, as) {
	return `${x} IS NOT NULL${kind === "float" && as === "int64" ? ` AND NOT isnan(${x})` : ""} AND ${convert(x, kind, as, "TRY_CAST")} IS NULL`;
}
/** The innermost type and how deep it lies: `DOUBLE[3][]` → DOUBLE, 2. */
function elementType(type) {
	const brackets = /(\[\d*\])*$/.exec(type)[0];
	return {
		element: type.slice(0, type.length - brackets.length),
		depth: brackets.split("[").length - 1
	};
}
const SQL_TYPES = {
	float64: "DOUBLE",
	float32: "FLOAT",
	int64: "BIGINT",
	string: "VARCHAR"
};
/** As `convert`, for lists that are `depth` deep: each of their values by itself, whatever `kind` they are. */
function convertLists(x, kind, as, depth, cast = "CAST") {
	const type = `${SQL_TYPES[as]}${"[]".repeat(depth)}`;
	if (as !== "int64" || kind !== "float" && kind !== "decimal") return `${cast}(${x} AS ${type})`;
	let inner = (value) => convert(value, kind, as, cast);
	for (let level = 1; level <= depth; level++) {
		const each = inner;
		inner = (list) => `list_transform(${list}, lambda e${level}: ${each(`e${level}`)})`;
	}
	return `${cast}(${inner(x)} AS ${type})`;
}
// src/adapters/duckdb/sql.ts
/** An identifier, such as a column name from a foreign file. */
function quoteName(name) {
	return `"${name.replaceAll("\"", "\"\"")}"`;
}
/** A string literal. */
function quoteText(text) {
	return `'${text.replaceAll("'", "''")}'`;
}
/** A list of literals, such as the files of `read_parquet`. */
function quoteList(texts) {
	return `[${texts.map(quoteText).join(", ")}]`;
}
/** Foreign text in a sentence: on one line, at most `most` characters. */
function clip(text, most = 80) {
	const line = text.replaceAll(/[\x00-\x1f\x7f]+/g, " ");
	return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
// src/adapters/duckdb/errors.ts
/** DuckDB's errors in our words; its own go into `details`. */
/** First match wins. */
const TRANSLATIONS = [
	{
		pattern: /unterminated quote/i,
		say: () => "a quoted value is not closed, or goes on after its closing quote",
		fix: "Double the quotes inside quoted values (\"\") and close each one."
	},
	{
		pattern: /Expected Number of Columns: (\d+) Found: (\d+)/,
		say: ([, wanted, found]) => `the line has ${found} values where the header names ${wanted} columns`,
		fix: "Give every line as many values as the header has names."
	},
	{
		pattern: /not utf-8 encoded|Invalid unicode/i,
		say: () => "the text is not UTF-8",
		fix: "Save the file as UTF-8."
	},
	{
		pattern: /Maximum line size/i,
		say: () => "the line is longer than 2 MB",
		fix: "Look for a quote that is never closed."
	},
	{
		pattern: /Could not convert string "([^"]*)" to '([A-Z]+)'/,
		say: ([, value]) => `${clip(value)} does not fit the values before it`,
		fix: "Write the column with one type throughout."
	},
	{
		pattern: /No magic bytes found at end|too small to be a Parquet/i,
		say: () => "the file is cut short: Parquet ends with a footer, and there is none",
		fix: "Write or fetch it again."
	},
	{
		pattern: /Malformed JSON in file .*?, (.*)/,
		say: ([, where]) => `malformed JSON ${clip(where)}`,
		fix: "Write one JSON object a line."
	},
	{
		pattern: /requires the extension (\w+)/,
		say: ([, extension]) => `it needs DuckDB's extension ${extension}, which is not built in`,
		fix: "Download the data in a step before, and read it from a local file."
	}
];
/** DuckDB's advice for its own SQL, the settings of its reader, and the statement: none of them can be changed here. */
const OWN = /\n+(?:LINE \d+:|Possible (?:fixes|solutions?):| {2}file = )[\s\S]*$/;
/** `subject`: what was being read, such as a path or `The query`. A FaultError passes through. */
function holdoutFault(error, subject) {
	if (error instanceof FaultError) return error;
	const words = error instanceof Error ? error.message : String(error);
	const said = words.replace(OWN, "");
	const details = said.length <= 2e3 ? said : `${said.slice(0, 1999)}…`;
	const line = Number(/CSV Error on Line: (\d+)/.exec(words)?.[1]);
	const file = /^ {2}file = (.+)$/m.exec(words)?.[1];
	const place = line ? `${clip(file ?? subject, 200)}, line ${line}` : subject;
	for (const { pattern, say, fix } of TRANSLATIONS) {
		const match = pattern.exec(words);
		if (match) return fault("holdout-unreadable", `${place}: ${say(match)}.`, {
			fix,
			details
		});
	}
	const [first = ""] = words.split("\n");
	return fault("holdout-unreadable", `${place}: ${clip(first, 300)}`, { details });
}
// src/adapters/duckdb/csv.ts
/** How a CSV file is written, from its header line alone: the first rows must not decide what a late one means. */
const DELIMITERS = [
	",",
	";",
	"	",
	"|"
];
/**
* The delimiter that splits the header most often, a tab for `.tsv`; quotes are `"` throughout.
* Throws `holdout-unreadable` when the header names a column twice: which one is meant cannot be known.
*/
async function readDialect(engine, path, tabs) {
	const rows = await engine.rows(`SELECT line FROM read_csv(${quoteText(path)}, delim='', quote='', escape='', comment='', header=false, auto_detect=false, columns={'line': 'VARCHAR'}) LIMIT 1`);
	const line = String(rows[0]?.[0] ?? "");
	const splits = DELIMITERS.map((delimiter) => ({
		delimiter,
		names: splitHeader(line, delimiter)
	}));
	const width = (names) => names?.length ?? 0;
	const widest = splits.toSorted((a, b) => width(b.names) - width(a.names))[0];
	const chosen = tabs ? splits.find(({ delimiter }) => delimiter === "	") : widest;
	const named = (chosen.names ?? []).filter((name) => name !== "");
	const twice = named.find((name, i) => named.indexOf(name) < i);
	if (twice === void 0) return chosen;
	const columns = chosen.names.flatMap((name, i) => name === twice ? [i + 1] : []);
	throw fault("holdout-unreadable", `${clip(path, 200)} names the column \`${clip(twice)}\` more than once (columns ${columns.join(", ")}).`, { fix: "Rename one of them." });
}
/** Null when a quote stays open. */
function splitHeader(line, delimiter) {
	const names = [];
	let name = "";
	let quoted = false;
	for (let i = 0; i < line.length; i++) {
		const character = line[i];
		if (character === "\"" && quoted && line[i + 1] === "\"") name += line[++i];
		else if (character === "\"") quoted = !quoted;
		else if (character === delimiter && !quoted) {
			names.push(name.trim());
			name = "";
		} else name += character;
	}
	return quoted ? null : [...names, name.trim()];
}
// src/adapters/duckdb/kinds.ts
const kind = (name, pattern, fix) => ({
	name,
	pattern,
	fix
});
/** Patterns are over the head decoded as Latin-1. */
const KINDS = {
	lfs: kind("a Git LFS pointer", /^version https:\/\/git-lfs\.github\.com\/spec\/v1/, "Run `git lfs pull`, or check out with `lfs: true` in actions/checkout."),
	html: kind("an HTML page", /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/i, "It looks like an error or sign-in page saved by a download: fetch the data again."),
	zip: kind("a zip archive", /^PK\x03\x04/, "Unpack it, or export the sheet as CSV."),
	gzip: kind("gzip-compressed", /^\x1f\x8b/, "Add `.gz` to its name, or unpack it."),
	zstd: kind("zstd-compressed", /^\x28\xb5\x2f\xfd/, "Add `.zst` to its name, or unpack it."),
	parquet: kind("a Parquet file", /^PAR1/, "Give it the extension `.parquet`."),
	arrow: kind("an Arrow IPC file", /^ARROW1\0/, "Give it the extension `.arrow`."),
	numpy: kind("a NumPy array", /^\x93NUMPY/, "Give it the extension `.npy`."),
	orc: kind("an ORC file", /^ORC[^\x20-\x7e\r\n]/, "Write it as Parquet."),
	avro: kind("an Avro file", /^Obj\x01/, "Write it as Parquet."),
	utf16: kind("UTF-16 text", /^(?:\xff\xfe|\xfe\xff)/, "Save it as UTF-8.")
};
function kindOf(head) {
	const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
	return Object.values(KINDS).find(({ pattern }) => pattern.test(text)) ?? null;
}
// src/adapters/duckdb/formats.ts
const EXTENSIONS = /* @__PURE__ */ new Map([
	[".parquet", "parquet"],
	[".csv", "csv"],
	[".tsv", "tsv"],
	[".jsonl", "json"],
	[".ndjson", "json"],
	[".json", "json"],
	[".arrow", "arrow"],
	[".feather", "arrow"],
	[".npy", "npy"],
	[".npz", "npz"],
	[".pb", "onnx"]
]);
const TEXT = /* @__PURE__ */ new Set([
	"csv",
	"tsv",
	"json"
]);
const MAGIC = {
	parquet: KINDS.parquet,
	arrow: KINDS.arrow,
	npy: KINDS.numpy,
	npz: KINDS.zip
};
const COMPRESSIONS = /* @__PURE__ */ new Map([[".gz", KINDS.gzip], [".zst", KINDS.zstd]]);
/** For the sentence about an unknown extension. */
const EXTENSION_LIST = `${[...EXTENSIONS.keys()].join(", ")}; text also as .gz or .zst`;
/** The format that a name promises, and what the first bytes must be (null: plain text). Null when unknown. */
function formatOf(path) {
	const lower = path.toLowerCase();
	const compression = [...COMPRESSIONS.keys()].find((extension) => lower.endsWith(extension));
	const plain = compression ? lower.slice(0, -compression.length) : lower;
	const extension = [...EXTENSIONS.keys()].find((known) => plain.endsWith(known));
	const format = extension && EXTENSIONS.get(extension);
	if (!format) return null;
	if (!compression) return {
		format,
		magic: MAGIC[format] ?? null
	};
	return TEXT.has(format) ? {
		format,
		magic: COMPRESSIONS.get(compression)
	} : null;
}
// src/adapters/duckdb/remote.ts
/** What httpfs reads. */
const SCHEMES = /^(https?|s3|s3a|s3n|gs|gcs|r2|hf):\/\//i;
const isAddress = (path) => /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
/**
* Loads the extension where it is installed, and installs it where `install` allows that: nothing is downloaded behind
* the user's back. Why that failed, or null.
*/
async function loadRemote(engine, address, install) {
	const unresolved = (message, fix, details = {}) => {
		return {
			code: "reference-unresolved",
			message,
			fix,
			...details
		};
	};
	if (!SCHEMES.test(address)) return unresolved(`${clip(address)} has a scheme that is not read here.`, "Known are https, s3, gs, r2 and hf.");
	try {
		await engine.rows("LOAD httpfs").catch(async (error) => {
			if (!install) throw error;
			await engine.rows("INSTALL httpfs");
			await engine.rows("LOAD httpfs");
		});
		return null;
	} catch (error) {
		const details = { details: error instanceof Error ? error.message : String(error) };
		if (install) return unresolved(`${clip(address)} is a remote address, and DuckDB's extension httpfs could not be installed.`, "Install it in a step before, with the network that this needs, or download the data.", details);
		return unresolved(`${clip(address)} is a remote address, and DuckDB's extension httpfs, which reads those, is not installed.`, "Allow its download with `--install-extensions` or `install-extensions: true` under `holdout`, or download the data in a step before.", details);
	}
}
/** What tells versions of remote files apart without reading them: address, size and time of change. */
async function remoteLines(engine, addresses) {
	return (await engine.rows(`SELECT filename, size, last_modified FROM read_blob(${quoteList(addresses)}) ORDER BY filename`)).map((row) => `${row.map(String).join("  ")}\n`);
}
// src/adapters/duckdb/files.ts
/** From what the user wrote (paths and globs) to existing, plausible files in a fixed order. */
const code = (error) => error.code;
/**
* Expands and checks `patterns`. `*`, `?`, `[…]` and `**` are DuckDB's; a file of that very name comes first.
* Throws all of `file-missing`, `file-empty`, `file-kind` at once.
*/
async function resolveFiles(engine, patterns, install) {
	const { paths, faults } = await expandAll(engine, patterns, install);
	for (const path of paths) faults.push(...isAddress(path) ? unknownExtension(path) : await checkFile(path));
	throwFaults(faults);
	const formats = [...new Set(paths.map((path) => formatOf(path).format))];
	if (formats.length > 1) {
		const message = `The holdout mixes ${formats.join(" and ")} files.`;
		throw fault("file-kind", message, { fix: "Use files of one format." });
	}
	return {
		format: formats[0],
		paths
	};
}
/** Only the expansion: the files may be of any kind. */
async function expandPatterns(engine, patterns, install) {
	const { paths, faults } = await expandAll(engine, patterns, install);
	throwFaults(faults);
	return paths;
}
async function expandAll(engine, patterns, install) {
	const address = patterns.find(isAddress);
	const unread = address === void 0 ? null : await loadRemote(engine, address, install);
	const found = await Promise.all(patterns.map((pattern) => {
		if (unread === null || !isAddress(pattern)) return expand(engine, pattern);
		return {
			paths: [],
			faults: pattern === address ? [unread] : []
		};
	}));
	return {
		paths: [...new Set(found.flatMap((each) => each.paths))].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
		faults: found.flatMap(({ faults }) => faults)
	};
}
async function expand(engine, pattern) {
	const failed = (...faults) => ({
		paths: [],
		faults
	});
	if (isAddress(pattern)) {
		if (!/[*[]/.test(pattern)) return {
			paths: [pattern],
			faults: []
		};
		return globbed(engine, pattern);
	}
	const status = await stat(pattern).catch((error) => {
		if (["ENOENT", "ENOTDIR"].includes(code(error) ?? "")) return null;
		throw fault("file-unreadable", `Cannot read ${clip(pattern)}: ${error.message}.`);
	});
	if (status?.isDirectory()) return failed({
		code: "file-kind",
		message: `${clip(pattern)} is a folder, not a file.`,
		fix: `Name its files, such as ${clip(pattern)}/*.parquet.`
	});
	if (status) return {
		paths: [pattern],
		faults: []
	};
	if (!/[*?[]/.test(pattern)) return failed(await missing(pattern));
	return globbed(engine, pattern);
}
async function globbed(engine, pattern) {
	const paths = (await engine.rows(`SELECT file FROM glob(${quoteText(pattern)})`)).map(([file]) => String(file).replace(/^\.\//, ""));
	if (paths.length > 0) return {
		paths,
		faults: []
	};
	return {
		paths: [],
		faults: [{
			code: "file-missing",
			message: `No file matches ${clip(pattern)}.`,
			fix: `Correct the pattern${isAddress(pattern) ? "" : origin(pattern)}.`
		}]
	};
}
const origin = (path) => isAbsolute(path) ? "" : `; it is relative to ${process.cwd()}`;
async function missing(path) {
	const folder = dirname(path);
	const names = await readdir(folder).catch(() => null);
	const near = nearest(basename(path), names ?? []).map((name) => clip(name));
	const hint = near.length > 0 ? ` Nearest in that folder: ${near.join(", ")}.` : "";
	const place = names ? "" : ` The folder ${clip(folder)} is not there either.`;
	return {
		code: "file-missing",
		message: `There is no file ${clip(path, 200)}.${place}${hint}`,
		fix: strayDigest(path) ?? `Correct the path${origin(path)}.`
	};
}
function unknownExtension(path) {
	if (formatOf(path)) return [];
	return [{
		code: "file-kind",
		message: `${clip(path, 200)} has an extension that is not read here.`,
		fix: `Known are ${EXTENSION_LIST}.`
	}];
}
async function checkFile(path) {
	const shown = clip(path, 200);
	const unknown = unknownExtension(path);
	if (unknown.length > 0) return unknown;
	const expected = formatOf(path);
	let head;
	try {
		head = await readHead(path);
	} catch (error) {
		return [{
			code: "file-unreadable",
			message: `Cannot read ${shown}: ${error.message}.`
		}];
	}
	if (head.length === 0) return [{
		code: "file-empty",
		message: `${shown} is empty (0 bytes).`,
		fix: "Write or fetch it again."
	}];
	const kind = kindOf(head);
	if (kind === expected.magic) return [];
	if (kind) return [{
		code: "file-kind",
		message: `${shown} is ${kind.name}.`,
		fix: kind.fix
	}];
	return [{
		code: "file-kind",
		message: `${shown} is not ${expected.magic.name}, though its name says so.`,
		fix: "Rename it to what it is, or write it again."
	}];
}
async function readHead(path) {
	try {
		var _usingCtx$12 = _usingCtx();
		const { buffer, bytesRead } = await _usingCtx$12.a(await open(path)).read(/* @__PURE__ */ new Uint8Array(512), 0, 512, 0);
		return buffer.subarray(0, bytesRead);
	} catch (_) {
		_usingCtx$12.e = _;
	} finally {
		await _usingCtx$12.d();
	}
}
// src/adapters/duckdb/selection.ts
/** Which rows of a source count, as SQL around it. The order of the rows stays. */
const KEYS = [
	"where",
	"sample",
	"limit"
];
function isSelective(selection) {
	return KEYS.some((key) => selection[key] !== void 0);
}
/** `from` is an SQL FROM item, and so is what comes back. */
function selected(from, { where, sample, limit }) {
	const filtered = where === void 0 ? from : `(SELECT * FROM ${from} WHERE (${where}\n))`;
	const drawn = sample === void 0 ? filtered : sampled(filtered, sample.size, sample.seed);
	return limit === void 0 ? drawn : `(SELECT * FROM ${drawn} LIMIT ${limit})`;
}
/**
* MD5 of seed and position, since DuckDB's own sampling depends on the number of threads, and its hash on the version.
* A share takes the rows whose number is in the lower part of the 64 bits; a count takes the lowest ones.
*/
function sampled(from, size, seed) {
	const draw = `md5_number_lower('${seed}:' || row_number() OVER ())`;
	return `(SELECT * EXCLUDE (onnx_gate_draw) FROM ${`(SELECT *, ${draw} AS onnx_gate_draw FROM ${from})`} WHERE ${size < 1 ? `onnx_gate_draw < ${BigInt(Math.round(size * 2 ** 53)) * 2n ** 11n}::UBIGINT` : `onnx_gate_draw <= (SELECT max(draw) FROM (SELECT ${draw} AS draw FROM ${from} ORDER BY draw LIMIT ${size}))`})`;
}
/** Of the rows that count, given the digest of all. */
function identifySelection(digest, selection) {
	if (!isSelective(selection)) return digest;
	const text = JSON.stringify([digest, ...KEYS.map((key) => selection[key] ?? null)]);
	return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
// src/adapters/duckdb/arrow.ts
/** Arrow IPC files (Feather 2), by the `apache-arrow` package, which is loaded when there is one to read. */
const CHUNK_ROWS$2 = 2048;
async function loadArrow(engine, table, paths) {
	const arrow = await import("./Arrow.node.js");
	let known = null;
	for (const path of paths) {
		const bytes = await readFile(path);
		try {
			for (const batch of arrow.RecordBatchReader.from(bytes)) {
				const { fields } = batch.schema;
				const types = fields.map(({ type }) => typeOf$1(engine.api, arrow, type));
				if (!known) {
					const definition = fields.map(({ name }, i) => `${quoteName(name)} ${types[i]}`).join(", ");
					await engine.rows(`CREATE TABLE ${table} (${definition})`);
				}
				known ??= types;
				await append$1(engine, table, batch, types);
			}
		} catch (error) {
			const words = error instanceof Error ? error.message : String(error);
			throw fault("holdout-unreadable", `${clip(path, 200)} cannot be read as Arrow IPC: ${clip(words, 300)}`, { fix: /compress/i.test(words) ? "Write it without compression, or as Parquet." : "Write it again, or as Parquet." });
		}
	}
	if (!known) throw fault("holdout-empty", `${clip(paths[0], 200)} has no rows.`);
}
async function append$1(engine, table, batch, types) {
	const appender = await (await engine.connect()).createAppender(table.slice(1, -1));
	for (let first = 0; first < batch.numRows; first += CHUNK_ROWS$2) {
		const count = Math.min(CHUNK_ROWS$2, batch.numRows - first);
		const chunk = engine.api.DuckDBDataChunk.create(types, count);
		for (const [i, type] of types.entries()) {
			const column = batch.getChildAt(i);
			const convert = converterOf(engine.api, type);
			const values = Array.from({ length: count }, (_, j) => convert(column.get(first + j)));
			chunk.setColumnValues(i, values);
		}
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}
function typeOf$1(api, arrow, type) {
	const { DataType: is } = arrow;
	if (is.isInt(type)) {
		const name = {
			8: "TINYINT",
			16: "SMALLINT",
			32: "INTEGER",
			64: "BIGINT"
		}[type.bitWidth];
		return type.isSigned ? api[name] : api[`U${name}`];
	}
	if (is.isFloat(type)) return type.precision === arrow.Precision.DOUBLE ? api.DOUBLE : api.FLOAT;
	if (is.isBool(type)) return api.BOOLEAN;
	if (is.isList(type) || is.isFixedSizeList(type)) return api.LIST(typeOf$1(api, arrow, type.children[0].type));
	if (is.isDictionary(type)) return typeOf$1(api, arrow, type.dictionary);
	return api.VARCHAR;
}
/** Of one value; what has no type of its own here becomes text. */
function converterOf(api, type) {
	if (type.typeId === api.DuckDBTypeId.LIST) {
		const inner = converterOf(api, type.valueType);
		return (value) => value == null ? null : api.listValue([...value].map(inner));
	}
	if (type.typeId === api.DuckDBTypeId.VARCHAR) return (value) => {
		if (value == null) return null;
		return value instanceof Date ? value.toISOString() : String(value);
	};
	return (value) => value ?? null;
}
// src/adapters/duckdb/stored.ts
/** Arrow IPC, NumPy and ONNX tensors, loaded into a table: DuckDB spills it to disk where memory does not suffice. */
const CHUNK_ROWS$1 = 2048;
const STORED = /* @__PURE__ */ new Set([
	"arrow",
	"npy",
	"npz",
	"onnx"
]);
const isStored = (format) => STORED.has(format);
/** The name of the table. Throws `holdout-unreadable` and `file-unreadable`. */
async function loadStored(engine, format, paths, subject) {
	const table = quoteName(`stored_${randomUUID()}`);
	if (format === "arrow") {
		await loadArrow(engine, table, paths);
		return table;
	}
	const sets = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const key = {
			npy: "",
			npz: path,
			onnx: dirname(path)
		}[format];
		const read = await engine.decode[format](basename(path).replace(/\.\w+$/, ""), await readFile(path));
		if ("why" in read) throw fault("holdout-unreadable", `${clip(path, 200)} ${read.why}.`);
		sets.set(key, [...sets.get(key) ?? [], ...read.tensors]);
	}
	for (const [place, tensors] of [...sets.values()].entries()) await append(engine, table, tensors, place === 0, subject);
	return table;
}
async function append(engine, table, tensors, create, subject) {
	const rows = tensors[0]?.tensor.shape[0] ?? 0;
	if (tensors.find(({ tensor }) => tensor.shape.length === 0 || tensor.shape[0] !== rows) || tensors.length === 0) {
		const sizes = tensors.map(({ name, tensor }) => `${clip(name)} [${tensor.shape.join(", ")}]`);
		throw fault("holdout-unreadable", `${subject}: the arrays have different numbers of rows: ${sizes.join(", ")}.`, { fix: "The first dimension of each counts rows, and must be the same for all." });
	}
	const columns = tensors.map(({ name, tensor }) => ({
		name,
		tensor,
		type: typeOf(engine.api, tensor)
	}));
	if (create) {
		const definition = columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(", ");
		await engine.rows(`CREATE TABLE ${table} (${definition})`);
	}
	const appender = await (await engine.connect()).createAppender(table.slice(1, -1));
	for (let first = 0; first < rows; first += CHUNK_ROWS$1) {
		const count = Math.min(CHUNK_ROWS$1, rows - first);
		const chunk = engine.api.DuckDBDataChunk.create(columns.map(({ type }) => type), count);
		for (const [i, { tensor }] of columns.entries()) fill$1(chunk.getColumnVector(i), tensor, first, count);
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}
const TYPES$1 = {
	float32: "FLOAT",
	float64: "DOUBLE",
	int8: "TINYINT",
	uint8: "UTINYINT",
	bool: "UTINYINT",
	int16: "SMALLINT",
	uint16: "USMALLINT",
	int32: "INTEGER",
	uint32: "UINTEGER",
	int64: "BIGINT",
	uint64: "UBIGINT",
	string: "VARCHAR",
	float16: "FLOAT"
};
/** [n] is a column of values, [n, 3] one of arrays of three, [n, 4, 3] of four arrays of three. */
function typeOf(api, { type, shape }) {
	return shape.slice(1).reduceRight((inner, size) => api.ARRAY(inner, size), api[TYPES$1[type]]);
}
function fill$1(vector, { data, shape }, first, count) {
	const width = shape.slice(1).reduce((product, size) => product * size, 1);
	let leaf = vector;
	while ("childData" in leaf) leaf = leaf.childData;
	if (Array.isArray(data)) for (let i = 0; i < count * width; i++) leaf.setItem(i, data[first * width + i]);
	else {
		const { items } = leaf;
		items.set(data.subarray(first * width, (first + count) * width));
	}
	leaf.flush();
	if (leaf !== vector) vector.flush();
}
// src/adapters/duckdb/source.ts
/** A source as an SQL FROM item. */
async function resolveSource(engine, source) {
	const whole = await resolveWhole(engine, source);
	if (!isSelective(source)) return whole;
	const reading = source.where === void 0 ? null : "thorough";
	return {
		...whole,
		untyped: whole.untyped && reading === null,
		from: (wanted) => selected(whole.from(reading ?? wanted), source)
	};
}
async function resolveWhole(engine, source) {
	if ("query" in source) return await resolveQuery(engine, source.query);
	const files = await resolveFiles(engine, source.files, source.install ?? false);
	const [first, ...rest] = files.paths;
	const subject = clip(first, 200) + (rest.length > 0 ? ` and ${rest.length} more` : "");
	if (files.format === "csv" || files.format === "tsv") try {
		return csvSource(files, await readDialect(engine, first, files.format === "tsv"), subject);
	} catch (error) {
		throw holdoutFault(error, subject);
	}
	if (isStored(files.format)) {
		const table = await loadStored(engine, files.format, files.paths, subject);
		return {
			subject,
			untyped: false,
			from: () => table,
			probe: null
		};
	}
	const list = quoteList(files.paths.map(escapeGlob));
	const item = {
		parquet: `read_parquet(${list}, union_by_name=true)`,
		json: `read_json(${list}, union_by_name=true, sample_size=-1, maximum_depth=3)`
	}[files.format];
	return {
		subject,
		untyped: false,
		from: () => item,
		probe: null
	};
}
const escapeGlob = (path) => path.replaceAll(/[*?[]/g, "[$&]");
function csvSource(files, dialect, subject) {
	const list = quoteList(files.paths.map(escapeGlob));
	const common = `delim=${quoteText(dialect.delimiter)}, quote='"', escape='"', comment='', skip=0, header=true`;
	const from = (more) => `read_csv(${list}, ${common}, ${more})`;
	const declared = (types) => `types={${[...types].map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`).join(", ")}}`;
	const options = {
		sniffed: "sample_size=20480",
		thorough: "sample_size=-1",
		text: "all_varchar=true"
	};
	const columns = dialect.names?.map((name, i) => `${quoteText(name || `column${i}`)}: 'VARCHAR'`);
	return {
		subject,
		untyped: true,
		from(reading) {
			const more = typeof reading === "string" ? options[reading] : reading.size > 0 && declared(reading);
			return from(`union_by_name=true, ${more || options.sniffed}`);
		},
		probe: columns ? from(`auto_detect=false, columns={${columns.join(", ")}}`) : null
	};
}
async function resolveQuery(engine, query) {
	const subject = "The query";
	const text = query.replace(/[;\s]+$/, "");
	const prepared = await (await engine.connect()).prepare(text).catch((error) => {
		throw holdoutFault(error, subject);
	});
	if (prepared.statementType !== engine.api.StatementType.SELECT) throw fault("holdout-unreadable", "The query is not a SELECT.", { fix: "Write one SELECT, such as `SELECT * FROM 'data/*.parquet' WHERE day > 30`." });
	const names = Array.from({ length: prepared.columnCount }, (_, i) => prepared.columnName(i));
	const twice = names.find((name, i) => names.indexOf(name) < i);
	if (twice !== void 0) throw fault("holdout-unreadable", `The query gives the column \`${clip(twice)}\` more than once.`, { fix: `Rename one of them, such as \`${clip(quoteName(twice))} AS other\`.` });
	return {
		subject,
		untyped: false,
		from: () => `(${text}\n)`,
		probe: null
	};
}
// src/adapters/duckdb/profile.ts
/** What columns hold, and which rows two tables share. Counted inside DuckDB: no row comes out. */
/** Of a value that is shown. */
const LONGEST_VALUE = 100;
const isNumber = ({ kind }) => kind === "integer" || kind === "float" || kind === "decimal";
async function profile(parts, source, names) {
	try {
		var _usingCtx$11 = _usingCtx();
		const engine = _usingCtx$11.a(await openEngine(parts));
		const resolved = await resolveSource(engine, source);
		const { from, columns } = await tableOf(engine, resolved, names);
		const [found = []] = await counted(engine, resolved, `SELECT ${["count(*)", ...columns.flatMap((column) => {
			const x = isNumber(column) ? number$1(column, "DOUBLE") : quoteName(column.name);
			const text = (value) => `left(CAST(${value} AS VARCHAR), ${LONGEST_VALUE})`;
			return [
				`count(${x})`,
				`approx_count_distinct(${x})`,
				text(`min(${x})`),
				text(`max(${x})`),
				`min(${x}) = max(${x})`
			];
		})].join(", ")} FROM ${from}`);
		const rows = Number(found[0]);
		return {
			rows,
			columns: columns.map(({ name }, i) => {
				const [present, distinct, min, max, constant] = found.slice(1 + 5 * i, 6 + 5 * i);
				return {
					name,
					missing: rows - Number(present),
					distinct: Number(distinct),
					min: min == null ? null : String(min),
					max: max == null ? null : String(max),
					constant: constant === true
				};
			})
		};
	} catch (_) {
		_usingCtx$11.e = _;
	} finally {
		await _usingCtx$11.d();
	}
}
/** A hash join; rows without a value match rows without one. Numbers are equal when float32 is, where one side has no more. */
async function countShared(parts, source, other, names) {
	try {
		var _usingCtx3 = _usingCtx();
		if (names.length === 0) return 0;
		const engine = _usingCtx3.a(await openEngine(parts));
		const left = await tableOf(engine, await resolveSource(engine, source), names);
		const against = await resolveSource(engine, other);
		const right = await tableOf(engine, against, names);
		const pairs = left.columns.map((column, i) => comparable(column, right.columns[i]));
		const select = (side, { from }) => `SELECT ${pairs.map((pair, i) => `${pair[side]} AS c${i}`).join(", ")} FROM ${from}`;
		const same = pairs.map((_, i) => `h.c${i} IS NOT DISTINCT FROM t.c${i}`).join(" AND ");
		const [[count] = []] = await counted(engine, against, `SELECT count(*) FROM (${select(0, left)}) AS h SEMI JOIN (${select(1, right)}) AS t ON ${same}`);
		return Number(count);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function counted(engine, { subject }, sql) {
	try {
		return await engine.rows(sql);
	} catch (error) {
		throw holdoutFault(error, subject);
	}
}
/** Types as they were sniffed; a CSV is read as text, where nothing fails to parse. */
async function tableOf(engine, source, names) {
	const types = await typesOf(engine, source);
	throwFaults(names.flatMap((name) => missingColumn$2(name, types, source.subject)));
	const columns = names.map((name) => {
		const type = types.get(name);
		return {
			name,
			type,
			kind: kindOfType(type)
		};
	});
	return {
		from: source.from(source.untyped ? "text" : "sniffed"),
		columns
	};
}
/** Types by column, as they were sniffed. */
async function typesOf(engine, source) {
	const described = await counted(engine, source, `DESCRIBE SELECT * FROM ${source.from("sniffed")}`);
	return new Map(described.map(([name, type]) => [String(name), String(type)]));
}
/** NaN is no value, as in `convert`. */
function number$1({ name }, as) {
	const x = `TRY_CAST(${quoteName(name)} AS ${as})`;
	return `CASE WHEN isnan(${x}) THEN NULL ELSE ${x} END`;
}
function comparable(left, right) {
	if (!isNumber(left) || !isNumber(right)) {
		const text = ({ name }) => `CAST(${quoteName(name)} AS VARCHAR)`;
		return [text(left), text(right)];
	}
	const as = [left, right].some(({ type }) => type === "FLOAT") ? "FLOAT" : "DOUBLE";
	return [number$1(left, as), number$1(right, as)];
}
function missingColumn$2(name, types, subject) {
	if (types.has(name)) return [];
	const near = nearest(name, [...types.keys()]).map((one) => clip(one));
	return [{
		code: "column-missing",
		message: `${subject} has no column \`${clip(name)}\`.`,
		...near.length > 0 ? { fix: `Nearest: ${near.join(", ")}.` } : {}
	}];
}
// src/adapters/duckdb/drift.ts
/** Drawn from each table: chance moves a distance by less than .01 then. */
const MOST_ROWS$1 = 1e5;
/** Values that have a bin of their own; the others share one. */
const MOST_VALUES = 50;
const DECILES = "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]";
/** Throws as `profile` does, but for columns that `baseline` does not have. */
async function compareColumns(parts, source, baseline, names) {
	try {
		var _usingCtx$10 = _usingCtx();
		const engine = _usingCtx$10.a(await openEngine(parts));
		const here = await resolveSource(engine, source);
		const there = await resolveSource(engine, baseline);
		const known = await typesOf(engine, there);
		const shared = names.filter((name) => known.has(name));
		const left = await tableOf(engine, here, shared);
		const right = await tableOf(engine, there, shared);
		const both = shared.map((name, i) => ({
			name,
			numeric: isNumber(left.columns[i]) && isNumber(right.columns[i])
		}));
		for (const [table, subject, { from, columns }] of [[
			"candidate",
			here,
			left
		], [
			"baseline",
			there,
			right
		]]) {
			const values = columns.map((column, i) => `${sqlOf(column, both[i].numeric)} AS c${i}`);
			const rows = selected(from, { sample: {
				size: MOST_ROWS$1,
				seed: 1
			} });
			await counted(engine, subject, `CREATE TEMP TABLE ${table} AS SELECT ${["1 AS one", ...values].join(", ")} FROM ${rows}`);
		}
		const found = /* @__PURE__ */ new Map();
		for (const [i, { name, numeric }] of both.entries()) {
			const bins = await (numeric ? byDeciles : byValues)(engine, `c${i}`);
			found.set(name, {
				name,
				bins,
				distance: numeric ? await distanceOf(engine, `c${i}`) : null
			});
		}
		return names.map((name) => found.get(name) ?? {
			name,
			bins: null,
			distance: null
		});
	} catch (_) {
		_usingCtx$10.e = _;
	} finally {
		await _usingCtx$10.d();
	}
}
function sqlOf(column, numeric) {
	return numeric ? number$1(column, "DOUBLE") : `CAST(${quoteName(column.name)} AS VARCHAR)`;
}
const sides = (column) => `(SELECT ${column} AS x, 0 AS side FROM baseline UNION ALL SELECT ${column}, 1 FROM candidate)`;
const COUNTS = "count(*) FILTER (side = 0), count(*) FILTER (side = 1)";
async function binsOf(engine, sql) {
	const rows = await engine.rows(sql);
	return {
		baseline: rows.map(([b]) => Number(b)),
		candidate: rows.map(([, c]) => Number(c))
	};
}
/** A bin ends with its decile, so that values which repeat stay together. */
function byDeciles(engine, column) {
	return binsOf(engine, `WITH cuts AS (SELECT list_distinct(quantile_disc(${column}, ${DECILES})) AS edges FROM baseline)
     SELECT ${COUNTS} FROM (SELECT side, CASE WHEN x IS NULL THEN -1 ELSE coalesce(len(list_filter(edges, lambda e: e < x)), 0) END AS bin FROM ${sides(column)}, cuts) GROUP BY bin ORDER BY bin`);
}
function byValues(engine, column) {
	return binsOf(engine, `WITH frequent AS (
       SELECT ${column} AS v FROM baseline WHERE v IS NOT NULL GROUP BY v ORDER BY count(*) DESC, v LIMIT ${MOST_VALUES})
     SELECT ${COUNTS} FROM ${sides(column)} LEFT JOIN frequent ON x = v GROUP BY v, x IS NULL ORDER BY v, x IS NULL`);
}
async function distanceOf(engine, column) {
	const [[value, baseline, candidate] = []] = await engine.rows(`WITH counts AS (
       SELECT x, count(*) FILTER (side = 0) AS b, count(*) FILTER (side = 1) AS c FROM ${sides(column)}
       WHERE x IS NOT NULL GROUP BY x),
     totals AS (SELECT sum(b) AS n, sum(c) AS m FROM counts)
     SELECT max(abs(up_to_b / n - up_to_c / m)), any_value(n), any_value(m)
     FROM (SELECT sum(b) OVER w AS up_to_b, sum(c) OVER w AS up_to_c FROM counts WINDOW w AS (ORDER BY x)), totals
     WHERE n > 0 AND m > 0`);
	if (value == null) return null;
	return {
		value: Number(value),
		baseline: Number(baseline),
		candidate: Number(candidate)
	};
}
// src/adapters/duckdb/query-files.ts
/** Table functions whose first argument is a file, or a list of files. */
const READERS = /^(read_(csv|json|json_objects|ndjson|ndjson_objects)(_auto)?|read_(parquet|text|blob)|parquet_scan)$/;
/** Table functions that make rows of nothing but their arguments. */
const MAKERS = /^(range|generate_series|unnest|repeat|json_each|json_tree)$/;
async function filesOfQuery(engine, query) {
	const [[text] = []] = await engine.rows(`SELECT json_serialize_sql(${quoteText(query)})`);
	const tree = JSON.parse(String(text));
	if (tree.error !== false) return { why: "it cannot be parsed" };
	const unsteady = await engine.rows(`SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE stability <> 'CONSISTENT'`);
	return look(tree, new Set(unsteady.map(([name]) => String(name))));
}
function look(tree, unsteady) {
	const nodes = [...nodesIn(tree)];
	const own = new Set(nodes.flatMap(({ cte_map }) => cte_map?.map ?? []).map(({ key }) => key));
	const patterns = [];
	for (const node of nodes) {
		if (node.sample) return { why: "it draws a sample" };
		const called = node.class === "COLUMN_REF" ? node.column_names.at(-1) : node.function_name;
		if (unsteady.has(String(called).toLowerCase())) return { why: `\`${called}\` may give something else each time` };
		if (node.type === "BASE_TABLE" && !own.has(node.table_name)) {
			if (node.catalog_name || node.schema_name) return { why: `it reads the table ${clip(`${node.schema_name}.${node.table_name}`)}` };
			patterns.push(String(node.table_name));
		}
		if (node.type === "TABLE_FUNCTION") {
			const { function_name: name, children } = node.function;
			if (MAKERS.test(String(name))) continue;
			const files = READERS.test(String(name)) ? constants$1(children[0]) : null;
			if (!files) return { why: `which files ${clip(String(name))}() reads is not in its text` };
			patterns.push(...files);
		}
	}
	return { patterns };
}
/** Text that stands there, alone or in a list; null for anything that has to be computed. */
function constants$1(node) {
	if (node.class === "CONSTANT") return [String(node.value.value)];
	const items = node.function_name === "list_value" || node.class === "ARRAY" ? node.children.map(constants$1) : [null];
	return items.includes(null) ? null : items.flat();
}
function* nodesIn(value) {
	if (value === null || typeof value !== "object") return;
	if (!Array.isArray(value)) yield value;
	for (const part of Object.values(value)) yield* nodesIn(part);
}
// src/adapters/duckdb/identify.ts
/**
* One file: the SHA-256 of its content. Several: the SHA-256 of one line `<hex digest>  <name>\n` for each, in their
* order, where the name is relative to the folder that holds them all: what `sha256sum * | sha256sum` prints there.
* Where any is remote: of lines with address, size and time of change.
*/
async function identifyFiles(engine, paths) {
	if (paths.some(isAddress)) return identifyText((await remoteLines(engine, paths)).join(""));
	const digests = [];
	for (const path of paths) digests.push(await hashFile(path));
	if (digests.length === 1) return `sha256:${digests[0]}`;
	const folder = commonFolder(paths);
	const lines = paths.map((path, i) => {
		return `${digests[i]}  ${relative(folder, path).split(sep).join("/")}\n`;
	});
	return `sha256:${createHash("sha256").update(lines.join("")).digest("hex")}`;
}
/** Its text alone where the files that it reads are not to be told from it, or are not here; `open` is then why. */
async function identifyQuery(engine, query) {
	const found = await filesOfQuery(engine, query);
	const alone = (open) => ({
		digest: identifyText(query),
		files: [],
		open
	});
	if ("why" in found) return alone(found.why);
	const { patterns } = found;
	if (patterns.some(isAddress)) return alone("it reads over the network");
	if (patterns.length === 0) return {
		digest: identifyText(query),
		files: [],
		open: null
	};
	try {
		const files = await expandPatterns(engine, patterns, false);
		return {
			digest: identifyText(`${query}\n${await identifyFiles(engine, files)}\n`),
			files,
			open: null
		};
	} catch (error) {
		if (error instanceof FaultError) return alone(error.faults[0].message);
		throw error;
	}
}
function identifyText(text) {
	return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
async function hashFile(path) {
	const hash = createHash("sha256");
	try {
		await pipeline(createReadStream(path), hash);
	} catch (error) {
		throw fault("file-unreadable", `Cannot read ${clip(path, 200)}: ${error.message}.`);
	}
	return hash.digest("hex");
}
function commonFolder(paths) {
	const inside = (folder) => paths.every((path) => !relative(folder, path).startsWith(".."));
	let folder = dirname(paths[0]);
	while (!inside(folder) && folder !== dirname(folder)) folder = dirname(folder);
	return folder;
}
// src/adapters/duckdb/read-scores.ts
const BATCH_ROWS = 122880;
/** A slice column stops growing here: one more than any slice may have. */
const MOST_NAMES = 1001;
const NUMBERS = [
	"label",
	"candidate",
	"baseline",
	"weight"
];
const TEXTS = ["group", "item"];
/** Reads a whole table as Scores. Throws `column-missing`, `value-missing`, `column-type`. */
async function readScoreTable(table, columns) {
	const numbers = NUMBERS.flatMap((role) => {
		const name = columns[role];
		if (name === null) return [];
		return [{
			role,
			names: (role === "candidate" || role === "baseline") && columns.perClass ? classColumns(name, table) : [name]
		}];
	});
	const texts = TEXTS.flatMap((role) => {
		const name = columns[role] ?? null;
		return name === null ? [] : [{
			role,
			name,
			codes: emptyCodes(table)
		}];
	});
	throwFaults([
		...numbers.flatMap(({ role, names }) => names.flatMap((name) => missingColumn$1(role, name, table.columns))),
		...texts.flatMap(({ role, name }) => missingColumn$1(role, name, table.columns)),
		...unequalClasses(numbers)
	]);
	const values = new Map(numbers.map(({ role, names }) => [role, new Float64Array(table.rows * names.length)]));
	const known = new Set(table.columns.map(({ name }) => name));
	const slices = (columns.slices ?? []).map((from) => "sql" in from || known.has(from.column) ? {
		from,
		codes: emptyCodes(table)
	} : null);
	const readers = [
		...numbers.flatMap(({ role, names }) => names.map((name, k) => numberReader(role, name, values.get(role), k, names.length))),
		...texts.map(({ role, name, codes }) => textReader(role, name, codes)),
		...slices.flatMap((slice) => slice === null ? [] : [sliceReader(slice.from, slice.codes)])
	];
	const requests = readers.map(({ request }) => request);
	for await (const batch of table.read(requests, BATCH_ROWS)) throwFaults(readers.flatMap(({ take }, i) => take(batch.columns[i], batch.first)));
	const coded = (wanted) => {
		const found = texts.find(({ role }) => role === wanted);
		if (!found) return null;
		const { code, names } = found.codes;
		return {
			code,
			count: names.size,
			ids: [...names.keys()]
		};
	};
	const item = coded("item");
	const group = coded("group");
	return {
		...columns.perClass && { classes: numbers.find(({ role }) => role === "candidate").names.length },
		...item && { item },
		label: values.get("label"),
		candidate: values.get("candidate"),
		baseline: values.get("baseline") ?? null,
		weight: values.get("weight") ?? null,
		group: group && {
			code: group.code,
			count: group.count
		},
		groupNames: group?.ids ?? null,
		slices: slices.map((slice) => slice && {
			code: slice.codes.code,
			names: [...slice.codes.names.keys()]
		})
	};
}
/** `name_0`, `name_1` and so on, as many as there are; `name_0` and `name_1` at least, to be missed. */
function classColumns(name, table) {
	const known = new Set(table.columns.map((column) => column.name));
	let classes = 0;
	while (known.has(`${name}_${classes}`)) classes++;
	return Array.from({ length: Math.max(2, classes) }, (_, k) => `${name}_${k}`);
}
function unequalClasses(numbers) {
	const [candidate, baseline] = ["candidate", "baseline"].map((role) => numbers.find((one) => one.role === role));
	if (!candidate || !baseline || candidate.names.length === baseline.names.length) return [];
	return [{
		code: "column-missing",
		message: `The candidate has ${candidate.names.length} columns of scores, \`${clip(candidate.names[0])}\` and on, and the baseline ${baseline.names.length}.`,
		fix: "Both need one column for each class."
	}];
}
const emptyCodes = ({ rows }) => ({
	code: new Int32Array(rows),
	names: /* @__PURE__ */ new Map()
});
/** Column `k` of `width`, row-major. */
function numberReader(role, name, into, k, width) {
	return {
		request: {
			from: { column: name },
			as: "float64"
		},
		take(values, first) {
			const data = values.data;
			if (width === 1) into.set(data, first);
			else for (let i = 0; i < data.length; i++) into[(first + i) * width + k] = data[i];
			return missingValue(role, name, values, first);
		}
	};
}
function textReader(role, name, codes) {
	return {
		request: {
			from: { column: name },
			as: "string"
		},
		take(values, first) {
			encode$2({
				data: values.data,
				valid: null
			}, codes, Number.POSITIVE_INFINITY, first);
			return missingValue(role, name, values, first);
		}
	};
}
function sliceReader(from, codes) {
	return {
		request: {
			from,
			as: "string"
		},
		take(values, first) {
			encode$2(values, codes, MOST_NAMES, first);
			return [];
		}
	};
}
/** Codes by first appearance: −1 without a value, −2 for a new value when there are `most` already. */
function encode$2({ data, valid }, { names, code }, most, first) {
	for (const [i, name] of data.entries()) {
		let known = valid?.[i] === 0 ? -1 : names.get(name);
		if (known === void 0 && names.size === most) known = -2;
		if (known === void 0) {
			known = names.size;
			names.set(name, known);
		}
		code[first + i] = known;
	}
}
function missingColumn$1(role, name, columns) {
	const names = columns.map((column) => column.name);
	if (names.includes(name)) return [];
	const near = nearest(name, names).map((each) => `\`${clip(each)}\``);
	const listed = names.slice(0, 30).map((each) => clip(each, 40));
	const more = names.length > listed.length ? `, and ${names.length - listed.length} more` : "";
	return [{
		code: "column-missing",
		message: `The scores have no ${role} column \`${clip(name)}\`; they have ${listed.join(", ")}${more}.`,
		fix: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `Name the column that holds the ${role}.`
	}];
}
function missingValue(role, name, { valid }, first) {
	const at = valid?.indexOf(0) ?? -1;
	return at < 0 ? [] : [missingValueAt(role, name, first + at + 1)];
}
/** `row` from 1. */
function missingValueAt(role, name, row) {
	return {
		code: "value-missing",
		message: `The ${role} column \`${clip(name)}\` has no value in row ${row}.`,
		fix: "Every row needs one: drop the row, or fill it in."
	};
}
// src/adapters/duckdb/join-scores.ts
/** Candidate and baseline scores that two batch jobs wrote apart, as one table. */
/** Names of rows that a sentence shows. */
const EXAMPLES = 3;
const JOINED = "baseline score";
/**
* Every row of the candidate's table with the baseline's score of the same key, ordered by the key.
* Throws `column-missing`; `value-missing` for a row without a key; `column-type` for keys of different types;
* `holdout-unreadable` with counts and the first examples where a key is there twice, or on one side only.
*/
async function joinScores(parts, candidate, baseline, key, baselineScore) {
	try {
		var _usingCtx$9 = _usingCtx();
		const engine = _usingCtx$9.a(await openEngine(parts));
		const sides = [];
		const faults = [];
		const types = [];
		for (const [name, source] of [["candidate", candidate], ["baseline", baseline]]) {
			const resolved = await resolveSource(engine, source);
			const from = resolved.from("sniffed");
			const columns = (await engine.rows(`DESCRIBE SELECT * FROM ${from}`).catch((error) => {
				throw holdoutFault(error, resolved.subject);
			})).map(([column, type]) => ({
				name: String(column),
				type: String(type)
			}));
			faults.push(...missingColumn$1("key", key, columns));
			if (name === "baseline") faults.push(...missingColumn$1("baseline", baselineScore, columns));
			types.push(columns.find((column) => column.name === key)?.type ?? "");
			sides.push({
				name,
				from
			});
		}
		throwFaults(faults);
		const k = quoteName(key);
		if (types[0] !== types[1]) faults.push({
			code: "column-type",
			message: `The key \`${clip(key)}\` is ${clip(types[0])} in the candidate's scores and ${clip(types[1])} in the baseline's.`,
			fix: "Write it with one type in both."
		});
		throwFaults(faults);
		for (const side of sides) faults.push(...await checkKey(engine, side, k, key));
		throwFaults(faults);
		const [own, other] = sides;
		for (const [side, opposite] of [[own, other], [other, own]]) faults.push(...await checkMatched(engine, side, opposite, k, key));
		throwFaults(faults);
		return {
			source: { query: `SELECT c.*, b.${quoteName(baselineScore)} AS ${quoteName(JOINED)} FROM ${own.from} AS c JOIN ${other.from} AS b USING (${k}) ORDER BY ${k}` },
			baseline: JOINED
		};
	} catch (_) {
		_usingCtx$9.e = _;
	} finally {
		await _usingCtx$9.d();
	}
}
async function checkKey(engine, { name, from }, k, key) {
	const [[missing] = []] = await engine.rows(`SELECT count(*) FROM ${from} WHERE ${k} IS NULL`);
	const faults = [];
	if (Number(missing) > 0) faults.push({
		code: "value-missing",
		message: `Rows of the ${name}'s scores without a key \`${clip(key)}\`: ${missing}.`,
		fix: "Every row needs one: drop the row, or fill it in."
	});
	const twice = await examples(engine, `SELECT ${k} FROM ${from} WHERE ${k} IS NOT NULL GROUP BY ${k} HAVING count(*) > 1`, k);
	if (twice) faults.push({
		code: "holdout-unreadable",
		message: `Values of the key \`${clip(key)}\` that stand more than once in the ${name}'s scores: ${twice.count} (${twice.first}).`,
		fix: "Write one row for each key: a job that was tried again may have left its first output behind."
	});
	return faults;
}
async function checkMatched(engine, side, opposite, k, key) {
	const alone = await examples(engine, `SELECT ${k} FROM ${side.from} AS own ANTI JOIN ${opposite.from} AS other USING (${k})`, k);
	if (!alone) return [];
	return [{
		code: "holdout-unreadable",
		message: `Values of the key \`${clip(key)}\` in the ${side.name}'s scores that are not in the ${opposite.name}'s: ${alone.count} (${alone.first}).`,
		fix: "Score the same rows with both models; a comparison on the rest would favour the model that fails on hard rows."
	}];
}
async function examples(engine, keys, k) {
	const [[count, first] = []] = await engine.rows(`SELECT count(*), array_to_string(min(CAST(${k} AS VARCHAR), ${EXAMPLES}), ', ') FROM (${keys})`);
	if (Number(count) === 0) return null;
	return {
		count: Number(count),
		first: clip(String(first)) + (Number(count) > EXAMPLES ? " and more" : "")
	};
}
// src/adapters/duckdb/out-of-core/fits-memory.ts
/**
* The growth of peak resident memory from 20,000 to 2 million rows, in evaluations of auc, logloss, brier, copc and
* accuracy of two models: 300 to 358, most with weights and without groups.
*/
const BYTES_PER_ROW = 360;
/** Typed arrays and the sorts over them are indexed by 32 bits; Obuchowski's groups too. */
const MOST_ROWS = 2 ** 30;
/** Whether an evaluation in memory takes at most half of what the machine or its container has. */
function fitsMemory(rows) {
	return rows <= MOST_ROWS && rows * BYTES_PER_ROW <= memoryOfMachine() / 2;
}
// src/adapters/duckdb/plan.ts
/** From column requests to one SELECT, and the second one that finds the value which does not fit. */
/** `part`: null for all rows. Throws `column-missing`, and `holdout-unreadable` for expressions that do not run. */
async function planRead(engine, source, columns, requests, part = null) {
	const types = new Map(columns.map(({ name, type }) => [name, type]));
	const singles = requests.flatMap(singlesOf);
	throwFaults(singles.flatMap((request) => missingColumn(request, types)));
	const reading = chooseReading(source, types, singles);
	const expressions = await describe(engine, source, reading, types, singles);
	const from = source.from(reading);
	const list = expressions.map(converted);
	const search = reading instanceof Map ? asText(source, types, singles) : {
		expressions,
		from
	};
	return {
		sql: `SELECT ${sideBySide(list, requests)} FROM ${from}${part ? ` LIMIT ${part.rows} OFFSET ${part.first}` : ""}`,
		locate: () => locate$1(engine, search.from, search.expressions),
		async rehearse() {
			await engine.rows(`SELECT ${list.map((x) => `count(${x})`).join(", ")} FROM ${from}`);
		}
	};
}
function converted({ x, kind, request: { as, depth } }) {
	return depth === void 0 ? convert(x, kind, as) : convertLists(x, kind, as, depth);
}
const singlesOf = (request) => "side" in request ? request.side.map((from) => ({
	from,
	as: request.as
})) : [request];
/** A list made of columns costs DuckDB less than handing each of them over. */
function sideBySide(singles, requests) {
	const rest = [...singles];
	return requests.map((request) => "side" in request ? `[${rest.splice(0, request.side.length).join(", ")}]` : rest.shift()).join(", ");
}
function missingColumn({ from }, types) {
	if ("sql" in from || types.has(from.column)) return [];
	const near = nearest(from.column, [...types.keys()]).map((name) => clip(name));
	return [{
		code: "column-missing",
		message: `There is no column \`${clip(from.column)}\`.`,
		...near.length > 0 ? { fix: `Nearest: ${near.join(", ")}.` } : {}
	}];
}
/** An expression sees the types that its author sees; plain columns of a CSV are parsed as what is wanted. */
function chooseReading(source, types, requests) {
	if (!source.untyped) return "sniffed";
	if (requests.some(({ from }) => "sql" in from)) return "thorough";
	const wishes = /* @__PURE__ */ new Map();
	const listed = [];
	for (const { from, as, depth } of requests) {
		const name = from.column;
		if (depth === void 0) wishes.set(name, (wishes.get(name) ?? /* @__PURE__ */ new Set()).add(as));
		else listed.push(name);
	}
	return new Map([...[...wishes].map(([name, wish]) => [name, declaredType(types.get(name), wish)]), ...listed.map((name) => [name, "VARCHAR"])]);
}
/** Text stays as it stands in the file (`007`); numbers do not depend on what the first rows looked like. */
function declaredType(sniffed, wish) {
	if (wish.has("string")) return "VARCHAR";
	const kind = kindOfType(sniffed);
	if (kind === "boolean") return sniffed;
	if (!wish.has("int64")) return "DOUBLE";
	return kind === "integer" || kind === "float" ? sniffed : "VARCHAR";
}
const expressionOf = ({ from }) => "sql" in from ? `(${from.sql}\n)` : quoteName(from.column);
async function describe(engine, source, reading, types, requests) {
	const from = source.from(reading);
	const faults = [];
	const expressions = [];
	for (const request of requests) {
		const x = expressionOf(request);
		if ("column" in request.from) {
			const name = request.from.column;
			const type = reading instanceof Map && reading.get(name) || types.get(name);
			const kind = request.depth === void 0 ? textKind(type, types.get(name)) : kindOfType(elementType(type).element);
			expressions.push({
				request,
				x,
				kind
			});
			continue;
		}
		try {
			const rows = await engine.rows(`DESCRIBE SELECT ${x} FROM ${from}`);
			expressions.push({
				request,
				x,
				kind: kindOfType(elementType(String(rows[0]?.[1])).element)
			});
		} catch (error) {
			faults.push(...holdoutFault(error, `The expression \`${clip(request.from.sql)}\``).faults);
		}
	}
	throwFaults(faults);
	return expressions;
}
const textKind = (type, sniffed) => type === "VARCHAR" && kindOfType(sniffed) === "boolean" ? "truth" : kindOfType(type);
function asText(source, types, requests) {
	const expressions = requests.map((request) => {
		const sniffed = types.get(request.from.column);
		return {
			request,
			x: expressionOf(request),
			kind: textKind("VARCHAR", sniffed)
		};
	});
	return {
		from: source.from("text"),
		expressions
	};
}
async function locate$1(engine, from, expressions) {
	const inner = expressions.map(({ x, kind, request }, i) => {
		return `CAST(${x} AS VARCHAR) AS v${i}, ${request.depth === void 0 ? misfit(x, kind, request.as) : "false"} AS b${i}`;
	});
	const outer = expressions.map((_, i) => `min(n) FILTER (b${i}), arg_min(v${i}, n) FILTER (b${i})`);
	const numbered = `SELECT row_number() OVER () AS n, ${inner.join(", ")} FROM ${from}`;
	const [found = []] = await engine.rows(`SELECT ${outer.join(", ")} FROM (${numbered})`);
	return expressions.flatMap(({ request }, i) => {
		const row = found[2 * i];
		return row == null ? [] : [misfitFault(request, Number(row), String(found[2 * i + 1]))];
	});
}
function misfitFault({ from, as }, row, value) {
	return {
		code: "column-type",
		message: `${"sql" in from ? `The expression \`${clip(from.sql)}\`` : `Column \`${clip(from.column)}\``} holds \`${clip(value)}\` in row ${row}, where ${WANTED[as]} is wanted.`,
		fix: "Correct the value, leave it empty where it is missing, or use another column."
	};
}
/** Why a read failed or ended early: the misfits when there are any, else DuckDB's words. */
async function explainRead(plan, subject, error) {
	const [first, ...rest] = await plan.locate().catch(() => []);
	if (first) return new FaultError([first, ...rest]);
	if (error) return holdoutFault(error, subject);
	return await plan.rehearse().then(() => null, (reason) => holdoutFault(reason, subject));
}
// src/adapters/duckdb/out-of-core/features.ts
/** SQL of a feature over the columns y (label) and `p` (a model's score), both DOUBLE without NULL. */
function featureSql(feature, p) {
	switch (feature.kind) {
		case "label": return "y";
		case "score": return p;
		case "squared-error": return `((${p} - y) * (${p} - y))`;
		case "absolute-error": return `abs(${p} - y)`;
		case "relative-error": return `(abs(${p} - y) / greatest(abs(y), ${number(feature.epsilon)}))`;
		case "log-loss": return logLoss(`least(greatest(${p}, ${number(feature.epsilon)}), ${number(1 - feature.epsilon)})`);
		case "right": return `(CASE WHEN (y = 1) = (${decided(feature, p)}) THEN 1.0::DOUBLE ELSE 0.0::DOUBLE END)`;
		case "cell": return `(CASE WHEN y = ${feature.truth} AND (${decided(feature, p)}) = ${feature.decision === 1} THEN 1.0::DOUBLE ELSE 0.0::DOUBLE END)`;
		case "label-spread": return `((y - ${number(feature.around)}) * (y - ${number(feature.around)}))`;
	}
}
const decided = ({ at, inclusive }, p) => `${p} ${inclusive ? ">=" : ">"} ${number(at)}`;
/** DuckDB has no log1p: −ln(1 − p) = −ln(u)·p/(1 − u) with u = 1 − p rounded (Goldberg 1991, theorem 4). */
const logLoss = (p) => `(CASE WHEN y = 1 THEN -ln(${p}) WHEN 1 - ${p} = 1 THEN ${p} ELSE -ln(1 - ${p}) * ${p} / (1 - (1 - ${p})) END)`;
/** To the bit; a bare decimal would be a DECIMAL, and integers must not meet in integer arithmetic. */
const number = (value) => `'${value}'::DOUBLE`;
// src/adapters/duckdb/out-of-core/areas.ts
/**
* Every row with the placement of `score` among the rows of the other class as `place`: see core/stats/placements.ts.
*
* Sorted upwards with negatives first among equals, a positive has behind it all negatives that are below or equal, and
* the sum at the first row of its tie is that of the negatives below: the mean of both counts ties half. Negatives
* see the positives above in the same way, sorted downwards. So no window looks ahead, none holds more than a sum
* (`EXPLAIN` says STREAMING_WINDOW), and memory is the sort's, which spills.
*/
function placed(from, score, keep, survey) {
	return [sweep(from, score, keep, {
		order: `${score}, y`,
		own: "y = 1",
		total: survey.negativeWeight
	}), sweep(from, score, keep, {
		order: `${score} DESC, y DESC`,
		own: "y = 0",
		total: survey.positiveWeight
	})].join("\nUNION ALL\n");
}
function sweep(from, score, keep, { order, own, total }) {
	const columns = [
		"y",
		"w",
		...keep
	].join(", ");
	const running = "OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
	return `SELECT ${columns}, (upto + below) / 2 / ${number(total)} AS place
    FROM (SELECT *, max(CASE WHEN fresh THEN before END) ${running} AS below
    FROM (SELECT *, coalesce(lag(upto) OVER (), 0) AS before
    FROM (SELECT *, sum(CASE WHEN ${own} THEN 0 ELSE w END) ${running} AS upto,
                 coalesce(lag(${score}) OVER () <> ${score}, true) AS fresh
    FROM (SELECT * FROM ${from} ORDER BY ${order}))))
    WHERE ${own}`;
}
/**
* `scores`: an item with columns y, w (positive), c, b (null column without a baseline) and g (with groups).
* Both classes are present. Writes two tables into the engine, which spill.
*/
async function areaSums(engine, scores, survey) {
	const keep = survey.groups ? ["g"] : [];
	if (!survey.baseline) {
		const rows = await engine.rows(`SELECT fsum(w * place) FROM (${placed(scores, "c", keep, survey)}) WHERE y = 1`);
		return {
			candidate: Number(rows[0][0]) / survey.positiveWeight,
			baseline: null,
			spread: null
		};
	}
	await engine.rows(`CREATE TABLE first_placed AS SELECT * RENAME (place AS first) FROM (${placed(scores, "c", [...keep, "b"], survey)})`);
	await engine.rows(`CREATE TABLE both_placed AS SELECT * RENAME (place AS second) FROM (${placed("first_placed", "b", [...keep, "first"], survey)})`);
	await engine.rows("DROP TABLE first_placed");
	const [[first, second] = []] = await engine.rows("SELECT fsum(w * first), fsum(w * second) FROM both_placed WHERE y = 1");
	const candidate = Number(first) / survey.positiveWeight;
	const baseline = Number(second) / survey.positiveWeight;
	const spread = await deviations(engine, candidate - baseline, survey);
	await engine.rows("DROP TABLE both_placed");
	return {
		candidate,
		baseline,
		spread
	};
}
/** Of a row: w/Σw of its class, times how much the difference of its placements deviates from that of the areas. */
async function deviations(engine, delta, survey) {
	const deviation = `w / (${`CASE WHEN y = 1 THEN ${number(survey.positiveWeight)} ELSE ${number(survey.negativeWeight)} END`}) * (first - second - ${number(delta)})`;
	if (!survey.groups) {
		const [negative, positive] = (await engine.rows(`SELECT y, count(*), fsum(d * d) FROM (SELECT y, ${deviation} AS d FROM both_placed) GROUP BY y ORDER BY y`)).map(([, units, squares]) => ({
			units: Number(units),
			squares: Number(squares)
		}));
		return {
			positive,
			negative,
			across: 0
		};
	}
	const grouped = `SELECT fsum(d) FILTER (y = 1) AS p, fsum(d) FILTER (y = 0) AS n
    FROM (SELECT g, y, ${deviation} AS d FROM both_placed) GROUP BY g`;
	const [[positives, positiveSquares, negatives, negativeSquares, across] = []] = await engine.rows(`SELECT count(p), fsum(p * p), count(n), fsum(n * n), fsum(p * n) FROM (${grouped})`);
	return {
		positive: {
			units: Number(positives),
			squares: Number(positiveSquares ?? 0)
		},
		negative: {
			units: Number(negatives),
			squares: Number(negativeSquares ?? 0)
		},
		across: Number(across ?? 0)
	};
}
// src/adapters/duckdb/out-of-core/survey.ts
/** The first pass over a scores table that is not held in memory: counts, totals, and whether every value is fit. */
/** SQL conditions of values that are there and not fit, over y, c, b and w. */
const UNFIT = [
	[
		"label",
		(task) => task === "binary" ? "y NOT IN (0, 1)" : "NOT isfinite(y)",
		"y"
	],
	[
		"weight",
		() => "(NOT isfinite(w) OR w < 0)",
		"w"
	],
	[
		"candidate",
		() => "NOT isfinite(c)",
		"c"
	],
	[
		"baseline",
		() => "NOT isfinite(b)",
		"b"
	],
	[
		"candidate-outside",
		() => "(isfinite(c) AND (c < 0 OR c > 1))",
		"c"
	],
	[
		"baseline-outside",
		() => "(isfinite(b) AND (b < 0 OR b > 1))",
		"b"
	]
];
const ROLES$1 = [
	["label", "y"],
	["candidate", "c"],
	["baseline", "b"],
	["weight", "w"],
	["group", "g"]
];
/** `from`: an item with columns y, c, b, w, g; those of roles that are null are constants. Throws `value-missing`. */
async function survey$1(engine, from, columns, task, missing) {
	const present = ROLES$1.filter(([role]) => columns[role] !== null);
	const unfit = UNFIT.filter(([kind]) => columns[kind.replace("-outside", "")] !== null);
	const counts = [
		"count(*)",
		"count(*) FILTER (w > 0)",
		"count(*) FILTER (y = 1)",
		"count(*) FILTER (y = 0 AND w > 0)",
		"fsum(w) FILTER (w > 0)",
		"fsum(w) FILTER (w > 0 AND y = 1)",
		"fsum(w) FILTER (w > 0 AND y = 0)",
		"fsum(w * y) FILTER (w > 0)",
		"min(y) FILTER (w > 0)",
		"max(y) FILTER (w > 0)",
		...present.map(([, x]) => `count(*) - count(${x})`),
		...unfit.map(([, condition]) => `count(*) FILTER (${condition(task)})`)
	];
	const [found = []] = await engine.rows(`SELECT ${counts.join(", ")} FROM ${from}`);
	const [rows, used, ones, zeros, weight, positiveWeight, negativeWeight, labelSum, least, most] = found.slice(0, 10).map((value) => Number(value ?? 0));
	const gaps = present.filter((_, i) => Number(found[10 + i]) > 0);
	if (gaps.length > 0) {
		const places = await locate(engine, from, gaps.map(([, x]) => [`${x} IS NULL`, "NULL"]));
		throwFaults(gaps.map(([role], i) => missing(role, columns[role], places[i].row)));
	}
	const bad = unfit.filter((_, i) => Number(found[10 + present.length + i]) > 0);
	const places = bad.length > 0 ? await locate(engine, from, bad.map(([, of, x]) => [of(task), x])) : [];
	return {
		rows,
		used,
		ones,
		zeros,
		weight,
		positiveWeight,
		negativeWeight,
		labels: {
			least,
			most,
			mean: labelSum / weight
		},
		groups: columns.group === null ? null : await countGroups(engine, from),
		baseline: columns.baseline !== null,
		weighted: columns.weight !== null,
		offenders: bad.map(([kind], i) => ({
			kind,
			...places[i]
		}))
	};
}
async function countGroups(engine, from) {
	const [[all, used] = []] = await engine.rows(`SELECT count(*), count(*) FILTER (counts) FROM (SELECT bool_or(w > 0) AS counts FROM ${from} GROUP BY g)`);
	return {
		all: Number(all),
		used: Number(used)
	};
}
/** The first row of each condition, from 1, and its value. */
async function locate(engine, from, wanted) {
	const list = wanted.map(([condition, value]) => {
		return `min(n) FILTER (${condition}), CAST(arg_min(${value}, n) FILTER (${condition}) AS VARCHAR)`;
	});
	const [found = []] = await engine.rows(`SELECT ${list.join(", ")} FROM (SELECT row_number() OVER () AS n, * FROM ${from})`);
	return wanted.map((_, i) => ({
		row: Number(found[2 * i]),
		value: readNumber(String(found[2 * i + 1]))
	}));
}
const readNumber = (text) => Number(text.replace(/^(-?)inf$/i, "$1Infinity"));
// src/adapters/duckdb/out-of-core/open.ts
/** A scores table of any size: sums over it by DuckDB, which spills what does not fit. */
const ROLES = [
	"label",
	"candidate",
	"baseline",
	"weight",
	"group"
];
const LETTERS = {
	label: "y",
	candidate: "c",
	baseline: "b",
	weight: "w",
	group: "g"
};
const ABSENT = {
	baseline: "NULL::DOUBLE",
	weight: "1.0::DOUBLE",
	group: "NULL"
};
/** Throws as reading into memory does: `column-missing`, `column-type`, and those of the files. */
async function openScoreSums(parts, source, columns) {
	const engine = await openEngine(parts, { bounded: true });
	try {
		const resolved = await resolveSource(engine, source);
		const known = (await engine.rows(`DESCRIBE SELECT * FROM ${resolved.from("sniffed")}`).catch((error) => {
			throw holdoutFault(error, resolved.subject);
		})).map(([name, type]) => ({
			name: String(name),
			type: String(type)
		}));
		const roles = ROLES.filter((role) => columns[role] !== null);
		throwFaults(roles.flatMap((role) => missingColumn$1(role, columns[role], known)));
		const plan = await planRead(engine, resolved, known, roles.map((role) => {
			const column = columns[role];
			const type = known.find(({ name }) => name === column).type;
			const whole = kindOfType(type) === "integer";
			return {
				from: { column },
				as: role !== "group" ? "float64" : whole ? "int64" : "string"
			};
		}));
		const constants = [
			"baseline",
			"weight",
			"group"
		].filter((role) => columns[role] === null).map((role) => `${ABSENT[role]} AS ${LETTERS[role]}`);
		const named = roles.map((role) => LETTERS[role]).join(", ");
		const all = `(SELECT * REPLACE (${columns.baseline === null ? "c + 0 AS c" : "c + 0 AS c, b + 0 AS b"}) FROM (SELECT ${["*", ...constants].join(", ")} FROM (${plan.sql}) AS t(${named})))`;
		const used = `(SELECT * FROM ${all} WHERE w > 0)`;
		const explained = async (work) => {
			try {
				return await work;
			} catch (error) {
				throw spillFault(error) ?? await explainRead(plan, resolved.subject, error);
			}
		};
		return {
			survey: (task) => explained(survey$1(engine, all, columns, task, missingValueAt)),
			means: (features, known) => explained(means(engine, used, features, known)),
			moments: (linears, known) => explained(moments(engine, used, linears, known)),
			areas: (known) => explained(areaSums(engine, used, known)),
			[Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]()
		};
	} catch (error) {
		await engine[Symbol.asyncDispose]();
		throw error;
	}
}
async function means(engine, from, features, { weight, baseline }) {
	if (features.length === 0) return [];
	const sums = features.flatMap((feature) => {
		const c = featureSql(feature, "c");
		if (!baseline) return [`fsum(w * ${c})`];
		const b = featureSql(feature, "b");
		return [
			`fsum(w * ${c})`,
			`fsum(w * ${b})`,
			`bool_and(${c} IN (0, 1) AND ${b} IN (0, 1))`,
			`count(*) FILTER (${c} = 1 AND ${b} = 0)`,
			`count(*) FILTER (${c} = 0 AND ${b} = 1)`
		];
	});
	const [found = []] = await engine.rows(`SELECT ${sums.join(", ")} FROM ${from}`);
	const width = baseline ? 5 : 1;
	return features.map((_, i) => {
		const [c, b, answers, candidateOnly, baselineOnly] = found.slice(i * width, (i + 1) * width);
		return {
			candidate: Number(c) / weight,
			baseline: baseline ? Number(b) / weight : null,
			discordant: answers ? {
				candidateOnly: Number(candidateOnly),
				baselineOnly: Number(baselineOnly)
			} : null
		};
	});
}
async function moments(engine, from, linears, { groups }) {
	if (linears.length === 0) return [];
	const terms = linears.map(({ terms }) => {
		return `w * (0 ${terms.map(({ feature, model, factor, mean }) => {
			const x = `(${featureSql(feature, model === "candidate" ? "c" : "b")} - ${number(mean)})`;
			return factor === 1 ? `+ ${x}` : `+ ${number(factor)} * ${x}`;
		}).join(" ")})`;
	});
	const inner = terms.map((term, i) => groups ? `fsum(${term}) AS d${i}` : `${term} AS d${i}`);
	const outer = terms.map((_, i) => `fsum(d${i} * d${i}), fsum(d${i} * d${i} * d${i})`);
	const [found = []] = await engine.rows(`SELECT ${outer.join(", ")} FROM (SELECT ${inner.join(", ")} FROM ${from}${groups ? " GROUP BY g" : ""})`);
	return linears.map((_, i) => ({
		squares: Number(found[2 * i]),
		cubes: Number(found[2 * i + 1])
	}));
}
/** Null when memory and disk are not what failed. */
function spillFault(error) {
	const words = error instanceof Error ? error.message : String(error);
	if (!/Out of Memory Error|max_temp_directory_size|No space left/i.test(words)) return null;
	return fault("file-unwritable", "There is not enough room to evaluate these scores out of core.", {
		fix: "It takes some 60 bytes a row in the folder for temporary files: point TMPDIR to a disk with that much room.",
		details: words.slice(0, 2e3)
	});
}
// src/adapters/duckdb/write-scores.ts
/** The scores table (design, section 2) as Parquet. */
/** DuckDB's vector size, the most that one data chunk takes. */
const CHUNK_ROWS = 2048;
/**
* Columns: `row` (BIGINT from 0), `label`, `weight`, `candidate`, `baseline` (DOUBLE; with classes
* `candidate_0` and so on), `group`, `item` and those of slices (VARCHAR), those that the first batch has; rows are numbered from `first`. Written beside `path` and renamed at the end. Throws `file-unwritable`.
*/
async function writeScores(parts, path, batches, first = 0) {
	try {
		var _usingCtx$8 = _usingCtx();
		const engine = _usingCtx$8.a(await openEngine(parts));
		const rows = await collect(engine, batches, first);
		await copyTo(engine, "scores", path);
		return rows;
	} catch (_) {
		_usingCtx$8.e = _;
	} finally {
		await _usingCtx$8.d();
	}
}
/** `from` is a FROM item, and its order stays. Throws `file-unwritable`. */
async function copyTo(engine, from, path) {
	const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
	try {
		await makeFolder(dirname(path));
		await engine.rows(`COPY (FROM ${from}) TO ${quoteText(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => {});
		throw unwritable(path, error);
	}
}
function unwritable(path, error) {
	const [words = ""] = error.message.split("\n");
	return fault("file-unwritable", `Cannot write ${clip(path, 200)}: ${clip(words, 300)}`, { fix: "Choose a folder that can be written, with room on the disk." });
}
async function collect(engine, batches, first) {
	let rows = 0;
	let sink = null;
	for await (const batch of batches) {
		sink ??= await createSink(engine, batch);
		for (let from = 0; from < batch.label.length; from += CHUNK_ROWS) {
			const count = Math.min(CHUNK_ROWS, batch.label.length - from);
			sink.appender.appendDataChunk(chunkOf(engine.api, sink.columns, batch, from, count, first + rows + from));
		}
		rows += batch.label.length;
	}
	if (!sink) throw fault("holdout-empty", "There are no rows to score.");
	sink.appender.closeSync();
	return rows;
}
async function createSink(engine, batch) {
	const columns = columnsOf(batch);
	const definition = columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(", ");
	await engine.rows(`CREATE TABLE scores (${definition})`);
	return {
		columns,
		appender: await (await engine.connect()).createAppender("scores")
	};
}
/** Those that this batch has, and so every batch after it. */
function columnsOf(batch) {
	const { classes, slices = [] } = batch;
	const scores = (name) => batch[name] === null ? [] : classes === void 0 ? [numbers(name)] : Array.from({ length: classes }, (_, k) => classColumn(name, k));
	return [
		{
			name: "row",
			type: "BIGINT",
			fill(vector, _batch, _from, count, first) {
				const { buffer, byteOffset } = vector.items;
				const halves = new Uint32Array(buffer, byteOffset, 2 * count);
				for (let j = 0; j < count; j++) {
					halves[2 * j] = first + j;
					halves[2 * j + 1] = Math.floor((first + j) / 2 ** 32);
				}
			}
		},
		numbers("label"),
		...batch.weight === null ? [] : [numbers("weight")],
		...batch.group === null ? [] : [text$1("group", (one) => one.group)],
		...batch.item ? [text$1("item", (one) => one.item)] : [],
		...slices.map(({ name }, i) => text$1(name, (one) => one.slices[i].values)),
		...scores("candidate"),
		...scores("baseline")
	];
}
const itemsOf = (vector) => vector.items;
const numbers = (name) => ({
	name,
	type: "DOUBLE",
	fill: (vector, batch, from, count) => itemsOf(vector).set(batch[name].subarray(from, from + count))
});
const classColumn = (name, k) => ({
	name: `${name}_${k}`,
	type: "DOUBLE",
	fill(vector, batch, from, count) {
		const items = itemsOf(vector);
		for (let j = 0; j < count; j++) items[j] = batch[name][(from + j) * batch.classes + k];
	}
});
const text$1 = (name, valuesOf) => ({
	name,
	type: "VARCHAR",
	fill(vector, batch, from, count) {
		const values = valuesOf(batch);
		for (let j = 0; j < count; j++) vector.setItem(j, values[from + j]);
	}
});
function chunkOf(api, columns, batch, from, count, first) {
	const chunk = api.DuckDBDataChunk.create(columns.map(({ type }) => api[type]), count);
	for (const [i, column] of columns.entries()) {
		const vector = chunk.getColumnVector(i);
		column.fill(vector, batch, from, count, first);
		vector.flush();
	}
	return chunk;
}
// src/adapters/duckdb/parts.ts
/** Parts of a scores table, each a file that is there only when it is whole. */
const fileOf = (index) => `${String(index).padStart(6, "0")}.parquet`;
async function openParts(parts, folder, key) {
	const kept = join(folder, key);
	for (const other of await readdir(folder).catch(() => [])) if (other !== key) await rm(join(folder, other), {
		recursive: true,
		force: true
	});
	const names = await readdir(kept).catch(() => []);
	for (const name of names) if (name.endsWith(".tmp")) await rm(join(kept, name), { force: true });
	return {
		finished: new Set(names.flatMap((name) => /^\d{6}\.parquet$/.test(name) ? [Number.parseInt(name, 10)] : [])),
		write: (index, batches, first) => writeScores(parts, join(kept, fileOf(index)), batches, first),
		async join(path, count) {
			try {
				var _usingCtx$7 = _usingCtx();
				await copyTo(_usingCtx$7.a(await openEngine(parts)), `read_parquet(${quoteList(Array.from({ length: count }, (_, index) => join(kept, fileOf(index))))})`, path);
				await rm(folder, {
					recursive: true,
					force: true
				});
			} catch (_) {
				_usingCtx$7.e = _;
			} finally {
				await _usingCtx$7.d();
			}
		}
	};
}
// src/adapters/duckdb/lists.ts
/** Bit by bit whether there is a value; null when there is everywhere. */
function validBits(vector) {
	const { validity } = vector;
	const words = validity.data;
	return words === null ? null : new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
const isSet = (bits, at) => (bits[at >> 3] >> (at & 7) & 1) === 1;
const ARRAYS = {
	float64: Float64Array,
	float32: Float32Array,
	int64: BigInt64Array
};
function createListColumn(as, depth) {
	const lengths = Array.from({ length: depth }, () => []);
	const rows = [];
	const holes = [];
	const texts = [];
	const pieces = [];
	let total = 0;
	/** Lists `from` to `from + count` of a vector, which lie in its child one after another, but perhaps with gaps. */
	const walk = (vector, level, from, count) => {
		const bits = validBits(vector);
		const child = vector.childVector;
		for (let i = from; i < from + count; i++) {
			const there = bits === null || isSet(bits, i);
			const length = there ? vector.getEntryLength(i) : 0;
			lengths[level].push(length);
			if (level === 0) rows.push(there ? 1 : 0);
			if (length === 0) continue;
			const start = vector.getEntryOffset(i);
			if (level + 1 < depth) walk(child, level + 1, start, length);
			else copy(child, start, length);
		}
	};
	const copy = (leaf, start, length) => {
		const bits = validBits(leaf);
		if (bits) {
			for (let i = 0; i < length; i++) if (!isSet(bits, start + i)) holes.push(total + i);
		}
		if (as === "string") for (let i = 0; i < length; i++) texts.push(String(leaf.getItem(start + i) ?? ""));
		else {
			const { items } = leaf;
			pieces.push(items.slice(start, start + length));
		}
		total += length;
	};
	return {
		append: (vector, from, count) => walk(vector, 0, from, count),
		values() {
			const valid = holes.length === 0 ? null : new Uint8Array(total).fill(1);
			for (const at of holes) valid[at] = 0;
			return {
				data: as === "string" ? texts : joined(new ARRAYS[as](total), pieces),
				valid,
				lists: {
					lengths: lengths.map((each) => Int32Array.from(each)),
					valid: rows.includes(0) ? Uint8Array.from(rows) : null
				}
			};
		}
	};
}
function joined(into, pieces) {
	let at = 0;
	for (const piece of pieces) {
		into.set(piece, at);
		at += piece.length;
	}
	return into;
}
// src/adapters/duckdb/read.ts
const ALLOCATE = {
	float64: (rows) => new Float64Array(rows),
	float32: (rows) => new Float32Array(rows),
	int64: (rows) => new BigInt64Array(rows),
	string: (rows) => new Array(rows).fill("")
};
async function* readBatches(engine, plan, requests, batchRows, span, subject) {
	const connection = await engine.connect();
	let { first } = span;
	const end = first + span.rows;
	let filled = 0;
	let columns = [];
	let ahead = null;
	try {
		await connection.run(`SET streaming_buffer_size='16MiB'`);
		const result = await connection.stream(plan.sql);
		ahead = result.fetchChunk();
		for (let chunk = await ahead; chunk?.rowCount; chunk = await ahead) {
			ahead = result.fetchChunk();
			ahead.catch(() => {});
			for (let from = 0; from < chunk.rowCount;) {
				const room = Math.min(batchRows, end - first);
				if (room <= 0) throw changed(subject, end);
				if (filled === 0) columns = requests.map((request, i) => emptied(columns[i], request, room));
				const count = Math.min(room - filled, chunk.rowCount - from);
				copyChunk(chunk, from, count, columns, filled);
				from += count;
				filled += count;
				if (filled < room) continue;
				yield {
					first,
					rows: filled,
					columns: columns.map(({ lists, data, valid }) => lists?.values() ?? {
						data,
						valid
					})
				};
				first += filled;
				filled = 0;
			}
		}
	} catch (error) {
		throw await explainRead(plan, subject, error);
	} finally {
		await ahead?.catch(() => {});
		connection.closeSync();
	}
	if (first === end) return;
	throw await explainRead(plan, subject, null) ?? changed(subject, end);
}
const changed = (subject, total) => fault("holdout-unreadable", `${subject} gave ${total} rows when counted and another number when read.`, { fix: "Do not change the files meanwhile, and seed or drop random sampling in a query." });
/** The column of the batch before, to be filled again; text is made anew, for strings are what costs there. */
function emptied(before, request, rows) {
	const { as } = request;
	const width = "side" in request ? request.side.length : 1;
	if ("depth" in request && request.depth !== void 0) return {
		data: [],
		valid: null,
		lists: createListColumn(as, request.depth),
		width
	};
	return {
		data: before && as !== "string" && before.data.length === rows * width ? before.data : ALLOCATE[as](rows * width),
		valid: null,
		width
	};
}
function copyChunk(chunk, from, count, columns, to) {
	for (const [i, column] of columns.entries()) {
		const vector = chunk.getColumnVector(i);
		const { lists, width } = column;
		if (lists) lists.append(vector, from, count);
		else if (width === 1) copyVector(vector, from, count, column, to);
		else copySides(vector, from, count, column, to);
	}
}
/** Lists of `width` values: in one piece where they lie one after another, which they do unless rows were left out. */
function copySides(vector, from, count, column, to) {
	const { width } = column;
	const { entryData } = vector;
	const words = new Uint32Array(entryData.buffer, entryData.byteOffset + 16 * from, 4 * count);
	for (let row = 0; row < count;) {
		const start = words[4 * row];
		let next = row + 1;
		while (next < count && words[4 * next] === start + (next - row) * width) next++;
		copyVector(vector.childVector, start, (next - row) * width, column, (to + row) * width);
		row = next;
	}
}
function copyVector(vector, from, count, column, to) {
	const { data } = column;
	if (Array.isArray(data)) for (let i = 0; i < count; i++) data[to + i] = String(vector.getItem(from + i) ?? "");
	else {
		const { items } = vector;
		data.set(items.subarray(from, from + count), to);
	}
	const bits = validBits(vector);
	if (bits === null) return;
	for (let i = 0; i < count; i++) {
		if (isSet(bits, from + i)) continue;
		column.valid ??= new Uint8Array(data.length).fill(1);
		column.valid[to + i] = 0;
	}
}
// src/adapters/duckdb/table.ts
/** Throws `file-missing`, `file-empty`, `file-kind`, `holdout-unreadable`, `holdout-empty`. */
async function openTable(parts, source) {
	const engine = await openEngine(parts);
	try {
		const resolved = await resolveSource(engine, source);
		const { columns, rows } = await survey(engine, resolved);
		if (rows === 0) throw fault("holdout-empty", `${resolved.subject} has a header and no rows.`, { fix: "Point the holdout at data with at least one row." });
		return {
			columns,
			rows,
			async *read(requests, batchRows, span = {
				first: 0,
				rows
			}) {
				const part = span.rows === rows ? null : span;
				const plan = await planRead(engine, resolved, columns, requests, part);
				yield* readBatches(engine, plan, requests, batchRows, span, resolved.subject);
			},
			[Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]()
		};
	} catch (error) {
		await engine[Symbol.asyncDispose]();
		throw error;
	}
}
async function survey(engine, source) {
	const from = source.from("sniffed");
	try {
		const described = await engine.rows(`DESCRIBE SELECT * FROM ${from}`);
		const [[count] = []] = await engine.rows(`SELECT count(*) FROM ${from}`);
		return {
			columns: described.map(([name, type]) => ({
				name: String(name),
				type: String(type)
			})),
			rows: Number(count)
		};
	} catch (error) {
		throw await explainSurvey(engine, source, error);
	}
}
/** The sniffer gives up without a line number; a plain parse under the header's names knows it. */
async function explainSurvey(engine, source, error) {
	if (error instanceof Error && error.message.includes("sniffing") && source.probe) try {
		await engine.rows(`SELECT count(*) FROM ${source.probe}`);
	} catch (reason) {
		return holdoutFault(reason, source.subject);
	}
	return holdoutFault(error, source.subject);
}
// src/adapters/duckdb/tables.ts
/**
* Tables by DuckDB. Nothing is loaded before the first call.
* `natives` gives the directory whose `node_modules` holds `@duckdb/node-api`, or throws `runtime-unavailable`.
* `memory`: bytes that each open table's DuckDB may hold.
*/
function createTables(options) {
	let loading = null;
	const load = () => {
		loading ??= options.natives().then((directory) => ({
			api: loadDuckDB(directory),
			decode: options.decode,
			memory: options.memory
		}));
		return loading;
	};
	return {
		open: async (source) => await openTable(await load(), source),
		writeScores: async (path, batches, first) => await writeScores(await load(), path, batches, first),
		openParts: async (folder, key) => await openParts(await load(), folder, key),
		async readScores(source, columns) {
			try {
				var _usingCtx$6 = _usingCtx();
				return await readScoreTable(_usingCtx$6.a(await openTable(await load(), source)), columns);
			} catch (_) {
				_usingCtx$6.e = _;
			} finally {
				await _usingCtx$6.d();
			}
		},
		joinScores: async (...tables) => await joinScores(await load(), ...tables),
		openScoreSums: async (source, columns) => await openScoreSums(await load(), source, columns),
		async measureScores(source) {
			try {
				var _usingCtx3 = _usingCtx();
				const table = _usingCtx3.a(await openTable(await load(), source));
				return {
					rows: table.rows,
					fits: fitsMemory(table.rows)
				};
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		},
		profile: async (source, columns) => await profile(await load(), source, columns),
		compareColumns: async (...compared) => await compareColumns(await load(), ...compared),
		countShared: async (source, other, columns) => await countShared(await load(), source, other, columns),
		async identify(source) {
			try {
				var _usingCtx4 = _usingCtx();
				const engine = _usingCtx4.a(await openEngine(await load()));
				if ("query" in source) {
					const { digest, ...found } = await identifyQuery(engine, source.query);
					return {
						...found,
						digest: identifySelection(digest, source)
					};
				}
				const files = await expandPatterns(engine, source.files, source.install ?? false);
				return {
					digest: identifySelection(await identifyFiles(engine, files), source),
					files,
					open: null
				};
			} catch (_) {
				_usingCtx4.e = _;
			} finally {
				await _usingCtx4.d();
			}
		}
	};
}
// src/adapters/external-files/hasher.ts
/** Hashes of pieces of memory, in their order. */
const PIECE_BYTES = 2 ** 20;
/** Handing a piece over takes two messages: of larger pieces there are fewer. One is read, one waits, one is hashed. */
const HANDED_BYTES = 2 ** 22;
const PIECES = 3;
/** For short files, which are hashed before a thread has started. */
function hashHere(names) {
	const hashes = names.map((name) => [name, createHash(name)]);
	const memory = Array.from({ length: 2 }, () => new Uint8Array(PIECE_BYTES));
	return {
		memory,
		push(piece, length) {
			for (const [, hash] of hashes) hash.update(memory[piece].subarray(0, length));
		},
		free: async () => {},
		digests: async () => Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest("hex")])),
		async [Symbol.asyncDispose]() {}
	};
}
const THREAD = `const { parentPort, workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const hashes = workerData.names.map((name) => [name, createHash(name)]);
parentPort.on('message', ({ piece, length }) => {
  const bytes = piece === null ? null : workerData.memory[piece].subarray(0, length);
  const digests = hashes.map(([name, hash]) => [name, bytes ? hash.update(bytes) && '' : hash.digest('hex')]);
  parentPort.postMessage({ piece, digests: Object.fromEntries(digests) });
});`;
const SMALL = {
	maxOldGenerationSizeMb: 8,
	maxYoungGenerationSizeMb: 1
};
/** On a thread of its own, so that whoever reads the file has time to look at what is in it. */
function hashBeside(names) {
	const memory = Array.from({ length: PIECES }, () => new Uint8Array(new SharedArrayBuffer(HANDED_BYTES)));
	const thread = new Worker(THREAD, {
		eval: true,
		workerData: {
			memory,
			names
		},
		resourceLimits: SMALL
	});
	const asked = /* @__PURE__ */ new Map();
	const busy = /* @__PURE__ */ new Map();
	const ask = (piece, length) => new Promise((resolve, reject) => {
		asked.set(piece, {
			resolve,
			reject
		});
		thread.postMessage({
			piece,
			length
		});
	});
	thread.on("message", ({ piece, digests }) => asked.get(piece)?.resolve(digests));
	thread.on("error", (error) => {
		for (const { reject } of asked.values()) reject(error);
	});
	return {
		memory,
		push(piece, length) {
			const done = ask(piece, length);
			done.catch(() => {});
			busy.set(piece, done);
		},
		async free(piece) {
			await busy.get(piece);
		},
		digests: () => ask(null, 0),
		async [Symbol.asyncDispose]() {
			await thread.terminate();
		}
	};
}
// src/adapters/external-files/scan.ts
/** Starting a thread takes as long as hashing this much. */
const LONG_FILE = 64 * 2 ** 20;
/** Hashes of an open file that is read once; null when it ends before the size it had. */
async function scanFile(handle, visit, hashes) {
	try {
		var _usingCtx$5 = _usingCtx();
		const { size } = await handle.stat();
		const hasher = _usingCtx$5.a(size > LONG_FILE && hashes.length > 0 ? hashBeside(hashes) : hashHere(hashes));
		const { memory } = hasher;
		let reading = fill(handle, memory[0], 0);
		try {
			let at = 0;
			for (let turn = 0; at < size; turn++) {
				const piece = turn % memory.length;
				const length = await reading;
				if (length === 0) return null;
				hasher.push(piece, length);
				reading = fillNext(handle, hasher, (turn + 1) % memory.length, at + length);
				visit?.(memory[piece].subarray(0, length), at);
				at += length;
			}
			return await hasher.digests();
		} finally {
			await reading.catch(() => {});
		}
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
async function fillNext(handle, hasher, piece, at) {
	await hasher.free(piece);
	return fill(handle, hasher.memory[piece], at);
}
/** Fills the piece, unless the file ends; the number of bytes. */
async function fill(handle, piece, at) {
	let done = 0;
	while (done < piece.length) {
		const { bytesRead } = await handle.read(piece, done, piece.length - done, at + done);
		if (bytesRead === 0) break;
		done += bytesRead;
	}
	return done;
}
// src/adapters/external-files/files.ts
const HEAD_BYTES = 1024;
const NOTHING = {
	symlink: false,
	inside: true,
	links: 0,
	size: 0,
	file: "",
	head: /* @__PURE__ */ new Uint8Array()
};
/** The files beside the model at `modelPath`. The model itself may be a link: its real folder counts. */
function createExternalFiles(modelPath, known = /* @__PURE__ */ new Map()) {
	const folder = async () => dirname(await realpath(modelPath));
	/** Looked at again, as the file may have been changed since `inspect`. */
	const place = async (location) => {
		const base = await folder();
		const real = await realpath(join(base, location));
		return isInside(base, real) ? real : null;
	};
	return {
		async inspect(location) {
			const base = await folder();
			const path = join(base, location);
			try {
				const symlink = await passesLink(base, location);
				const real = await realpath(path);
				const inside = isInside(base, real);
				const stat = await lstat(real);
				if (stat.isDirectory()) return {
					...NOTHING,
					kind: "folder",
					symlink,
					inside
				};
				if (!stat.isFile()) return {
					...NOTHING,
					kind: "other",
					symlink,
					inside
				};
				const head = inside ? await readRange(real, 0, HEAD_BYTES) : /* @__PURE__ */ new Uint8Array();
				const file = `${stat.dev}:${stat.ino}`;
				return {
					kind: "regular",
					symlink,
					inside,
					links: stat.nlink,
					size: stat.size,
					file,
					head
				};
			} catch (error) {
				return {
					...NOTHING,
					kind: isMissing(error) ? "missing" : "unreadable"
				};
			}
		},
		async read(location, offset, length) {
			const real = await place(location);
			return real === null ? /* @__PURE__ */ new Uint8Array() : readRange(real, offset, length);
		},
		async scan(location, visit, hashes) {
			try {
				var _usingCtx$4 = _usingCtx();
				const real = await place(location);
				if (real === null) return null;
				const handle = _usingCtx$4.a(await openSafely(real));
				const { dev, ino, size, mtimeNs, ctimeNs } = await handle.stat({ bigint: true });
				const version = [
					dev,
					ino,
					size,
					mtimeNs,
					ctimeNs
				].join(" ");
				const before = known.get(version) ?? {};
				const wanted = hashes.filter((name) => before[name] === void 0);
				if (visit === null && wanted.length === 0) return before;
				const found = await scanFile(handle, visit, wanted);
				if (found === null) return null;
				known.set(version, {
					...before,
					...found
				});
				return {
					...before,
					...found
				};
			} catch (_) {
				_usingCtx$4.e = _;
			} finally {
				await _usingCtx$4.d();
			}
		}
	};
}
function isInside(base, real) {
	const way = relative(base, real);
	return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
async function passesLink(base, location) {
	let path = base;
	for (const part of location.split(/[/\\]/)) {
		path = join(path, part);
		if ((await lstat(path)).isSymbolicLink()) return true;
	}
	return false;
}
/** O_NOFOLLOW and O_NONBLOCK: a link or a pipe put there in the meantime is an error, not a trap. */
const openSafely = (path) => open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
async function readRange(path, offset, length) {
	try {
		var _usingCtx3 = _usingCtx();
		const handle = _usingCtx3.a(await openSafely(path));
		const { size } = await handle.stat();
		const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
		let done = 0;
		while (done < bytes.length) {
			const { bytesRead } = await handle.read(bytes, done, bytes.length - done, offset + done);
			if (bytesRead === 0) break;
			done += bytesRead;
		}
		return bytes.subarray(0, done);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
const isMissing = (error) => ["ENOENT", "ENOTDIR"].includes(error.code ?? "");
// src/adapters/http/arrived.ts
/** What has come of a file so far, over several tries. Hashed as it comes. Dispose removes what nobody took. */
var Arrived = class Arrived {
	path;
	bytes = 0;
	/** Whether a chunk went past the limit. */
	tooMany = false;
	handle;
	mostBytes;
	sha256 = createHash("sha256");
	md5 = null;
	/** The strong ETag, else the date, by which the server knows the same version again. */
	validator = null;
	open = true;
	constructor(path, handle, mostBytes, md5) {
		if (md5) this.md5 = createHash("md5");
		this.path = path;
		this.handle = handle;
		this.mostBytes = mostBytes;
	}
	static async open(path, mostBytes, md5) {
		return new Arrived(path, await open(path, "wx"), mostBytes, md5);
	}
	/** Asks for the rest, but only of the same version (RFC 9110, sections 13.1.5 and 14.2). */
	rangeHeaders() {
		if (this.bytes === 0 || this.validator === null) return {};
		return {
			range: `bytes=${this.bytes}-`,
			"if-range": this.validator
		};
	}
	/** Size of the whole file, where the server says it. Starts anew unless the answer continues what is here. */
	async begin(status, headers) {
		const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "");
		const continues = status === 206 && range !== null && Number(range[1]) === this.bytes;
		if (!continues) {
			await this.restart();
			if (status === 206) throw new Error("it sent another part than was asked for");
		}
		const { etag } = headers;
		this.validator = etag && !etag.startsWith("W/") ? etag : headers["last-modified"] ?? null;
		const length = headers["content-length"];
		const expected = (continues && range[2] !== "*" ? Number(range[2]) : null) ?? (length === void 0 ? null : this.bytes + Number(length));
		if (expected !== null && expected > this.mostBytes) this.refuse();
		return expected;
	}
	async add(chunk) {
		if (this.bytes + chunk.length > this.mostBytes) this.refuse();
		this.sha256.update(chunk);
		this.md5?.update(chunk);
		await this.handle.write(chunk, 0, chunk.length, this.bytes);
		this.bytes += chunk.length;
	}
	async restart() {
		await this.handle.truncate(0);
		this.bytes = 0;
		this.sha256 = createHash("sha256");
		if (this.md5) this.md5 = createHash("md5");
	}
	async finish() {
		await this.close();
		return {
			sha256: this.sha256.digest("hex"),
			md5: this.md5?.digest("hex") ?? null
		};
	}
	async [Symbol.asyncDispose]() {
		await this.close();
		await rm(this.path, { force: true });
	}
	async close() {
		if (this.open) await this.handle.close();
		this.open = false;
	}
	refuse() {
		this.tooMany = true;
		throw new Error("too many bytes");
	}
};
// src/adapters/http/client.ts
const MAX_REDIRECTS = 5;
/**
* Sends it once and follows redirects, to which `own` headers go only within one origin, `every` ones always.
* Proxies: HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the process. The caller drains or destroys the body.
* @param idle Milliseconds without a byte after which a server counts as gone.
*/
async function send(request, every, idle) {
	const client = new HttpClient("onnx-gate", [], {
		allowRedirects: false,
		socketTimeout: idle
	});
	let result;
	try {
		result = await follow$1(client, request, every);
		return result;
	} finally {
		if (result?.ok) result.body.once("close", () => client.dispose());
		else client.dispose();
	}
}
async function follow$1(client, request, every) {
	const first = new URL(request.url);
	let url = first;
	const own = await request.headers?.() ?? {};
	for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
		const headers = {
			connection: "close",
			...every,
			...url.origin === first.origin && own
		};
		const answer = await ask(client, url, headers, hop === 0 ? request.body : void 0);
		if ("ok" in answer) return answer;
		const status = answer.statusCode ?? 0;
		if (status >= 200 && status < 300) return {
			ok: true,
			status,
			body: answer
		};
		const { location } = answer.headers;
		if (status < 300 || status > 399 || !location) return refused$2(url, status, answer);
		answer.destroy();
		const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
		if (!next || !(next.protocol === "https:" || next.protocol === "http:" && url.protocol === "http:")) return silent(`${url.host} redirects ${url.pathname} to an address that is not https`);
		url = next;
	}
	return silent(`${first.host} redirects more than ${MAX_REDIRECTS} times`);
}
async function ask(client, url, headers, body) {
	try {
		const { message } = body === void 0 ? await client.get(url.href, headers) : await client.post(url.href, body, headers);
		return message;
	} catch (error) {
		return lost(url, error);
	}
}
function lost(url, error) {
	const { code, message } = error;
	const why = code ?? message;
	const certificate = /CERT|SELF_SIGNED|UNABLE_TO/.test(why);
	const advice = certificate ? "; set NODE_EXTRA_CA_CERTS to the file with your certificates" : "";
	return silent(`${url.host} could not be reached for ${url.pathname} (${why}${advice})`, !certificate);
}
/** There was no answer that could be used. */
const silent = (reason, again = false) => ({
	ok: false,
	status: null,
	reason,
	again,
	headers: {}
});
const WORDS = {
	401: "asks for other credentials than it got, or for some (401)",
	403: "forbids it (403)",
	404: "does not have it, or does not show it to us (404)",
	407: "is behind a proxy that asks for credentials (407); set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT",
	429: "has had too many requests (429)"
};
/** The first words of the answer, which say what is missing with many an API. */
const MOST_WORDS = 200;
async function refused$2(url, status, body) {
	const said = /json/.test(body.headers["content-type"] ?? "") ? messageIn$1(await head(body)) : "";
	body.destroy();
	return {
		ok: false,
		status,
		reason: `${url.host} ${WORDS[status] ?? `answered ${status}`} for ${url.pathname}${said && `: ${said}`}`,
		again: status === 408 || status === 429 || status >= 500,
		headers: flat(body)
	};
}
function messageIn$1(text) {
	return (/"(?:message|error)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? "").slice(0, MOST_WORDS);
}
async function head(body) {
	let text = "";
	try {
		for await (const chunk of body) {
			text += chunk;
			if (text.length > 4096) break;
		}
	} catch {}
	return text;
}
const flat = ({ headers }) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
// src/adapters/http/received.ts
/** Bytes that wait for the disk before the server is made to wait. */
const MOST_WAITING = 8 * 1024 ** 2;
/**
* Every chunk that arrived, also those that came just before the connection was lost: iterating over the stream itself
* drops what was not read when it fails. Call it in the turn in which the response came.
*/
function received$1(body) {
	const waiting = [];
	let bytes = 0;
	let failure = null;
	let over = false;
	let wake = () => {};
	body.on("data", (chunk) => {
		waiting.push(chunk);
		bytes += chunk.length;
		if (bytes > MOST_WAITING) body.pause();
		wake();
	});
	body.on("error", (error) => {
		failure = error;
		wake();
	});
	body.on("close", () => {
		over = true;
		wake();
	});
	return { async *[Symbol.asyncIterator]() {
		for (;;) {
			const chunk = waiting.shift();
			if (chunk) {
				bytes -= chunk.length;
				if (body.isPaused() && bytes < MOST_WAITING / 2) body.resume();
				yield chunk;
			} else if (failure) throw failure;
			else if (over) return;
			else await new Promise((done) => {
				wake = done;
			});
		}
	} };
}
// src/adapters/http/downloads.ts
const USUAL$2 = {
	idle: 3e4,
	pauses: [
		1e3,
		4e3,
		16e3
	],
	longestPause: 6e4,
	total: 72e5
};
/** An answer of an API; the longest lists that are asked for here are under 1 MB. */
const MOST_TEXT = 16 * 1024 ** 2;
/** Ten times the largest models in public collections of ONNX files. */
const MOST_BYTES$1 = 64 * 1024 ** 3;
function createDownloads({ blobs, report }, patience = USUAL$2) {
	return {
		ask: (request) => retried(patience, () => askOnce(request, patience)),
		async fetch(request) {
			try {
				var _usingCtx$3 = _usingCtx();
				const { name, sha256, maxBytes = MOST_BYTES$1 } = request;
				const kept = sha256 === void 0 ? null : await blobs.find(`sha256:${sha256}`, name);
				if (kept !== null) return {
					ok: true,
					path: kept,
					digest: `sha256:${sha256}`,
					headers: await storedHeaders(kept)
				};
				const arrived = _usingCtx$3.a(await Arrived.open(await blobs.stage(), maxBytes, request.md5 !== void 0));
				const { host } = new URL(request.url);
				const started = (bytes) => report(`Fetching ${name}${bytes === null ? "" : ` (${(bytes / 1e6).toFixed(1)} MB)`} from ${host}.`);
				const result = await retried(patience, () => fetchOnce(request, arrived, patience, started));
				if (!result.ok) return result;
				const digests = await arrived.finish();
				check(request, digests);
				const modified = new Date(result.headers["last-modified"] ?? 0);
				return {
					ok: true,
					path: await blobs.keep(arrived.path, `sha256:${digests.sha256}`, name, Number.isNaN(modified.getTime()) ? void 0 : modified),
					digest: `sha256:${digests.sha256}`,
					headers: result.headers
				};
			} catch (_) {
				_usingCtx$3.e = _;
			} finally {
				await _usingCtx$3.d();
			}
		}
	};
}
/** When the server last changed it, which the file in the cache still says. */
async function storedHeaders(path) {
	const { mtimeMs } = await stat(path);
	return mtimeMs > 0 ? { "last-modified": new Date(mtimeMs).toUTCString() } : {};
}
async function retried({ pauses, longestPause, total }, attempt) {
	const end = Date.now() + total;
	for (let tries = 0;; tries++) {
		const result = await attempt();
		if (result.ok || !result.again) return result;
		if (result.progress) tries = 0;
		const pause = pauses[tries];
		if (pause === void 0) return {
			...result,
			reason: `${result.reason}, ${pauses.length + 1} times`
		};
		const asked = Math.min(retryAfter(result.headers["retry-after"]), longestPause);
		const due = Math.max(asked, pause * (.5 + Math.random() / 2));
		if (Date.now() + due > end) return {
			...result,
			reason: `${result.reason}; ${total / 6e4} minutes were not enough`
		};
		await setTimeout$1(due);
	}
}
/** Seconds or a date (RFC 9110, section 10.2.3), in milliseconds from now. */
function retryAfter(text) {
	if (text === void 0) return 0;
	const value = /^\d+$/.test(text.trim()) ? Number(text) * 1e3 : Date.parse(text) - Date.now();
	return Number.isNaN(value) ? 0 : Math.max(0, value);
}
async function askOnce(request, { idle }) {
	const response = await send(request, {}, idle);
	if (!response.ok) return response;
	const url = new URL(request.url);
	const { body } = response;
	body.setTimeout(idle, () => body.destroy(/* @__PURE__ */ new Error(`no data for ${idle / 1e3} s`)));
	const chunks = [];
	let bytes = 0;
	try {
		for await (const chunk of body) {
			bytes += chunk.length;
			if (bytes > MOST_TEXT) {
				body.destroy();
				return {
					...lost(url, /* @__PURE__ */ new Error(`more than ${MOST_TEXT} bytes`)),
					again: false
				};
			}
			chunks.push(chunk);
		}
	} catch (error) {
		return lost(url, error);
	}
	return {
		ok: true,
		text: Buffer.concat(chunks).toString("utf8"),
		headers: flat(body)
	};
}
async function fetchOnce(request, arrived, { idle }, started) {
	const url = new URL(request.url);
	const from = arrived.bytes;
	const response = await send(request, {
		"accept-encoding": "identity",
		...arrived.rangeHeaders()
	}, idle);
	if (!response.ok) {
		if (response.status === 416 && from > 0) {
			await arrived.restart();
			return {
				...response,
				again: true
			};
		}
		return response;
	}
	const { body, status } = response;
	const chunks = received$1(body);
	try {
		const expected = await arrived.begin(status, flat(body));
		if (arrived.bytes === 0) started(expected);
		body.setTimeout(idle, () => body.destroy(/* @__PURE__ */ new Error(`no data for ${idle / 1e3} s`)));
		for await (const chunk of chunks) await arrived.add(chunk);
		if (expected !== null && arrived.bytes !== expected) throw new Error(`${arrived.bytes} of ${expected} bytes came`);
		return {
			ok: true,
			headers: flat(body)
		};
	} catch (error) {
		body.destroy();
		if (arrived.tooMany) return {
			...lost(url, /* @__PURE__ */ new Error(`it sends more than ${request.maxBytes ?? MOST_BYTES$1} bytes`)),
			again: false
		};
		if (isDisk(error)) throw fault("file-unwritable", `${request.name} cannot be written to the cache (${error.code}).`, { fix: "Free some space there, or set ONNX_GATE_CACHE to a folder that can be written." });
		return {
			...lost(url, error),
			progress: arrived.bytes > from
		};
	}
}
const DISK = /* @__PURE__ */ new Set([
	"ENOSPC",
	"EDQUOT",
	"EROFS",
	"EACCES",
	"EFBIG",
	"EIO"
]);
const isDisk = (error) => DISK.has(error.code ?? "");
function check({ url, sha256, md5 }, found) {
	const [kind, expected, actual] = sha256 !== void 0 ? [
		"SHA-256",
		sha256,
		found.sha256
	] : [
		"MD5",
		md5 ?? null,
		found.md5
	];
	if (expected === actual) return;
	const { host, pathname } = new URL(url);
	throw fault("digest-mismatch", `${host}${pathname} is not the file that was asked for: its ${kind} is ${actual}, and it should be ${expected}.`, { fix: "It was not used. Find out who changed it; write the new digest only when the change was meant." });
}
// src/adapters/machine.ts
/** The machine that a benchmark runs on. Container and counters are Linux's. */
const machine = {
	describe() {
		const [load] = loadavg();
		return {
			node: process.version,
			platform: `${process.platform}-${process.arch}`,
			cpu: cpus()[0]?.model.trim() ?? "unknown",
			cores: availableParallelism(),
			load: process.platform === "win32" ? null : load,
			governor: textOf("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
			container: containerLimits()
		};
	},
	counters: () => ({
		processors: processorSeconds(),
		throttled: throttledSeconds()
	})
};
/** Of a file that may not be there. */
function textOf(path) {
	try {
		return readFileSync(path, "latin1").trim();
	} catch {
		return null;
	}
}
/** A file of this process's control group: below the mount in the second version, or at it inside a container. */
function controlFile(name) {
	const path = /^0::(.*)$/m.exec(textOf("/proc/self/cgroup") ?? "")?.[1];
	return textOf(`/sys/fs/cgroup${path}/${name}`) ?? textOf(`/sys/fs/cgroup/${name}`);
}
function containerLimits() {
	const [quota, period] = (controlFile("cpu.max") ?? legacyQuota() ?? "").split(" ").map(Number);
	const memory = Number(controlFile("memory.max") ?? textOf("/sys/fs/cgroup/memory/memory.limit_in_bytes"));
	const limits = {
		cpus: quota > 0 && period > 0 ? quota / period : null,
		memory: memory > 0 && memory < 2 ** 60 ? memory : null
	};
	return limits.cpus === null && limits.memory === null ? null : limits;
}
function legacyQuota() {
	const quota = textOf("/sys/fs/cgroup/cpu/cpu.cfs_quota_us");
	return quota && `${quota} ${textOf("/sys/fs/cgroup/cpu/cpu.cfs_period_us")}`;
}
function throttledSeconds() {
	const micros = /^throttled_usec (\d+)/m.exec(controlFile("cpu.stat") ?? "")?.[1];
	if (micros !== void 0) return Number(micros) / 1e6;
	const nanos = /^throttled_time (\d+)/m.exec(textOf("/sys/fs/cgroup/cpu/cpu.stat") ?? "")?.[1];
	return nanos === void 0 ? null : Number(nanos) / 1e9;
}
/** Of `/proc/stat` (proc(5)): user nice system idle iowait irq softirq steal, in hundredths of a second. */
function processorSeconds() {
	const line = /^cpu +(.*)$/m.exec(textOf("/proc/stat") ?? "")?.[1];
	if (line === void 0) return null;
	const ticks = line.split(" ").slice(0, 8).map(Number);
	return {
		total: ticks.reduce((sum, each) => sum + each, 0) / 100,
		stolen: ticks[7] / 100
	};
}
// src/adapters/oip/datatypes.ts
/** The datatypes of the Open Inference Protocol, and how tensors of them travel: little-endian bytes, or JSON. */
/** By the protocol's name. */
const DATATYPES = new Map(DATATYPES$1.map((one) => [one.datatype, one]));
const VIEWS = {
	bool: Uint8Array,
	uint8: Uint8Array,
	uint16: Uint16Array,
	uint32: Uint32Array,
	uint64: BigUint64Array,
	int8: Int8Array,
	int16: Int16Array,
	int32: Int32Array,
	int64: BigInt64Array,
	float16: Uint16Array,
	float32: Float32Array,
	float64: Float64Array
};
/**
* A copy: requests wait and are sent again, and the arrays are filled anew meanwhile. All machines that Node.js runs on
* here are little-endian, as the protocol is; so numbers are not copied one by one.
*/
function toBytes(datatype, { data }) {
	if (Array.isArray(data)) return stringsToBytes(data);
	const numbers = datatype === "BF16" ? toBfloat16(data) : data;
	return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength).slice();
}
/** Null when the bytes are not `count` elements. */
function fromBytes(datatype, bytes, count) {
	const { type, bytes: size } = DATATYPES.get(datatype);
	if (size === null) {
		const data = stringsFromBytes(bytes, count);
		return data && {
			type: "string",
			data
		};
	}
	if (bytes.byteLength !== size * count) return null;
	const { buffer } = new Uint8Array(bytes);
	if (datatype === "BF16") return {
		type: "float32",
		data: fromBfloat16(new Uint16Array(buffer))
	};
	return {
		type,
		data: new VIEWS[type](buffer)
	};
}
/** As JSON text: 64-bit integers keep all their digits. NaN and infinity have no form there (null). */
function toJson(datatype, { data }) {
	if (Array.isArray(data)) return JSON.stringify(data);
	if (datatype === "BOOL") return `[${Array.from(data, (bit) => bit !== 0).join()}]`;
	if (data instanceof Float32Array || data instanceof Float64Array) {
		if (!data.every(Number.isFinite)) return null;
	}
	return `[${data.join()}]`;
}
/** From parsed JSON, flat or nested. Null when these are not `count` values of the datatype. */
function fromJson(datatype, json, count) {
	const { type } = DATATYPES.get(datatype);
	if (!Array.isArray(json)) return null;
	const values = json.some(Array.isArray) ? json.flat(64) : json;
	if (values.length !== count) return null;
	if (type === "string") return values.every((value) => typeof value === "string") ? {
		type,
		data: values
	} : null;
	const is = datatype === "BOOL" ? "boolean" : "number";
	if (!values.every((value) => typeof value === is)) return null;
	if (type === "int64" || type === "uint64") {
		if (!values.every(Number.isSafeInteger)) return null;
		const whole = values.map((value) => BigInt(value));
		return type === "int64" ? {
			type,
			data: BigInt64Array.from(whole)
		} : {
			type,
			data: BigUint64Array.from(whole)
		};
	}
	const data = new VIEWS[type](count);
	for (let i = 0; i < count; i++) data[i] = Number(values[i]);
	return {
		type,
		data
	};
}
function stringsToBytes(values) {
	const parts = values.flatMap((value) => {
		const length = Buffer.alloc(4);
		const text = Buffer.from(value);
		length.writeUInt32LE(text.length);
		return [length, text];
	});
	return Buffer.concat(parts);
}
function stringsFromBytes(bytes, count) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const values = [];
	let at = 0;
	while (values.length < count && at + 4 <= buffer.length) {
		const end = at + 4 + buffer.readUInt32LE(at);
		if (end > buffer.length) return null;
		values.push(buffer.toString("utf8", at + 4, end));
		at = end;
	}
	return values.length === count && at === buffer.length ? values : null;
}
/** Rounds to nearest, ties to even; a NaN stays one. */
function toBfloat16(values) {
	const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
	return Uint16Array.from(bits, (word, i) => Number.isNaN(values[i]) ? 32704 : word + 32767 + (word >>> 16 & 1) >>> 16);
}
function fromBfloat16(halves) {
	return new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
}
// src/adapters/oip/text.ts
/** Foreign text in a sentence: on one line, and bounded. */
function clipText(text, most = 200) {
	const line = text.replaceAll(/[\x00-\x1f\x7f]+/g, " ").trim();
	return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
// src/adapters/oip/http.ts
/** Requests over kept connections, with a time limit, a size cap, and retries of what may be asked twice. */
/** The server did not do it, or says to come again: inference has no effect, so that it may be asked again. */
const AGAIN = /* @__PURE__ */ new Set([
	429,
	502,
	503,
	504
]);
const FIRST_DELAY = 100;
function openHttp(options) {
	const settings = {
		keepAlive: true,
		maxSockets: options.concurrency,
		noDelay: true
	};
	const agents = {
		"http:": new Agent(settings),
		"https:": new Agent$1(settings)
	};
	return {
		async send(url, body) {
			for (let attempt = 0;; attempt++) {
				const last = attempt >= options.retries;
				try {
					const reply = await once(url, body, agents, options);
					if (last || !AGAIN.has(reply.status)) return reply;
					await setTimeout$1(waitOf(reply, attempt));
				} catch (error) {
					if (last || !isPassing(error)) throw explain$1(url, error, attempt + 1, options);
					await setTimeout$1(FIRST_DELAY * 2 ** attempt);
				}
			}
		},
		[Symbol.dispose]() {
			agents["http:"].destroy();
			agents["https:"].destroy();
		}
	};
}
/** What `Retry-After` asks, ten seconds at most; else twice as long each time. */
function waitOf({ headers }, attempt) {
	const asked = Number(headers["retry-after"]);
	return asked > 0 ? Math.min(asked, 10) * 1e3 : FIRST_DELAY * 2 ** attempt;
}
var TooSlow = class extends Error {};
var TooLarge = class extends Error {};
function once(url, body, agents, { seconds, mostBytes }) {
	const length = body?.bytes.reduce((sum, { byteLength }) => sum + byteLength, 0);
	return new Promise((resolve, reject) => {
		const options = {
			agent: agents[url.protocol],
			method: body ? "POST" : "GET",
			headers: {
				...body?.headers,
				...length !== void 0 && { "Content-Length": length }
			}
		};
		const sent = (url.protocol === "https:" ? request$1 : request)(url, options, (response) => {
			const chunks = [];
			let bytes = 0;
			response.on("data", (chunk) => {
				bytes += chunk.length;
				if (bytes > mostBytes) stop(new TooLarge());
				else chunks.push(chunk);
			});
			response.on("error", reject);
			response.on("end", () => {
				clearTimeout(timer);
				resolve({
					status: response.statusCode,
					headers: response.headers,
					body: Buffer.concat(chunks)
				});
			});
		});
		const stop = (why) => {
			reject(why);
			sent.destroy();
		};
		const timer = setTimeout(() => stop(new TooSlow()), seconds * 1e3);
		sent.on("error", reject);
		sent.on("close", () => clearTimeout(timer));
		sent.cork();
		for (const bytes of body?.bytes ?? []) sent.write(bytes);
		sent.end();
		sent.uncork();
	});
}
/** A slow answer is not asked for again: the server may still be at it. */
const isPassing = (error) => [
	"ECONNRESET",
	"ECONNREFUSED",
	"EPIPE",
	"ETIMEDOUT",
	"EAI_AGAIN"
].includes(error.code ?? "");
function explain$1(url, error, attempts, { seconds, mostBytes }) {
	const where = shown(url);
	const times = attempts > 1 ? `, ${attempts} times` : "";
	if (error instanceof TooSlow) return fault("model-timeout", `${where} did not answer within ${seconds} s.`, { fix: "Look at the load of the server, or raise `limits: { seconds: … }` in the policy." });
	if (error instanceof TooLarge) return fault("model-run-rejected", `${where} sent more than ${mostBytes} bytes for one batch.`, { fix: "Name the one output that is the score, with `output: { name: … }`." });
	const { code, message } = error;
	const why = code === "ECONNREFUSED" ? "nothing listens there" : clipText(message);
	return fault("runtime-unavailable", `${where} cannot be reached: ${why}${times}.`, { fix: "Start the server, wait until it is ready, and check host and port." });
}
/** Without user and password. */
function shown(url) {
	return `${url.protocol}//${url.host}${url.pathname}`;
}
// src/adapters/oip/endpoint.ts
/** A client of the Open Inference Protocol (KServe V2 over HTTP): https://github.com/kserve/open-inference-protocol. */
const USUAL$1 = {
	seconds: 60,
	concurrency: 4,
	mostBytes: 256 * 2 ** 20,
	retries: 3
};
/**
* `address`: `http://host:port/v2/models/NAME[/versions/V]`; user and password in it are sent and never shown.
* Throws `runtime-unavailable` (down, not ready), `model-timeout`, `model-signature` (metadata that is missing or odd).
*/
async function openEndpoint(address, options = {}) {
	const model = parseAddress(address);
	const http = openHttp({
		...USUAL$1,
		...options
	});
	const at = (suffix) => Object.assign(new URL(model), { pathname: `${model.pathname}${suffix}` });
	const root = Object.assign(new URL(model), { pathname: model.pathname.replace(/\/models\/.*$/, "") });
	try {
		const ready = await http.send(at("/ready"));
		if (ready.status !== 200) throw notReady(model, ready);
		const server = readJson(root, await http.send(root));
		const metadata = readJson(model, await http.send(model));
		const inputs = declared$1(model, metadata, "inputs");
		const outputs = declared$1(model, metadata, "outputs");
		const extensions = Array.isArray(server.extensions) ? server.extensions.map(String) : [];
		const binary = options.binary ?? extensions.some((name) => name.startsWith("binary_tensor_data"));
		const versions = Array.isArray(metadata.versions) ? metadata.versions.map(String) : [];
		const asked = /\/versions\/([^/]+)$/.exec(model.pathname)?.[1];
		const identity = {
			url: shown(model),
			server: {
				name: text(server.name),
				version: text(server.version)
			},
			model: {
				name: text(metadata.name),
				version: asked ?? (versions.length === 1 ? versions[0] : null)
			},
			platform: text(metadata.platform)
		};
		const infer = async (feeds, wanted) => {
			const request = encode$1(model, inputs, feeds, wanted, binary);
			const reply = await http.send(at("/infer"), request);
			return decode$1(model, reply, outputs, wanted);
		};
		const isReady = async () => (await http.send(at("/ready"))).status === 200;
		return {
			identity,
			binary,
			signature: {
				inputs: inputs.map(infoOf$1),
				outputs: outputs.map(infoOf$1)
			},
			infer,
			isReady,
			async [Symbol.asyncDispose]() {
				http[Symbol.dispose]();
			}
		};
	} catch (error) {
		http[Symbol.dispose]();
		throw error;
	}
}
function parseAddress(address) {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (url && /^https?:$/.test(url.protocol) && /\/v2\/models\/[^/]+(\/versions\/[^/]+)?$/.test(url.pathname)) {
		url.search = "";
		url.hash = "";
		return url;
	}
	throw fault("usage-invalid", `${clipText(url ? shown(url) : address)} is no address of a model.`, { fix: "It ends in `/v2/models/NAME` or `/v2/models/NAME/versions/V`; as `endpoint` of a benchmark also in `/v1/models/NAME`, for TensorFlow Serving." });
}
const text = (value) => typeof value === "string" ? clipText(value) : "";
function notReady(url, reply) {
	if (reply.status === 404) return fault("model-signature", `${shown(url)} is not there: the server knows no such model or version.`, { fix: "Check the name and the version; the server lists its models with `POST /v2/repository/index`." });
	return fault("runtime-unavailable", `${shown(url)} is not ready (status ${reply.status}${reasonOf$1(reply)}).`, { fix: "Wait until `/v2/health/ready` answers 200, or look at the log of the server." });
}
function reasonOf$1({ body }) {
	try {
		const { error } = JSON.parse(body.toString());
		return typeof error === "string" ? `: ${clipText(error)}` : "";
	} catch {
		return "";
	}
}
function readJson(url, reply) {
	if (reply.status === 200) try {
		const value = JSON.parse(reply.body.toString());
		if (typeof value === "object" && value !== null) return value;
	} catch {}
	throw fault("model-signature", `${shown(url)} gives no metadata of the Open Inference Protocol (status ${reply.status}${reasonOf$1(reply)}).`, { fix: "Check the address; it must be a server that speaks the protocol, also called KServe V2." });
}
function declared$1(url, metadata, side) {
	const list = metadata[side];
	const isDeclared = (one) => {
		const { name, datatype, shape } = one ?? {};
		return typeof name === "string" && typeof datatype === "string" && Array.isArray(shape) && shape.every((size) => Number.isInteger(Number(size)));
	};
	if (Array.isArray(list) && list.length > 0 && list.length <= 1e4 && list.every(isDeclared)) return list.map(({ name, datatype, shape }) => ({
		name,
		datatype,
		shape: shape.map(Number)
	}));
	throw fault("model-signature", `The metadata of ${shown(url)} has no \`${side}\` with name, datatype and shape.`, { fix: "Give the model a configuration that names them (`config.pbtxt`, `model-settings.json`)." });
}
function infoOf$1({ name, datatype, shape }) {
	return {
		name,
		type: DATATYPES.get(datatype)?.type ?? datatype.slice(0, 40),
		shape: shape.map((size) => size < 0 ? null : size)
	};
}
/** JSON with the tensors in it, or JSON with their sizes and the tensors behind it. */
function encode$1(url, inputs, feeds, wanted, binary) {
	const tensors = [];
	const parts = inputs.map(({ name, datatype }) => {
		const tensor = feeds.get(name);
		if (!tensor) throw refused$1(`Input \`${clipText(name)}\` of ${shown(url)} was given no values.`);
		const head = `"name":${JSON.stringify(name)},"shape":[${tensor.shape.join()}],"datatype":"${datatype}"`;
		if (binary) {
			const bytes = toBytes(datatype, tensor);
			tensors.push(bytes);
			return `{${head},"parameters":{"binary_data_size":${bytes.byteLength}}}`;
		}
		const data = DATATYPES.get(datatype)?.json ? toJson(datatype, tensor) : null;
		if (data === null) throw refused$1(`Input \`${clipText(name)}\` of ${shown(url)} takes ${datatype}; such values have no form in JSON, and the server has no \`binary_tensor_data\`.`);
		return `{${head},"data":${data}}`;
	});
	const outputs = wanted.map((name) => ({
		name,
		...binary && { parameters: { binary_data: true } }
	}));
	const header = Buffer.from(`{"inputs":[${parts.join()}],"outputs":${JSON.stringify(outputs)}}`);
	if (!binary) return {
		bytes: [header],
		headers: { "Content-Type": "application/json" }
	};
	return {
		bytes: [header, ...tensors],
		headers: {
			"Content-Type": "application/octet-stream",
			"Inference-Header-Content-Length": String(header.byteLength)
		}
	};
}
const refused$1 = (message, fix) => fault("model-run-rejected", message, fix === void 0 ? {} : { fix });
function decode$1(url, reply, outputs, wanted) {
	if (reply.status !== 200) {
		const message = `${shown(url)} answered a batch with status ${reply.status}${reasonOf$1(reply)}.`;
		if (reply.status >= 500 || reply.status === 429) throw fault("runtime-unavailable", message, { fix: "Look at the log of the server." });
		throw refused$1(message, "The server refuses what its own metadata asks for: compare it with the model.");
	}
	const { body, headers } = reply;
	const length = headers["inference-header-content-length"];
	const size = length === void 0 ? body.length : Number(length);
	const odd = (what) => refused$1(`${shown(url)} answered with ${what}.`, "Look at the log of the server.");
	if (!(Number.isInteger(size) && size >= 0 && size <= body.length)) throw odd(`a header of ${clipText(String(length))} bytes in a body of ${body.length}`);
	let answer;
	try {
		answer = JSON.parse(body.toString("utf8", 0, size));
	} catch {
		throw odd("something that is not JSON");
	}
	const given = Array.isArray(answer?.outputs) ? answer.outputs : [];
	const found = /* @__PURE__ */ new Map();
	let from = size;
	for (const one of given) {
		const { name, datatype, shape, data, parameters } = one ?? {};
		const declaredType = outputs.find((output) => output.name === name)?.datatype;
		const known = typeof datatype === "string" && DATATYPES.has(datatype);
		const sizes = Array.isArray(shape) ? shape.map(Number) : null;
		const title = `output \`${clipText(String(name))}\``;
		if (!sizes?.every((each) => Number.isInteger(each) && each >= 0)) throw odd(`${title} without a shape`);
		if (!known || declaredType !== void 0 && declaredType !== datatype) throw odd(`${title} of ${clipText(String(datatype))}, where its metadata says ${declaredType ?? "nothing"}`);
		const count = sizes.reduce((product, each) => product * each, 1);
		const bytes = parameters?.binary_data_size;
		let values = null;
		if (typeof bytes === "number") {
			values = fromBytes(datatype, body.subarray(from, from + bytes), count);
			from += bytes;
		} else values = fromJson(datatype, data, count);
		if (!values) throw odd(`${title} [${sizes.join(", ")}] that does not hold ${count} values of ${datatype}`);
		found.set(String(name), {
			...values,
			shape: sizes
		});
	}
	const missing = wanted.find((name) => !found.has(name));
	if (missing !== void 0) throw odd(`no output \`${clipText(missing)}\``);
	return found;
}
// src/adapters/oip/tensorflow-serving.ts
/** TensorFlow Serving over REST: https://www.tensorflow.org/tfx/serving/api_rest. Tensors travel as nested JSON by column. */
const SIGNATURE = "serving_default";
/** TensorFlow's names of what JSON has a form for. */
const TYPES = /* @__PURE__ */ new Map([
	["DT_BOOL", "BOOL"],
	["DT_UINT8", "UINT8"],
	["DT_UINT16", "UINT16"],
	["DT_UINT32", "UINT32"],
	["DT_UINT64", "UINT64"],
	["DT_INT8", "INT8"],
	["DT_INT16", "INT16"],
	["DT_INT32", "INT32"],
	["DT_INT64", "INT64"],
	["DT_FLOAT", "FP32"],
	["DT_DOUBLE", "FP64"],
	["DT_STRING", "BYTES"]
]);
const ADDRESS = /\/v1\/models\/[^/:]+(\/versions\/[^/:]+)?$/;
/** Whether an address is one of TensorFlow Serving; `:predict` behind it is taken off. */
function servingAddress(address) {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (!url || !/^https?:$/.test(url.protocol)) return null;
	url.pathname = url.pathname.replace(/:predict$/, "");
	url.search = "";
	url.hash = "";
	return ADDRESS.test(url.pathname) ? url : null;
}
/** Throws `runtime-unavailable`, `model-timeout`, and `model-signature` for metadata that is missing or odd. */
async function openServing(model, options) {
	const http = openHttp(options);
	const at = (suffix) => Object.assign(new URL(model), { pathname: `${model.pathname}${suffix}` });
	try {
		const { spec, inputs, outputs } = metadataOf(model, await http.send(at("/metadata")));
		return {
			identity: {
				url: shown(model),
				server: {
					name: "TensorFlow Serving",
					version: ""
				},
				model: {
					name: clipText(String(spec.name ?? "")),
					version: clipText(String(spec.version ?? "")) || null
				},
				platform: "tensorflow"
			},
			binary: false,
			signature: {
				inputs: inputs.map(infoOf),
				outputs: outputs.map(infoOf)
			},
			async infer(feeds, wanted) {
				const bytes = Buffer.from(`{"signature_name":"${SIGNATURE}","inputs":{${inputs.map((one) => encode(model, one, feeds)).join()}}}`);
				return decode(model, await http.send(at(":predict"), {
					bytes: [bytes],
					headers: { "Content-Type": "application/json" }
				}), outputs, wanted);
			},
			isReady: async () => (await http.send(model)).status === 200,
			async [Symbol.asyncDispose]() {
				http[Symbol.dispose]();
			}
		};
	} catch (error) {
		http[Symbol.dispose]();
		throw error;
	}
}
const infoOf = ({ name, datatype, shape }) => ({
	name,
	type: DATATYPES.get(datatype)?.type ?? datatype,
	shape: shape.map((size) => size < 0 ? null : size)
});
const LOG = { fix: "Look at the log of the server." };
function metadataOf(url, reply) {
	const value = jsonOf(reply);
	const signature = (value?.metadata?.signature_def?.signature_def ?? {})[SIGNATURE];
	if (reply.status !== 200 || !signature) throw fault(reply.status >= 500 ? "runtime-unavailable" : "model-signature", `${shown(url)} gives no metadata with the signature \`${SIGNATURE}\` (status ${reply.status}${reasonOf(reply)}).`, { fix: "Check the name of the model; export it with that signature." });
	const side = (tensors) => Object.entries(tensors ?? {}).map(declared);
	return {
		spec: value.model_spec ?? {},
		inputs: side(signature.inputs),
		outputs: side(signature.outputs)
	};
}
/** Sizes are text there, and a scalar has no `dim`. */
function declared([name, info]) {
	const { dtype, tensor_shape } = info;
	return {
		name,
		datatype: TYPES.get(String(dtype)) ?? clipText(String(dtype), 40),
		shape: (tensor_shape?.dim ?? []).map(({ size }) => Number(size))
	};
}
function encode(url, { name, datatype }, feeds) {
	const tensor = feeds.get(name);
	const title = `Input \`${clipText(name)}\` of ${shown(url)}`;
	if (!tensor) throw fault("model-run-rejected", `${title} was given no values.`);
	const flat = Array.isArray(tensor.data) ? tensor.data.map((text) => JSON.stringify(text)) : DATATYPES.get(datatype)?.json ? toJson(datatype, tensor)?.slice(1, -1).split(",") : null;
	if (!flat) throw fault("model-run-rejected", `${title} takes ${datatype}; such values have no form in JSON.`);
	return `${JSON.stringify(name)}:${nested(flat, tensor.shape)}`;
}
/** `nested(['1', '2', '3', '4'], [2, 2])` = `[[1,2],[3,4]]`. */
function nested(values, [size, ...inner]) {
	if (size === void 0) return values[0];
	const each = values.length / size;
	return `[${Array.from({ length: size }, (_, i) => nested(values.slice(i * each, (i + 1) * each), inner)).join()}]`;
}
/** A single output has no name around it. */
function decode(url, reply, outputs, wanted) {
	if (reply.status !== 200) throw fault(reply.status >= 500 || reply.status === 429 ? "runtime-unavailable" : "model-run-rejected", `${shown(url)} answered a batch with status ${reply.status}${reasonOf(reply)}.`, LOG);
	const given = jsonOf(reply)?.outputs;
	const found = /* @__PURE__ */ new Map();
	for (const { name, datatype } of outputs.filter((one) => wanted.includes(one.name))) {
		const values = outputs.length === 1 && Array.isArray(given) ? given : given?.[name];
		const shape = shapeOf(values);
		const count = shape.reduce((product, size) => product * size, 1);
		const data = DATATYPES.has(datatype) ? fromJson(datatype, values, count) : null;
		if (!data) throw fault("model-run-rejected", `${shown(url)} answered without output \`${clipText(name)}\`, or with one that is not ${datatype} in rows of one length.`, LOG);
		found.set(name, {
			...data,
			shape
		});
	}
	return found;
}
function shapeOf(values) {
	const shape = [];
	for (let each = values; Array.isArray(each) && shape.length < 64; each = each[0]) shape.push(each.length);
	return shape;
}
function jsonOf({ body }) {
	try {
		return JSON.parse(body.toString()) ?? void 0;
	} catch {
		return;
	}
}
function reasonOf(reply) {
	const { error } = jsonOf(reply) ?? {};
	return typeof error === "string" ? `: ${clipText(error)}` : "";
}
// src/adapters/oip/runner.ts
const PREFIX = "oip:";
/** Under load a refusal is an answer, and every request in flight has a connection of its own. */
const LOAD = {
	concurrency: 256,
	mostBytes: 256 * 2 ** 20,
	retries: 0
};
/** A runner that also opens `oip:http://host:port/v2/models/NAME`, and asks the server there instead of ONNX Runtime. */
function withEndpoints(runner) {
	return {
		...runner,
		async open(path, limits, options) {
			if (!path.startsWith(PREFIX)) return runner.open(path, limits, options);
			return sessionOf(await openEndpoint(path.slice(4), { seconds: limits.seconds }));
		}
	};
}
function sessionOf(endpoint) {
	const { server, model, url } = endpoint.identity;
	return {
		signature: endpoint.signature,
		notes: [`Scores come from ${url}: ${server.name} ${server.version}, model ${model.name}${model.version === null ? "" : ` version ${model.version}`}, tensors as ${endpoint.binary ? "bytes" : "JSON"}.`],
		run: endpoint.infer,
		async reopen() {
			throw fault("model-run-rejected", `${url} loads its model as it likes; only a file can be loaded anew.`);
		},
		[Symbol.asyncDispose]: () => endpoint[Symbol.asyncDispose]()
	};
}
/**
* What stands in a document for a file's identity. The protocol gives no digest of the model, so that the digest is
* over what it does give: server, model, versions and signature. Same digest does not mean same weights.
*/
const endpoints = {
	async identify(reference) {
		try {
			var _usingCtx$2 = _usingCtx();
			const { identity, signature } = _usingCtx$2.a(await openEndpoint(reference.slice(4)));
			const { server, model, url } = identity;
			const version = model.version === null ? "" : ` version ${model.version}`;
			const digest = createHash("sha256").update(JSON.stringify({
				identity,
				signature
			})).digest("hex");
			return {
				reference: `${PREFIX}${url} (${server.name} ${server.version}, ${model.name}${version})`,
				digest: `sha256:${digest}`,
				bytes: 0
			};
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
		}
	},
	open(address, { seconds, tensors }) {
		const options = {
			...LOAD,
			seconds
		};
		const serving = servingAddress(address);
		if (serving) return openServing(serving, options);
		return openEndpoint(address.startsWith(PREFIX) ? address.slice(4) : address, {
			...options,
			...tensors !== "auto" && { binary: tensors === "bytes" }
		});
	}
};
// src/adapters/onnxruntime/environment.ts
/** The environment of the child: what a process needs to start, and nothing that could be a secret. */
/** Compared in capitals, for Windows writes `Path`. LD_LIBRARY_PATH: some systems need it to start Node at all. */
const PASSED = /* @__PURE__ */ new Set([
	"PATH",
	"LANG",
	"LC_ALL",
	"LC_CTYPE",
	"TZ",
	"TMPDIR",
	"TEMP",
	"TMP",
	"SYSTEMROOT",
	"LD_LIBRARY_PATH"
]);
/** No HOME: there is nothing for the engine to read or to leave there. */
function childEnvironment(env) {
	const passed = Object.entries(env).filter(([name]) => PASSED.has(name.toUpperCase()));
	return {
		...Object.fromEntries(passed),
		ORT_DISABLE_TELEMETRY: "1"
	};
}
// src/adapters/onnxruntime/rewritten.ts
/** A rewritten model as a file for as long as it takes to load it. */
/**
* In a private temporary folder; beside the original where the model has external data, since ONNX Runtime takes that
* from the model's own folder only. Dispose removes it: ONNX Runtime has read it by then. Throws `file-unwritable`.
*/
async function placeRewritten(path, { bytes, external }) {
	const folder = external ? dirname(path) : await mkdtemp(join(tmpdir(), "onnx-gate-"));
	const file = join(folder, external ? `.${basename(path)}.${randomUUID()}.onnx` : "model.onnx");
	const remove = () => rm(external ? file : folder, {
		recursive: true,
		force: true
	});
	try {
		await writeFile(file, bytes, {
			flag: "wx",
			mode: 384
		});
	} catch (cause) {
		await remove();
		throw fault("file-unwritable", `The rewritten model could not be written to ${folder}.`, {
			fix: external ? "Its external data is in that folder, so it has to be written there; make the folder writable." : "Make the folder for temporary files (TMPDIR) writable.",
			details: cause instanceof Error ? cause.message : String(cause)
		});
	}
	return {
		file,
		[Symbol.asyncDispose]: remove
	};
}
// src/adapters/onnxruntime/sentences.ts
/** What ONNX Runtime 1.30 says when it refuses a model, and how we say it. */
const type = (name = "") => name.replace(/^tensor\((.*)\)$/, "$1").replace(/^float$/, "float32");
const domainOf = (name) => name === "" ? "ai.onnx" : name;
const EXPORT = "Export the model again; if the exporter made it so, report it there.";
const DOWNGRADE = (_, newest) => `Export it for ${newest} or lower, or use a newer ONNX Runtime.`;
const CUSTOM = "A custom operator lives in a library of its own, which is not loaded here. Export with standard operators.";
const SHAPES = "Correct the declared shape in the exporter, or leave it open.";
/** First match wins. Each row is tested on the words that a broken model draws. */
const ROWS = [
	{
		form: /^Protobuf parsing failed$/,
		say: () => "it is not an ONNX file, or one that was cut short or damaged",
		fix: "Compare its size and digest with the original, and fetch or export it again."
	},
	{
		form: /^ModelProto does not have a graph$/,
		say: () => "it holds no graph",
		fix: EXPORT
	},
	{
		form: /ort_value_name_idx_map\.MaxIdx\(\)|OrtValue indexes should have been populated/,
		say: () => "its graph is empty",
		fix: EXPORT
	},
	{
		form: /^No Op registered for (\S+) with domain_version of (-?\d+)$/,
		say: (op, version) => `there is no operator ${op} in opset ${version}`,
		fix: "Check its name, its domain and the opset; an operator of a newer opset needs that opset to be imported."
	},
	{
		form: /^Op registered for (\S+) is deprecated in domain_version of (-?\d+)$/,
		say: (op, version) => `the operator ${op} was removed from ONNX before opset ${version}`,
		fix: "Export the model for this opset, instead of raising the number alone."
	},
	{
		form: /^No opset import for domain '(.*)'$/,
		say: (domain) => `it uses operators of domain ${quote(domainOf(domain))}, and opset_import does not name it`,
		fix: CUSTOM
	},
	{
		form: /^Fatal error: (.*):(\S+)\(-?\d+\) is not a registered function\/op$/,
		say: (domain, op) => `there is no operator ${op} of domain ${quote(domainOf(domain))}`,
		fix: CUSTOM
	},
	{
		form: /Node input '(.*)' is not a graph input, initializer, or output of a previous node$/,
		say: (name) => `a node reads ${quote(name)}, which is no input, no initializer and no output of a node`,
		fix: EXPORT
	},
	{
		form: /Graph output \((.*)\) does not exist in the graph$/,
		say: (name) => `no node makes the output ${quote(name)}`,
		fix: EXPORT
	},
	{
		form: /two nodes with same node name \((.*)\)$/,
		say: (name) => `two nodes are called ${quote(name)}`,
		fix: "Give every node its own name, or none."
	},
	{
		form: /Duplicate definition(?: of name|-site for) \((.*)\)$/,
		say: (name) => `${quote(name)} is defined twice`,
		fix: EXPORT
	},
	{
		form: /the graph is not acyclic$/,
		say: () => "its nodes feed each other in a circle",
		fix: EXPORT
	},
	{
		form: /Opset (\d+) is under development.* for domain (\S+) is till opset (\d+)$/,
		say: (given, domain, newest) => `it uses opset ${given} of ${domain}, and this ONNX Runtime knows opsets up to ${newest}`,
		fix: (_, __, newest) => DOWNGRADE("", `opset ${newest}`)
	},
	{
		form: /^Missing opset in the model/,
		say: () => "it does not name its opset (opset_import is empty)",
		fix: EXPORT
	},
	{
		form: /Unsupported model IR version: (\d+), max supported IR version: (\d+)$/,
		say: (given, newest) => `its IR version is ${given}, and this ONNX Runtime reads versions up to ${newest}`,
		fix: (_, newest) => DOWNGRADE("", `IR version ${newest}`)
	},
	{
		form: /Initializer '(.*)': raw_data size \((\d+) bytes\) does not match .* \((\d+) bytes\)$/,
		say: (name, given, needed) => `initializer ${quote(name)} has ${given} bytes, and its shape and type need ${needed}`,
		fix: EXPORT
	},
	{
		form: /^Deserialize tensor (.*?) failed.*size mismatch$/,
		say: (name) => `initializer ${quote(name)} has not as many bytes as its shape and type need`,
		fix: EXPORT
	},
	{
		form: /Out of bounds dimensions in TypeProto_Tensor$/,
		say: () => "an initializer has a dimension that is negative or too large",
		fix: EXPORT
	},
	{
		form: /Tensor '(.*)' does not have valid data type$/,
		say: (name) => `initializer ${quote(name)} has an element type that does not exist`,
		fix: EXPORT
	},
	{
		form: /External data path .*for initializer: (.*?)\. Error: .*does not exist: "(.*)"$/,
		say: (name, path) => `the external data of ${quote(name)} is missing: ${quote(path)}`,
		fix: "Put the file beside the model; with Git LFS or DVC, fetch it as well."
	},
	{
		form: /External data path .*for initializer: (.*?)\. Error: .*External data path: "(.*?)" resolved/,
		say: (name, path) => `the external data of ${quote(name)} lies outside the model's folder: ${quote(path)}`,
		fix: "External data belongs into the folder of the model. Do not use a file that reaches out of it."
	},
	{
		form: /External data path .*for initializer: (.*?)\. Error: .*Absolute path not allowed/,
		say: (name) => `the external data of ${quote(name)} has an absolute path`,
		fix: "Name external data relative to the model."
	},
	{
		form: /Type parameter \(.*?\) of Optype \((\S+)\) bound to different types \((\S+) and (\S+) in node \((.*)\)$/,
		say: (op, one, other, node) => `${op} is given ${type(one)} and ${type(other)}, which must be of one type (node ${quote(node)})`,
		fix: "Cast one of them in the exporter."
	},
	{
		form: /Type '(\S+)' of input parameter \((.*?)\) of operator \((\S+)\) in node \((.*)\) is invalid$/,
		say: (given, name, op, node) => `${op} does not take ${type(given)}, which ${quote(name)} is (node ${quote(node)})`,
		fix: "Cast it in the exporter."
	},
	{
		form: /Type \((\S+)\) of output arg \((.*?)\) of node \((.*)\) does not match expected type \((\S+)\)$/,
		say: (declared, name, node, made) => `${quote(name)} is declared as ${type(declared)}, and node ${quote(node)} makes ${type(made)}`,
		fix: "Correct the declared type in the exporter."
	},
	{
		form: /^Node:(.*) Output:(.*) \[ShapeInferenceError\] .*Inferred=(-?\d+) Declared=(-?\d+) Dimension=(\d+)$/,
		say: (node, name, made, declared, axis) => `${quote(name)} is declared with size ${declared} in dimension ${axis}, and node ${quote(node)} makes ${made}`,
		fix: SHAPES
	},
	{
		form: /^Node:(.*) Output:(.*) \[ShapeInferenceError\] Mismatch .* inferred=(\d+) declared=(\d+)$/,
		say: (node, name, made, declared) => `${quote(name)} is declared with ${declared} dimensions, and node ${quote(node)} makes ${made}`,
		fix: SHAPES
	},
	{
		form: /with schema\(.*?::(\S+?):\d+\) has (input|output) size (\d+) not in range \[min=(\d+), max=(\d+)\]$/,
		say: (op, what, given, least, most) => `${op} takes ${least === most ? least : `${least} to ${most}`} ${what}s and has ${given}`,
		fix: EXPORT
	},
	{
		form: /^Unrecognized attribute: (.*) for operator (\S+)$/,
		say: (name, op) => `${op} has no attribute ${quote(name)} in this opset`,
		fix: "Export the model for this opset, instead of changing the number alone."
	},
	{
		form: /^Required attribute '(.*)' is missing$/,
		say: (name) => `the attribute ${quote(name)} is missing`,
		fix: EXPORT
	},
	{
		form: /^Mismatched attribute type in '.* : (.*)'\. Expected: '(\w+)', actual: '(\w+)'$/,
		say: (name, expected, given) => `the attribute ${quote(name)} is ${given} and must be ${expected}`,
		fix: EXPORT
	},
	{
		form: /^Could not find an implementation for (\S+)\((\d+)\) node with name '(.*)'$/,
		say: (op, version, node) => `it has no CPU implementation of ${op} as of opset ${version} for these types (node ${quote(node)})`,
		fix: "Use float32 there, or export for opset 13 or newer."
	},
	{
		form: /Failed to construct locale with name:(.*?):/,
		say: (name) => `a StringNormalizer needs the locale ${quote(name)}, which this machine does not have`,
		fix: "Install it here and wherever the model is served (Debian: package locales-all), or normalise before the model."
	},
	{
		form: /functions? definitions must not be recursive\. Cycle detected: (.*)$/,
		say: (cycle) => `its functions call each other in a circle: ${quote(cycle)}`,
		fix: EXPORT
	},
	{
		form: /Model input \((.*)\) does not have type information$/,
		say: (name) => `the input ${quote(name)} has no type`,
		fix: EXPORT
	}
];
/** Our own sentence for known words; null for others. */
function explain(plain) {
	for (const { form, say, fix } of ROWS) {
		const found = form.exec(plain)?.slice(1);
		if (!found) continue;
		const advice = typeof fix === "function" ? fix(...found) : fix;
		return {
			reason: say(...found),
			...advice !== void 0 && { fix: advice }
		};
	}
	return null;
}
// src/adapters/onnxruntime/words.ts
/** ONNX Runtime's own errors as faults: one readable sentence, and the raw words as details. */
/** Element types that exist in ONNX and not in onnxruntime-node 1.30, by the number in its error. */
const UNCARRIED = /* @__PURE__ */ new Map([
	[14, "complex64"],
	[15, "complex128"],
	[16, "bfloat16"],
	[17, "float8e4m3fn"],
	[18, "float8e4m3fnuz"],
	[19, "float8e5m2"],
	[20, "float8e5m2fnuz"]
]);
/** The fault for what the engine threw: by its words where they are known, else by the phase. */
function engineFault({ phase, path, words }, doing, limits) {
	const details = clip$1(words.trim(), 4096);
	if (/bad_alloc|bad allocation|Failed to allocate memory/.test(words)) {
		const asked = /requested buffer of size (\d+)/.exec(words)?.[1];
		const amount = asked === void 0 ? "more memory" : `${mebibytes(Number(asked))} at once`;
		return fault("model-memory", `ONNX Runtime asked for ${amount} while ${doing}; the limit is ${mebibytes(limits.memory)}.`, {
			fix: MEMORY_FIX,
			details
		});
	}
	const type = /Unsupported data type: (\d+)/.exec(words)?.[1];
	if (type !== void 0) {
		const name = UNCARRIED.get(Number(type)) ?? `element type ${type}`;
		return fault("model-rejected", `${path} has an input or output of ${name}, which onnxruntime-node cannot carry; the model itself may be sound.`, {
			fix: "Export it with a Cast to or from float32 at that input or output.",
			details
		});
	}
	const { reason, fix } = readable(words);
	return fault(SENTENCES[phase].code, SENTENCES[phase].say(path, reason), {
		...fix !== void 0 || SENTENCES[phase].fix !== null ? { fix: fix ?? SENTENCES[phase].fix } : {},
		details
	});
}
const MEMORY_FIX = "Raise the memory limit if the model is meant to need this much, or use smaller batches.";
const SENTENCES = {
	start: {
		code: "runtime-unavailable",
		say: (path, reason) => `onnxruntime-node in ${path} does not load: ${reason}.`,
		fix: "Install it for this platform again; there is no build for musl (Alpine) or for a Mac with an Intel processor."
	},
	load: {
		code: "model-rejected",
		say: (path, reason) => `ONNX Runtime does not load ${path}: ${reason}.`,
		fix: null
	},
	run: {
		code: "model-run-rejected",
		say: (path, reason) => `ONNX Runtime does not run ${path} on this input: ${reason}.`,
		fix: null
	}
};
/**
* The reason in our words where the engine's are known, else its own without error codes, C++ places and a final
* stop; `(node "Gather_row", Gather)` comes along where a node is named.
* @example readable("Non-zero status code returned while running Gather node. Name:'g' Status Message: bad index")
* // { reason: 'bad index (node "g", Gather)' }
*/
function readable(words) {
	const [rest, node] = withoutNode(oneLine(words).replace(CODES, ""));
	const plain = withoutPlace(rest).replace(CODES, "").replace(/^.{1,200}? was false\. (?=\S)/, "").replace(/^This is an invalid model\. /, "").replace(/[.\s]+$/, "");
	const known = explain(plain) ?? { reason: plain === "" ? "it gives no reason" : plain };
	return {
		...known,
		reason: clip$1(known.reason, 400) + (node === null ? "" : ` (node ${node})`)
	};
}
const CODES = /^(\[ONNXRuntimeError\] : \d+ : \w+ : |Load model from .*? failed: ?|Exception during initialization: )+/;
/** How ONNX Runtime names the node: while running it, and while building the graph. */
const NODES = [
	{
		form: /while running (\S+) node\. Name:'(.*?)' Status Message: (.*)$/,
		read: ([, type = "", name = "", rest = ""]) => [rest, `"${clip$1(name, 100)}", ${clip$1(type, 40)}`]
	},
	{
		form: /In Node, \("(.*?)", (\S+), .*?, Error (.*)$/,
		read: ([, name = "", type = "", rest = ""]) => [rest, `"${clip$1(name, 100)}", ${clip$1(type, 40)}`]
	},
	{
		form: /^Node \((.*?)\) Op \((\S+)\) \[\w+Error\] (.*)$/,
		read: ([, name = "", type = "", rest = ""]) => [rest, `"${clip$1(name, 100)}", ${clip$1(type, 40)}`]
	}
];
function withoutNode(line) {
	for (const { form, read } of NODES) {
		const found = form.exec(line);
		if (found) return read(found);
	}
	return [line, null];
}
/** Drops `…/file.cc:187 type function(arguments) ` up to the parenthesis that closes the arguments. */
function withoutPlace(line) {
	const place = /\S+\.(?:cc|cpp|h|cu):\d+ /.exec(line);
	if (!place) return line;
	const before = line.slice(0, place.index).trim();
	const rest = line.slice(place.index + place[0].length);
	let depth = 0;
	for (const [index, letter] of [...rest].entries()) {
		if (letter === "(") depth++;
		if (letter === ")" && --depth === 0) return `${before} ${[...rest].slice(index + 1).join("").replace(/^ ?(?:const )?(?:\[with .*?\] )?/, "")}`.trim();
	}
	return line;
}
// src/adapters/onnxruntime/endings.ts
const outOfTime = (seconds) => (doing) => ({
	code: "model-timeout",
	message: `ONNX Runtime did not finish ${doing} within ${seconds} s and was stopped.`,
	fix: "If it is meant to be this slow, raise the limit in the policy (`limits: { seconds: 600 }`); a Loop without an end never returns."
});
const outOfMemory = (limits, reached) => (doing) => ({
	code: "model-memory",
	message: `ONNX Runtime held ${mebibytes(reached)} of memory while ${doing} and was stopped; the limit is ${mebibytes(limits.memory)}.`,
	fix: MEMORY_FIX
});
const startedProcesses = (doing) => ({
	code: "model-processes",
	message: `ONNX Runtime started a process of its own while ${doing}, and both were stopped.`,
	fix: "No operator of ONNX starts processes: the model made the engine run something else. Do not load it anywhere, and find out where it comes from."
});
/** What usually lies behind a signal. */
const CAUSES = {
	SIGFPE: "an integer division by zero, or of the smallest integer by −1",
	SIGSEGV: "nesting too deep for the stack, or memory out of bounds",
	SIGABRT: "a state that the engine did not expect and cannot leave",
	SIGILL: "an instruction that this processor does not have",
	SIGKILL: "the kernel, when the machine ran out of memory"
};
/** An end that nobody here asked for. `how`: the signal's name, the exit code, or null when it never started. */
function crashed(stderr, how) {
	const name = typeof how === "string" ? how : how === null ? "a failed start" : `exit code ${how}`;
	return (doing) => {
		if (doing === "starting") return {
			code: "runtime-unavailable",
			message: `The process for ONNX Runtime did not start: ${how === null ? oneLine(stderr) : name}.`,
			fix: "The details hold its last words. Install onnx-gate again if they name a missing file."
		};
		if (/out of memory|bad_alloc/.test(stderr)) return {
			code: "model-memory",
			message: `ONNX Runtime ran out of memory while ${doing} (${name}).`,
			fix: MEMORY_FIX
		};
		const cause = typeof how === "string" ? CAUSES[how] : void 0;
		return {
			code: "model-crashed",
			message: `ONNX Runtime died of ${name} while ${doing}${cause ? ` (most often ${cause})` : ""}.`,
			fix: "It would take down a server in the same way. Export the model without the operation that does it, and report it to ONNX Runtime."
		};
	};
}
/** The last 20 lines worth reading, without colours and native stack frames. */
function stderrLines(stderr) {
	const lines = stderr.split("\n").map(oneLine).filter((line) => line !== "" && !/^\d+: (0x)?[0-9a-f]+|^-----|^<---/i.test(line)).slice(-20).map((line) => clip$1(line, 300));
	return lines.length === 0 ? {} : { details: clip$1(lines.join("\n"), 4096) };
}
// src/adapters/onnxruntime/launch.ts
/** Starts the child process. */
/**
* A shell sets what Node cannot, then becomes Node: no core files, first in line when the kernel runs out of memory,
* and a limit on private memory, so that one quick allocation fails at once instead of outrunning the watch.
*/
const LIMITED = `ulimit -c 0 2>/dev/null
ulimit -d "$1" 2>/dev/null
{ echo 900 >/proc/self/oom_score_adj; } 2>/dev/null
shift
exec "$@"`;
/**
* Kibibytes for RLIMIT_DATA. It counts what is reserved, used or not: Node 24 reserves 570 MiB before it does
* anything, and the engine's arena up to twice what it holds.
*/
const dataLimit = (memory) => Math.ceil((memory + Math.max(memory, 2 ** 30)) / 1024);
function launch({ child, directory, env, memory, exchange }) {
	const node = [
		process.execPath,
		"--disable-proto=delete",
		child,
		directory,
		String(process.pid)
	];
	const command = process.platform === "linux" && existsSync("/bin/sh") ? [
		"/bin/sh",
		"-c",
		LIMITED,
		"sh",
		String(dataLimit(memory)),
		...node
	] : node;
	return spawn(command[0], command.slice(1), {
		env,
		serialization: "advanced",
		stdio: [
			"ignore",
			"ignore",
			"pipe",
			"ipc",
			exchange
		],
		windowsHide: true,
		detached: process.platform !== "win32"
	});
}
/** Ends the child and its group; one that is gone is left alone. */
function kill(child) {
	if (child.pid === void 0) return;
	if (process.platform === "win32") child.kill("SIGKILL");
	else signal(-child.pid);
}
/** SIGKILL for a process, or for a group by its negative id. */
function signal(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {}
}
// src/adapters/onnxruntime/watch.ts
/** What a process holds and what it has started, as seen from outside. */
const isKin = (leader, { pid, parent, group }) => pid !== leader && (parent === leader || group === leader);
/** Memory: VmHWM is the most it ever held, so that a peak between two looks is seen as well. */
function linuxGauge(leader) {
	let strangers = /* @__PURE__ */ new Set();
	const started = () => {
		const now = readdirSync("/proc").map(Number).filter(Number.isInteger);
		const kin = now.filter((pid) => !strangers.has(pid) && isKin(leader, statOf(pid)));
		strangers = new Set(now.filter((pid) => !kin.includes(pid)));
		return kin;
	};
	return {
		async look() {
			const status = readFileSync(`/proc/${leader}/status`, "latin1");
			return {
				memory: Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024,
				started: started()
			};
		},
		everyMs: 50
	};
}
/** The name of a process stands in parentheses and may hold some: what counts follows the last one. */
function statOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const [, parent, group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return {
			pid,
			parent: Number(parent),
			group: Number(group)
		};
	} catch {
		return {
			pid,
			parent: 0,
			group: 0
		};
	}
}
function posixGauge(leader) {
	return {
		async look() {
			const { stdout } = await promisify(execFile)("ps", [
				"-A",
				"-o",
				"pid=,ppid=,pgid=,rss="
			]);
			const rows = stdout.trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number)).map(([pid = 0, parent = 0, group = 0, rss = 0]) => ({
				pid,
				parent,
				group,
				memory: rss * 1024
			}));
			return {
				memory: rows.find(({ pid }) => pid === leader)?.memory ?? 0,
				started: rows.filter((row) => isKin(leader, row)).map(({ pid }) => pid)
			};
		},
		everyMs: 250
	};
}
/** None for Windows: there only the time is limited. */
const GAUGES = {
	linux: linuxGauge,
	darwin: posixGauge
};
/** Calls `see` with what is seen of a process, again and again. Returns what ends the watch. */
function watch(pid, see) {
	const gauge = GAUGES[process.platform]?.(pid);
	let timer;
	let active = true;
	const look = async () => {
		const seen = await gauge.look().catch(() => null);
		if (!active) return;
		if (seen) see(seen);
		timer = setTimeout(look, gauge.everyMs).unref();
	};
	if (gauge) timer = setTimeout(look, gauge.everyMs).unref();
	return () => {
		active = false;
		clearTimeout(timer);
	};
}
// src/adapters/onnxruntime/supervised.ts
/** A child process under limits: questions and answers, and a fault instead of a crash. */
/** Loading the engine itself, from a cold disk too. */
const START_SECONDS = 60;
/** How long its last words may take after its end. */
const LAST_WORDS_MS = 2e3;
/** Resolves when the engine is loaded. Throws `runtime-unavailable`. */
async function startSupervised(setup, limits) {
	const exchange = openExchange();
	const child = launch({
		...setup,
		memory: limits.memory,
		exchange: exchange.file
	});
	const questions = [];
	let stderr = "";
	/** Why we ended it; null while it lives, and when it died by itself. */
	let stopped = null;
	let gone = null;
	let timer;
	const outbox = [];
	const stop = (ending) => {
		stopped ??= ending;
		kill(child);
	};
	const unwatch = child.pid ? watch(child.pid, ({ memory, started }) => {
		if (memory > limits.memory) stop(outOfMemory(limits, memory));
		if (started.length === 0) return;
		stop(startedProcesses);
		for (const pid of started) signal(pid);
	}) : () => {};
	const time = ({ seconds }) => {
		timer = setTimeout(() => stop(outOfTime(seconds)), Math.min(seconds * 1e3, 2 ** 31 - 1));
	};
	const settle = (reply) => {
		clearTimeout(timer);
		const question = questions.shift();
		if (questions[0]) time(questions[0]);
		if (reply.kind === "done") question?.resolve(reply.value);
		if (reply.kind === "refused") question?.reject(new FaultError(reply.faults));
		if (reply.kind === "engine") question?.reject(engineFault(reply, question.doing, limits));
	};
	const enqueue = (doing, seconds) => new Promise((resolve, reject) => {
		const question = {
			doing,
			seconds,
			resolve,
			reject
		};
		questions.push(question);
		if (questions.length === 1) time(question);
	});
	/** What is asked in one turn travels in one message, since each one costs both processes. */
	const post = (request) => {
		if (outbox.push(request) > 1) return;
		queueMicrotask(() => {
			child.send(outbox.splice(0), () => {});
		});
	};
	const ended = new Promise((resolve) => {
		const end = (ending) => {
			if (gone) return;
			unwatch();
			clearTimeout(timer);
			const doing = questions[0]?.doing ?? "waiting";
			gone = new FaultError([{
				...(stopped ?? ending)(doing),
				...stderrLines(stderr)
			}]);
			for (const question of questions.splice(0)) question.reject(gone);
			exchange.close();
			resolve();
		};
		child.on("error", (error) => end(crashed(error.message, null)));
		child.on("exit", () => {
			kill(child);
			setTimeout(() => child.stderr.destroy(), LAST_WORDS_MS).unref();
		});
		child.on("close", (code, signal) => end(crashed(stderr, signal ?? code)));
	});
	child.stderr.setEncoding("utf8").on("data", (text) => {
		stderr = (stderr + text).slice(-65536);
	});
	child.on("message", (replies) => {
		for (const reply of replies) if (reply.kind !== "doing") settle(reply);
		else if (questions[0]) questions[0].doing = reply.what;
	});
	const dispose = async () => {
		stop(() => ({
			code: "internal",
			message: "The model was closed while it was in use."
		}));
		await ended;
	};
	try {
		await enqueue("starting", START_SECONDS);
	} catch (error) {
		await dispose();
		throw error;
	}
	return {
		put(tensors) {
			if (gone) throw gone;
			return exchange.put(tensors);
		},
		ask(kind, needs, doing) {
			if (gone) return Promise.reject(gone);
			const answer = enqueue(doing, limits.seconds);
			post({
				kind,
				needs
			});
			return answer;
		},
		[Symbol.asyncDispose]: dispose
	};
}
// src/adapters/onnxruntime/runner.ts
/** ONNX Runtime as a port: every model in a child process of its own, under limits. */
/** Starts a process for models. */
function starter({ child, natives, env = process.env }) {
	return async (limits) => startSupervised({
		child,
		directory: await natives(),
		env: childEnvironment(env)
	}, limits);
}
/** Also throws `file-missing` for a path that is not there, and `runtime-unavailable`. */
function createModelRunner(options) {
	const { natives } = options;
	const start = starter(options);
	return {
		engine: async () => engineOf(await natives()),
		async open(path, limits, options = SERVED) {
			await checkExists(path);
			return openSession(path, await start(limits), options);
		},
		async time(launch, limits) {
			checkLaunch(launch);
			for (const { path } of [launch.candidate, launch.baseline ?? launch.candidate]) await checkExists(path);
			const process = await start(limits);
			try {
				return await process.ask("time", launch, `timing ${launch.candidate.path}`);
			} finally {
				await process[Symbol.asyncDispose]();
			}
		}
	};
}
/** As services load a model. */
const SERVED = {
	optimization: "all",
	strictShapes: false
};
async function openSession(path, process, options) {
	try {
		const signature = await load(path, process, options);
		let batch = 0;
		return {
			signature,
			reopen: (another) => load(path, process, another),
			async run(feeds, outputs) {
				const { parcels, free } = process.put(feeds);
				const doing = `running batch ${++batch} of ${path}`;
				return process.ask("run", {
					feeds: parcels,
					outputs
				}, doing).finally(free);
			},
			[Symbol.asyncDispose]: () => process[Symbol.asyncDispose]()
		};
	} catch (error) {
		await process[Symbol.asyncDispose]();
		throw error;
	}
}
async function load(path, process, { instead, ...options }) {
	try {
		var _usingCtx$1 = _usingCtx();
		if (!instead) return process.ask("open", {
			...options,
			path,
			file: path
		}, `loading ${path}`);
		const placed = _usingCtx$1.a(await placeRewritten(path, instead));
		return await process.ask("open", {
			...options,
			path,
			file: placed.file
		}, `loading ${path}`);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function engineOf(directory) {
	const name = "onnxruntime-node";
	try {
		const manifest = createRequire(join(directory, "_.js")).resolve(`${name}/package.json`);
		const { version } = JSON.parse(await readFile(manifest, "utf8"));
		return {
			name,
			version
		};
	} catch (cause) {
		throw fault("runtime-unavailable", `There is no ${name} in ${directory}.`, {
			fix: `Install ${name} there.`,
			details: cause instanceof Error ? cause.message : String(cause)
		});
	}
}
async function checkExists(path) {
	if (!await stat(path).catch(() => null)) throw fault("file-missing", `There is no file ${path}.`, { fix: "Check the path of the model." });
}
function checkLaunch({ callsPerTurn }) {
	if (callsPerTurn < 2) throw new RangeError(`callsPerTurn is ${callsPerTurn}: the first call of a turn is not timed, so at least 2`);
}
// src/adapters/onnxruntime/meter.ts
/** Measures of one model at a time, each in a fresh process. */
/** Throws as `createModelRunner`'s methods do. */
function createModelMeter(options) {
	const start = starter(options);
	const ask = async (kind, needs, limits) => {
		const process = await start(limits);
		try {
			return await process.ask(kind, needs, `timing ${needs.path}`);
		} finally {
			await process[Symbol.asyncDispose]();
		}
	};
	return {
		footprint: (model, settings, limits) => ask("footprint", {
			...model,
			settings
		}, limits),
		throughput: (model, load, settings, limits) => ask("throughput", {
			...model,
			...load,
			settings
		}, limits),
		async profile(model, settings, limits) {
			const folder = await mkdtemp(join(tmpdir(), "onnx-gate-profile-"));
			try {
				return await ask("profile", {
					...model,
					settings,
					folder
				}, limits);
			} finally {
				await rm(folder, {
					recursive: true,
					force: true
				});
			}
		}
	};
}
// src/adapters/pace.ts
/** A timer may be late by more than a request takes; the last stretch is waited for in turns of the event loop. */
const STRETCH = .002;
const pace = {
	now: () => performance.now() / 1e3,
	async until(at) {
		const left = at - pace.now();
		if (left > STRETCH) await setTimeout$1((left - STRETCH) * 1e3);
		while (pace.now() < at) await setImmediate();
	}
};
// src/adapters/references/references.ts
/** One row per scheme. Each loads when it is asked for. */
const FINDERS = {
	path: () => import("./path.js"),
	git: () => import("./git.js"),
	https: () => import("./https.js"),
	oci: () => import("./find2.js"),
	release: () => import("./release.js"),
	artifact: () => import("./artifact.js"),
	"gitlab-package": () => import("./package.js"),
	"gitlab-job": () => import("./job.js"),
	dvc: () => import("./find.js"),
	mlflow: () => import("./mlflow.js"),
	hf: () => import("./hf.js")
};
function createReferences(tools) {
	return { find: (reference) => attempt(async () => {
		const { find } = await FINDERS[reference.scheme]();
		return find(reference, tools);
	}) };
}
async function attempt(work) {
	try {
		const { beside, ...file } = await work();
		return {
			ok: true,
			file: {
				...file,
				beside: beside && ((location) => attempt(() => beside(location)))
			}
		};
	} catch (error) {
		if (!(error instanceof Missing)) throw error;
		const { message: reason, fix, environment } = error;
		return {
			ok: false,
			reason,
			environment,
			...fix !== void 0 && { fix }
		};
	}
}
// src/adapters/registry/redirects.ts
const MOST_HOPS = 5;
/**
* The answer at the end of all redirects, of which each may name a path alone; after too many the last one.
* `own` headers stay with the origin of `first`: the client's own way shows them to other ports of the host.
*/
async function follow(client, method, first, headers, own) {
	let url = first;
	for (let hop = 0;; hop++) {
		const sent = {
			...headers,
			...url.origin === first.origin && own
		};
		const answer = await client.request(method, url.href, null, sent);
		const { message } = answer;
		const next = hop < MOST_HOPS ? nextOf(message, url) : null;
		if (!next) return message;
		if (url.protocol === "https:" && next.protocol !== "https:") {
			message.destroy();
			throw new Error(`it redirects ${url.pathname} to an address that is not https`);
		}
		await answer.readBody();
		url = next;
	}
}
function nextOf({ statusCode = 0, headers: { location } }, url) {
	if (statusCode < 300 || statusCode > 399 || location === void 0) return null;
	return URL.canParse(location, url.href) ? new URL(location, url) : null;
}
// src/adapters/registry/requests.ts
const USUAL = {
	idle: 12e4,
	pauses: [
		500,
		2e3,
		8e3,
		2e4
	],
	wait: setTimeout$1
};
const AWAY = "Look whether the registry is up and reachable from here, and try again.";
const BUSY = "The registry asks for fewer requests: try again later.";
/** Docker's registry says no more than `unknown error` when its disk is full. */
const FAILING = "The registry is there, but fails: look into its log, and whether its disk is full.";
/** The connection was lost, or the server is busy. */
var Lost = class extends Error {
	retryAfter;
	/** What to do when it does not pass. */
	fix;
	constructor(message, retryAfter = 0, fix = AWAY) {
		super(message);
		this.retryAfter = retryAfter;
		this.fix = fix;
	}
};
/** Insufficient Storage: it does not pass by itself. */
const FULL = 507;
/** Manifests and configurations are small; layers are never read. */
const MOST_BYTES = 16 * 2 ** 20;
const LONGEST_PAUSE = 6e4;
/** As long as we would, or as the registry asks. */
const pauseAfter = ({ retryAfter }, pause) => Math.min(Math.max(pause, retryAfter * 1e3), LONGEST_PAUSE);
/** Throws `registry-failed` for what is not expected, and Lost for a connection lost where `again` is false. */
function createSend(registry, repository, authorization, patience) {
	const host = registry === "docker.io" ? "registry-1.docker.io" : registry;
	const root = new URL(`${isThisMachine(host) ? "http" : "https"}://${host}`);
	const client = new HttpClient("onnx-gate", [], {
		keepAlive: true,
		allowRedirects: false,
		socketTimeout: patience.idle
	});
	const once = async (request) => {
		const url = new URL(request.path, root);
		const own = url.origin === root.origin ? await authorization.headers() : {};
		const given = request.body?.() ?? null;
		const sized = Buffer.isBuffer(given) ? { "content-length": String(given.length) } : {};
		const data = Buffer.isBuffer(given) ? Readable.from([given]) : given;
		const headers = {
			...data === null && request.method === "POST" ? { "content-length": "0" } : {},
			...sized,
			...request.headers
		};
		let unreadable = null;
		const broken = new Promise((_, fail) => {
			data?.once("error", (error) => {
				unreadable = error;
				fail(error);
			});
		});
		broken.catch(() => {});
		try {
			const answered = data ? client.request(request.method, url.href, data, {
				...headers,
				...own
			}).then(({ message }) => message) : follow(client, request.method, url, headers, own);
			const message = await Promise.race([answered, broken]);
			const status = message.statusCode ?? 0;
			const whole = request.streamed && request.expect.includes(status);
			return {
				status,
				headers: message.headers,
				body: whole ? Buffer.alloc(0) : await read(message),
				stream: message
			};
		} catch (error) {
			if (unreadable) throw unreadable;
			throw new Lost(`${host} could not be reached (${error.code || error.message})`);
		}
	};
	const answer = async (request) => {
		let response = await once(request);
		if (response.status === 401 && await authorization.challenged(response)) response = await once(request);
		if (response.status === 429 || response.status >= 500 && response.status !== FULL) {
			const said = messageIn(response.body);
			throw new Lost(`${host} answered ${response.status}${said && `: ${said}`}`, secondsOf(response.headers["retry-after"]), response.status === 429 ? BUSY : FAILING);
		}
		return response;
	};
	return async (request) => {
		for (let tries = 0;; tries++) try {
			const response = await answer(request);
			if (request.expect.includes(response.status)) return response;
			throw refused(host, repository, request, response);
		} catch (error) {
			if (!(error instanceof Lost) || request.again === false) throw error;
			const pause = patience.pauses[tries];
			if (pause === void 0) throw fault("registry-failed", `${error.message}, ${tries + 1} times.`, { fix: error.fix });
			await patience.wait(pauseAfter(error, pause));
		}
	};
}
async function read(message) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of message) {
		bytes += chunk.length;
		if (bytes > MOST_BYTES) {
			message.destroy();
			throw new Error(`more than ${MOST_BYTES} bytes`);
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
const secondsOf = (text) => text !== void 0 && /^\d+$/.test(text) ? Number(text) : 0;
/** By status: what to do about it. */
const FIXES = {
	401: (host) => `Log in with \`docker login ${host}\`${host === "ghcr.io" ? ", or set GITHUB_TOKEN and give the job `permissions: { packages: write }`" : ""}.`,
	403: (host) => `Give the account the right to write there${host === "ghcr.io" ? ": the job needs `permissions: { packages: write }`" : ""}.`,
	404: () => "Create the repository, or check its name.",
	405: () => "The registry takes no uploads: it is read-only, or a mirror. Push to another.",
	413: () => "The registry takes no blobs of this size; raise its limit, or push to another.",
	[FULL]: () => "Make room there, or push to another registry."
};
function refused(host, repository, { method, path }, { status, body }) {
	const what = method === "GET" || method === "HEAD" ? "reading" : "writing";
	const said = messageIn(body);
	return fault("registry-failed", `${host} refused ${what} ${repository} with ${status}${said && `: ${said}`}.`, {
		...FIXES[status] && { fix: FIXES[status](host) },
		details: `${method} ${path.split("?")[0]}`
	});
}
/** OCI Distribution Specification, "Error Codes". */
function messageIn(body) {
	try {
		const { errors } = JSON.parse(body.toString());
		const [first] = errors ?? [];
		return [first?.code, first?.message].filter((part) => typeof part === "string").join(", ").slice(0, 300);
	} catch {
		return "";
	}
}
// src/adapters/registry/repository.ts
/** One repository of a registry. Source: OCI Distribution Specification 1.1. */
const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const MANIFESTS = [
	MANIFEST,
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.docker.distribution.manifest.v2+json",
	"application/vnd.docker.distribution.manifest.list.v2+json"
].join(", ");
const digestOf = (bytes) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
function createImageRepository(repository, send, patience) {
	const at = (what) => `/v2/${repository}/${what}`;
	const checked = (wanted, bytes) => {
		const digest = digestOf(bytes);
		if (wanted.startsWith("sha256:") && wanted !== digest) throw fault("digest-mismatch", `${repository} gave something else than was asked for: ${digest}.`, { fix: `It should be ${wanted}. It was not used: find out who changed it.` });
		return digest;
	};
	const ensure = async (blob, from) => {
		if ((await send({
			method: "HEAD",
			path: at(`blobs/${blob.digest}`),
			expect: [200, 404]
		})).status === 200) return 0;
		if (from !== void 0 && await mounted(blob, from)) return 0;
		await upload(blob, repository, send, patience);
		return blob.bytes;
	};
	/** Registries that do not mount, or do not let us, say so in several ways: then it is sent. */
	const mounted = async ({ digest }, from) => {
		return (await send({
			method: "POST",
			path: at(`blobs/uploads/?mount=${digest}&from=${encodeURIComponent(from)}`),
			expect: [
				201,
				202,
				400,
				403,
				404,
				405
			]
		})).status === 201;
	};
	return {
		ensure,
		async manifest(version) {
			const { status, headers, body } = await send({
				method: "GET",
				path: at(`manifests/${version}`),
				headers: { accept: MANIFESTS },
				expect: [200, 404]
			});
			if (status === 404) return null;
			return {
				digest: checked(version, body),
				mediaType: headers["content-type"]?.split(";")[0]?.trim() || typeIn(body),
				bytes: new Uint8Array(body)
			};
		},
		async blob(digest) {
			const { body } = await send({
				method: "GET",
				path: at(`blobs/${digest}`),
				expect: [200]
			});
			checked(digest, body);
			return new Uint8Array(body);
		},
		stream: (digest, from) => Readable.from(blobFrom(at(`blobs/${digest}`), from, send)),
		async keep(bytes) {
			const digest = digestOf(bytes);
			const open = (from) => Readable.from([Buffer.from(bytes.subarray(from))]);
			return {
				digest,
				sent: await ensure({
					digest,
					bytes: bytes.length,
					open
				})
			};
		},
		async put(manifest, mediaType, tag) {
			const digest = digestOf(manifest);
			agreed(await send({
				method: "PUT",
				path: at(`manifests/${tag ?? digest}`),
				expect: [201],
				headers: { "content-type": mediaType },
				body: () => Buffer.from(manifest)
			}), digest, repository);
			return digest;
		}
	};
}
async function* blobFrom(path, from, send) {
	const { status, stream } = await send({
		method: "GET",
		path,
		headers: from === 0 ? {} : { range: `bytes=${from}-` },
		expect: [200, 206],
		streamed: true
	});
	let skip = status === 206 ? 0 : from;
	for await (const chunk of stream) {
		if (skip < chunk.length) yield chunk.subarray(skip);
		skip = Math.max(0, skip - chunk.length);
	}
}
/** A registry, or a proxy before it, that stored something else. */
function agreed({ headers }, digest, repository) {
	const stored = headers["docker-content-digest"] ?? digest;
	if (stored === digest) return;
	throw fault("digest-mismatch", `${repository} stored ${stored.slice(0, 100)}, and it was sent ${digest}.`, { fix: "Find out what changes uploads on their way, such as a proxy that converts images." });
}
function typeIn(body) {
	const { mediaType } = JSON.parse(body.toString());
	return mediaType ?? MANIFEST;
}
function locationOf({ headers }) {
	if (headers.location) return headers.location;
	throw fault("registry-failed", "The registry began an upload and did not say where.", { fix: "Look whether a proxy stands before it that drops `Location`." });
}
/** In one go; after a loss the rest, as the registry says how far it is ("Pushing a blob in chunks"). */
async function upload(blob, repository, send, patience) {
	const begin = async () => locationOf(await send({
		method: "POST",
		path: `/v2/${repository}/blobs/uploads/`,
		expect: [202]
	}));
	let location = await begin();
	let sent = 0;
	let losses = 0;
	while (sent < blob.bytes) {
		const start = sent;
		try {
			const answer = await send({
				method: "PATCH",
				path: location,
				expect: [202, 416],
				again: false,
				headers: {
					"content-type": "application/octet-stream",
					"content-length": String(blob.bytes - start),
					"content-range": `${start}-${blob.bytes - 1}`
				},
				body: () => blob.open(start)
			});
			if (answer.status === 416) throw new Lost("the registry is at another place of the upload");
			location = locationOf(answer);
			sent = blob.bytes;
			losses = 0;
		} catch (error) {
			if (!(error instanceof Lost)) throw error;
			const pause = patience.pauses[losses++];
			if (pause === void 0) throw fault("registry-failed", `The upload of ${blob.bytes} bytes broke off: ${error.message}.`, { fix: "Look whether the registry is up and has room, and try again." });
			await patience.wait(pauseAfter(error, pause));
			const state = await send({
				method: "GET",
				path: location,
				expect: [204, 404]
			});
			sent = state.status === 404 ? 0 : received(state);
			location = state.status === 404 ? await begin() : state.headers.location ?? location;
		}
	}
	const join = location.includes("?") ? "&" : "?";
	if ((await send({
		method: "PUT",
		path: `${location}${join}digest=${blob.digest}`,
		expect: [201, 404],
		headers: { "content-length": "0" }
	})).status === 404) await send({
		method: "HEAD",
		path: `/v2/${repository}/blobs/${blob.digest}`,
		expect: [200]
	});
}
/** Of `Range: 0-1023`, 1024; an upload that has nothing yet says `0-0` or nothing. */
function received({ headers }) {
	const last = Number(/^(?:bytes=)?0-(\d+)$/.exec(headers.range ?? "")?.[1] ?? 0);
	return last === 0 ? 0 : last + 1;
}
// src/adapters/registry/registries.ts
/** `authorize`: what a repository of a registry wants to know before it gives or takes. */
function createImageRegistries(authorize, patience = USUAL) {
	return { open: ({ registry, repository }) => createImageRepository(repository, createSend(registry, repository, authorize(registry, repository), patience), patience) };
}
// src/adapters/threads/shared-arrays.ts
/** The same numbers in memory that threads share: one copy that all of them read, instead of one for each. */
const sharedDoubles = (values) => filled(new Float64Array(new SharedArrayBuffer(values.byteLength)), values);
const sharedCodes = (values) => filled(new Int32Array(new SharedArrayBuffer(values.byteLength)), values);
const sharedWords = (values) => filled(new Uint32Array(new SharedArrayBuffer(values.byteLength)), values);
function filled(to, from) {
	to.set(from);
	return to;
}
// src/adapters/threads/resampler.ts
/** Less work than this, in triples of resamples times rows, is done before a thread has started. */
const WORTH_A_THREAD$1 = 2 ** 23;
/** Whoever comes last waits for no more than one of these. */
const CHUNKS = 100;
/** A thread that has taken a chunk and not answered for so long has died. */
const PATIENCE_MS = 6e4;
/**
* Spreads the resamples of a bootstrap over `threads` threads, this one included, and waits for them. `worker` is a script that
* calls `serveResamples` with the same `prepare`. Which thread makes a resample does not change it, so the values are
* the same for any number of threads; those that never start, or fail, leave their share to this one.
*
* Threads start with the first job that is worth it and stay for all later ones; they do not keep the process alive.
*/
function createResampler(worker, threads, prepare) {
	const others = [];
	return (job) => {
		const resample = prepare(job);
		const useful = Math.ceil(job.triples * job.arms[0].binOf.length / WORTH_A_THREAD$1);
		while (others.length < Math.min(threads, useful) - 1) others.push(startThread(worker));
		if (others.length === 0) return resample(0, job.triples);
		const shared = share(job);
		for (const thread of others) thread.postMessage(shared);
		takeChunks(shared, resample);
		for (let chunk = 0; chunk < shared.done.length; chunk++) if (Atomics.wait(shared.done, chunk, 0, PATIENCE_MS) === "timed-out") computeChunk(shared, chunk, resample);
		return shared.values;
	};
}
function startThread(worker) {
	const thread = new Worker(worker);
	thread.on("error", () => {});
	thread.unref();
	return thread;
}
function share(job) {
	const chunk = Math.ceil(job.triples / CHUNKS);
	const [first, second] = job.arms;
	const arm = ({ binOf, cellOf, cells }) => ({
		binOf: sharedWords(binOf),
		cellOf: sharedWords(cellOf),
		cells
	});
	return {
		job: {
			...job,
			arms: [arm(first), arm(second)],
			weight: job.weight && sharedDoubles(job.weight),
			unit: job.unit && sharedCodes(job.unit)
		},
		chunk,
		values: new Float64Array(new SharedArrayBuffer(48 * job.triples)),
		next: new Int32Array(new SharedArrayBuffer(4)),
		done: new Int32Array(new SharedArrayBuffer(4 * Math.ceil(job.triples / chunk)))
	};
}
// src/adapters/threads/share-slices.ts
/** The job with its rows in memory that threads share. */
function shareJob(job) {
	const { scores } = job;
	const { weight, baseline, group, item } = scores;
	return {
		job: {
			...job,
			scores: {
				...scores.classes !== void 0 && { classes: scores.classes },
				label: sharedDoubles(scores.label),
				candidate: sharedDoubles(scores.candidate),
				baseline: baseline && sharedDoubles(baseline),
				weight: weight && sharedDoubles(weight),
				group: group && {
					...group,
					code: sharedCodes(group.code)
				},
				...item && { item: {
					...item,
					code: sharedCodes(item.code)
				} }
			},
			entries: job.entries.map((slices) => slices.map(({ id, rows }) => ({
				id,
				rows: sharedCodes(rows)
			})))
		},
		next: new Int32Array(new SharedArrayBuffer(4))
	};
}
// src/adapters/threads/slice-meter.ts
/** Fewer rows than this in all slices together are measured before a thread has started. */
const WORTH_A_THREAD = 2 ** 20;
/**
* Measures slices in up to `threads` threads, this one included: the others begin at once, and this one helps when it has
* nothing else to do. `worker` is a script that calls `serveSlices` with the same `measure`. An entry's results do not depend on
* the thread; what a thread leaves undone, because it does not start or fails, is done here.
*/
function createSliceMeter(worker, threads, measure) {
	return (job) => {
		const useful = rowsIn(job) < WORTH_A_THREAD ? 1 : job.entries.length;
		const others = Math.min(threads, useful) - 1;
		const made = /* @__PURE__ */ new Map();
		const keep = ({ entry, results }) => made.set(entry, results);
		const shared = others > 0 ? shareJob(job) : {
			job,
			next: /* @__PURE__ */ new Int32Array(1)
		};
		const running = Array.from({ length: others }, () => {
			const thread = new Worker(worker, { workerData: shared });
			thread.on("message", keep);
			thread.on("error", () => {});
			thread.unref();
			return {
				thread,
				ended: new Promise((ended) => thread.once("exit", ended))
			};
		});
		return async () => {
			for (const { thread } of running) thread.ref();
			takeEntries({
				...shared,
				job
			}, measure, keep);
			await Promise.all(running.map(({ ended }) => ended));
			return job.entries.map((_, entry) => made.get(entry) ?? measure(job, entry));
		};
	};
}
const rowsIn = ({ entries }) => entries.flat().reduce((sum, { rows }) => sum + rows.length, 0);
// src/commands/readable-outputs.ts
/**
* A runner that reads outputs which are lists of maps (ZipMap) or sequences of tensors, by loading the model with its
* graph changed; `notes` of the session says so. Where that does not work, the model is open as it is.
*/
function withReadableOutputs(runner, files) {
	return {
		...runner,
		async open(path, limits, options) {
			const session = await runner.open(path, limits, options);
			if (options?.instead || session.signature.outputs.every(({ type }) => type !== null)) return session;
			const rewritten = await rewrite();
			if (rewritten) await session[Symbol.asyncDispose]();
			return rewritten ?? session;
			async function rewrite() {
				try {
					const { rewriteOutputs } = await import("./zipmap.js");
					const rewriting = rewriteOutputs(await files.read(path));
					if (!rewriting) return null;
					const { notes, ...instead } = rewriting;
					const opened = await runner.open(path, limits, {
						optimization: "all",
						strictShapes: false,
						...options,
						instead
					});
					return {
						...opened,
						notes,
						reopen: (another) => opened.reopen({
							instead,
							...another
						})
					};
				} catch (error) {
					if (error instanceof FaultError) return null;
					await session[Symbol.asyncDispose]();
					throw error;
				}
			}
		}
	};
}
// src/commands/tensor-files.ts
/** Files of tensors as columns: NumPy's arrays and ONNX's test vectors. */
const tensorFiles = {
	npy: async (name, bytes) => one(name, readNpy(name, bytes)),
	async npz(_name, bytes) {
		const arrays = await readNpz(bytes);
		if (!arrays) return { why: "is not an archive of NumPy" };
		const tensors = [];
		for (const [name, stored] of arrays) {
			if (!stored.ok) return { why: `has the array ${name.slice(0, 80)}, which ${stored.why}` };
			tensors.push({
				name,
				tensor: widened(stored.tensor)
			});
		}
		return { tensors };
	},
	async onnx(name, bytes) {
		const { readTensorProto } = await import("./tensor-proto.js");
		const stored = readTensorProto(bytes);
		return one(stored.ok && stored.name !== "" ? stored.name : name, stored);
	}
};
function one(name, stored) {
	return stored.ok ? { tensors: [{
		name,
		tensor: widened(stored.tensor)
	}] } : { why: stored.why };
}
/** SQL has no float16. */
function widened(tensor) {
	if (tensor.type !== "float16") return tensor;
	return {
		type: "float32",
		shape: tensor.shape,
		data: Float32Array.from(tensor.data, fromHalf)
	};
}
// src/commands/baseline-run.ts
/** Runs that are looked at: a page of the API. */
const MOST_RUNS = 100;
/**
* The baseline of a pull request: what the last passing run at its base commit left, or else at the nearest ancestor,
* up to `most` commits back. Throws `reference-unresolved` with what was looked at.
*/
async function runFindBaseline(inputs, ports) {
	const { commit, branch, workflow, most } = inputs;
	const runs = await ports.history.passedRuns(workflow, branch, MOST_RUNS);
	const commits = await ports.history.ancestors(commit, most + 1);
	const expired = [];
	for (const [distance, sha] of commits.entries()) for (const run of runs.filter((one) => one.commit === sha)) {
		const artifact = (await ports.artifacts.list(run.id)).find(({ name }) => name === inputs.artifact);
		if (artifact) return {
			run,
			artifact,
			distance,
			age: (ports.clock.now().getTime() - Date.parse(run.created)) / 1e3
		};
		expired.push(String(run.id));
	}
	const looked = expired.length > 0 ? ` Run ${expired.slice(0, 5).join(", ")} passed, but has no such artifact any more.` : ` ${plural(runs.length, "run")} of it passed on ${branch}.`;
	throw fault("reference-unresolved", `No passing run of ${workflow} at ${commit.slice(0, 12)} or ${most} commits before it left an artifact \`${inputs.artifact}\`.${looked}`, { fix: "Let the workflow run on pushes to the base branch, and upload the model there." });
}
// src/entry/baseline-run.ts
/** Commits before the base that are searched. */
const MOST_ANCESTORS = 50;
/**
* The run that left the baseline: of this workflow, on the pull request's base branch or, without a pull request, on
* the branch itself before this commit. Null outside of GitHub Actions, and on tags and merge groups.
*/
async function findBaselineRun(artifact, event, host) {
	const commit = event.pullRequest?.baseSha ?? event.before;
	const branch = event.pullRequest?.baseBranch ?? event.branch;
	const github = await openGithub(event, process.env.GITHUB_TOKEN || process.env["INPUT_GITHUB-TOKEN"], host);
	if (!github || !commit || !branch) return null;
	try {
		const inputs = {
			commit,
			branch,
			workflow: event.workflow,
			artifact,
			most: MOST_ANCESTORS
		};
		const clock = { now: () => /* @__PURE__ */ new Date() };
		const found = await runFindBaseline(inputs, {
			...github,
			clock
		});
		const days = (found.age / 86400).toFixed(1);
		const before = found.distance === 0 ? "at" : `${plural(found.distance, "commit")} before`;
		host.report(`Baseline: ${artifact} of run ${found.run.id}, ${before} ${commit.slice(0, 12)}, ${days} days old.`);
		return { run: found.run.id };
	} catch (error) {
		if (error instanceof FaultError) return { reason: error.faults.map(({ message }) => message).join(" ") };
		throw error;
	}
}
// src/entry/context.ts
/** Every adapter that commands use, made for one run. Natives are looked for when the first of them is needed. */
function createContext(host, inputs) {
	let found;
	const natives = () => {
		found ??= findNatives(host, inputs);
		return found;
	};
	const room = usualRoom(process.env.ONNX_GATE_CACHE || `${userCache(process.env)}/files`);
	const blobs = createBlobs(room);
	const downloads = createDownloads({
		blobs,
		report: host.report
	});
	return {
		host,
		files,
		blobs,
		scoreCache: sharedScores(createScoreCache(room), `${inputs.out}/score-cache`, host),
		machine,
		clock: { now: () => /* @__PURE__ */ new Date() },
		progress: host,
		modelFiles: createModelFiles(),
		references: createReferences({
			blobs,
			downloads,
			env: process.env,
			report: host.report,
			baselineRun: (artifact) => findBaselineRun(artifact, readEvent(process.env), host)
		}),
		registries: createImageRegistries((registry, repository) => createAuthorization(registry, repository, {
			downloads,
			blobs,
			env: process.env,
			report: host.report
		})),
		endpoints,
		pace,
		runner: withEndpoints(withReadableOutputs(createModelRunner({
			child: besideEntries("onnxruntime-child.js"),
			natives
		}), files)),
		meter: createModelMeter({
			child: besideEntries("onnxruntime-child.js"),
			natives
		}),
		tables: createTables({
			natives,
			decode: tensorFiles
		}),
		resampler: createResampler(pathToFileURL(besideEntries("resample-thread.js")), availableParallelism(), partialResampler),
		slices: createSliceMeter(pathToFileURL(besideEntries("slice-thread.js")), availableParallelism(), measureEntry)
	};
}
function createModelFiles() {
	const known = /* @__PURE__ */ new Map();
	return { async open(path) {
		const source = await openByteSource(path);
		return {
			source,
			external: createExternalFiles(path, known),
			[Symbol.asyncDispose]: () => source[Symbol.asyncDispose]()
		};
	} };
}
/** In GitHub Actions also kept by its cache service, which loads when it is asked. */
function sharedScores(local, folder, host) {
	if (process.env.GITHUB_ACTIONS !== "true" || !(process.env.ACTIONS_RESULTS_URL || process.env.ACTIONS_CACHE_URL)) return local;
	const shared = async () => {
		const { createSharedScoreCache } = await import("./score-cache.js");
		return createSharedScoreCache(local, folder, host.report);
	};
	return {
		get: async (key) => (await shared()).get(key),
		put: async (key, path) => (await shared()).put(key, path)
	};
}
export { createContext as t };
