import { o as __toESM } from "./rolldown-runtime.js";
import { i as fault, n as FaultError, o as throwFaults } from "./errors.js";
import { t as makeFolder } from "./make-folder.js";
import { t as require_tar_stream } from "./tar-stream.js";
import { n as isThisMachine } from "./authorization.js";
import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { n as parseDocument } from "./documents.js";
import { a as platformText, o as serves, s as parseImageName, t as parseImageDocument } from "./parse.js";
import { t as fromHalf } from "./half.js";
import { S as string, _ as looseObject, p as array } from "./schemas.js";
import { a as planPass, d as extractScores, i as columnsOf, l as packInputs, n as rowSourceOf, t as runResolveHoldout } from "./resolve-holdout.js";
import { s as planOutput } from "./mapping.js";
import { t as randomInputs } from "./random-inputs.js";
import { o as seededRandom } from "./curve-bootstrap.js";
import { n as firstBatch, t as runJudge } from "./judge.js";
import { t as _usingCtx } from "./usingCtx.js";
import { m as parseMemory, p as parseDuration, t as image } from "./image3.js";
import { n as wholeNumber, t as readNumber } from "./number-flags.js";
import { r as runFindModels } from "./models.js";
import { n as runPlan } from "./plan2.js";
import { t as imageProbeSpec } from "./image-probe.js";
import { t as createContext } from "./context.js";
import { t as VERSION } from "./version.js";
import { createWriteStream } from "node:fs";
import { createServer } from "node:net";
import { Agent, request } from "node:http";
import { PassThrough, Readable } from "node:stream";
import { promisify } from "node:util";
import { once } from "node:events";
import * as zlib$1 from "node:zlib";
import { createHash, randomUUID } from "node:crypto";
import { access, chmod, lchown, link, lstat, mkdir, mkdtemp, readFile, readdir, readlink, rm, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { execFile, spawn } from "node:child_process";
import { cpus, tmpdir } from "node:os";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
// src/adapters/containers/changes.ts
const LEFT_OUT = /* @__PURE__ */ new Set([
	"proc",
	"tmp",
	"sys",
	"dev"
]);
const MOST = 100;
/** Files below `root` whose content or attributes are newer than `since` (milliseconds), as the image names them. */
async function changedSince(root, since) {
	const changed = [];
	const look = async (folder) => {
		for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
			if (changed.length >= MOST) return;
			if (folder === "" && LEFT_OUT.has(entry.name)) continue;
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) await look(path);
			else if ((await lstat(join(root, path))).ctimeMs > since) changed.push(path);
		}
	};
	await look("");
	return changed;
}
// src/adapters/containers/common.ts
/** What every engine does the same way. */
/** Arguments of our server, behind those of the image's command. */
const listenOn = (port) => [
	"--host",
	"127.0.0.1",
	"--port",
	String(port)
];
const addressOn = (port) => `http://127.0.0.1:${port}`;
/** A port that nobody listens on now. */
async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address();
	server.close();
	await once(server, "close");
	return port;
}
const CHARACTERS = 4096;
/** The last lines of a stream, each bounded. */
function lastLines(stream) {
	let lines = [""];
	stream.setEncoding("utf8").on("data", (text) => {
		const [first = "", ...more] = text.split("\n");
		lines = [
			...lines.slice(0, -1),
			`${lines.at(-1)}${first}`.slice(0, CHARACTERS),
			...more
		].slice(-101);
	});
	return () => lines.filter((line) => line !== "").slice(-100);
}
// src/adapters/containers/processes.ts
/** What Linux tells of a process that runs on this machine, in whatever container. Null and nothing elsewhere. */
/** The most memory that it has held, in bytes. */
async function peakMemoryOf(pid) {
	return statusOf(pid, "VmHWM");
}
/** What it holds now, in bytes. */
async function memoryOf(pid) {
	return statusOf(pid, "VmRSS");
}
async function statusOf(pid, field) {
	const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
	const found = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status);
	return found ? Number(found[1]) * 1024 : null;
}
/** ESTABLISHED and SYN_SENT of Linux' include/net/tcp_states.h. */
const OPEN = /* @__PURE__ */ new Set(["01", "02"]);
/** Peers of its connections, but for those that came to `port`. */
async function peersOf(pid, port) {
	const sockets = /* @__PURE__ */ new Set();
	for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
		const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => "");
		const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
		if (inode !== void 0) sockets.add(inode);
	}
	return (await Promise.all(["tcp", "tcp6"].map((name) => readFile(`/proc/${pid}/net/${name}`, "utf8").catch(() => "")))).flatMap((table) => table.split("\n").slice(1)).flatMap((line) => {
		const [, local, peer, state, , , , , , inode] = line.trim().split(/\s+/);
		if (!local || !peer || !OPEN.has(state) || !sockets.has(inode)) return [];
		return Number.parseInt(local.split(":")[1], 16) === port ? [] : [addressOf(peer)];
	});
}
/** Words of four bytes, each in the order of the machine; the port in the network's. */
function addressOf(hex) {
	const [host = "", port = ""] = hex.split(":");
	const bytes = Buffer.from(host, "hex");
	for (let at = 0; at < bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
	const mapped = bytes.length === 16 && bytes.subarray(0, 12).equals(MAPPED) ? bytes.subarray(12) : bytes;
	return `${mapped.length === 4 ? mapped.join(".") : `[${mapped.toString("hex").match(/.{4}/g).join(":")}]`}:${Number.parseInt(port, 16)}`;
}
/** An address of IPv4 as IPv6 has it: `::ffff:0:0/96`. */
const MAPPED = Buffer.from("00000000000000000000ffff", "hex");
// src/adapters/containers/places.ts
var import_tar_stream = /* @__PURE__ */ __toESM(require_tar_stream(), 1);
/** Paths of an image's files, never outside of its folder: its links lead where they would inside. */
/** As Linux has it. */
const MOST_LINKS = 40;
/** A path that leads out, through too many links, or through something that is no folder. */
var Astray = class extends Error {};
/**
* Where `path` lies below `root`, with every link of its folders followed inside of `root`; a link at its end is not.
* Folders that are missing are made. Throws Astray.
*/
async function placeIn(root, path) {
	const left = partsOf(path);
	const last = left.pop();
	if (last === void 0) return root;
	if (last === "..") throw new Astray(`${path} ends in ..`);
	const at = [];
	for (let links = 0; left.length > 0;) {
		const part = left.shift();
		if (part === "..") {
			at.pop();
			continue;
		}
		const here = join(root, ...at, part);
		const found = await lstat(here).catch(() => null);
		if (found?.isSymbolicLink()) {
			if (++links > MOST_LINKS) throw new Astray(`${path} has too many links`);
			const target = await readlink(here);
			if (target.startsWith("/")) at.length = 0;
			left.unshift(...partsOf(target));
			continue;
		}
		if (found && !found.isDirectory()) throw new Astray(`${path} goes through ${part}, which is no folder`);
		if (!found) await mkdir(here, { mode: 493 });
		at.push(part);
	}
	return join(root, ...at, last);
}
const partsOf = (path) => path.split("/").filter((part) => part !== "" && part !== ".");
// src/adapters/containers/unpack.ts
/** Layers → a folder. Source: OCI Image Format Specification 1.1, layer.md. */
const WHITEOUT = ".wh.";
/** Everything of the layers below in this folder is gone. */
const OPAQUE = ".wh..wh..opq";
/** A layer that unpacks to more than the largest models is a bomb. */
const MOST_BYTES$1 = 64 * 2 ** 30;
/** `content`: the layer as the registry gives it. Throws `digest-mismatch` and `image-invalid`. */
async function unpackLayer(root, content, layer) {
	const hash = createHash("sha256");
	const entries = (0, import_tar_stream.extract)();
	const own = /* @__PURE__ */ new Set();
	entries.on("entry", (header, stream, next) => {
		unpackEntry(root, header, stream, own).then(() => next(), next);
	});
	let bytes = 0;
	try {
		await pipeline(content, async function* (chunks) {
			for await (const chunk of chunks) {
				hash.update(chunk);
				yield chunk;
			}
		}, unpacker(layer), async function* (chunks) {
			for await (const chunk of chunks) {
				bytes += chunk.length;
				if (bytes > MOST_BYTES$1) throw new Astray("it unpacks to more than 64 GiB");
				yield chunk;
			}
		}, entries);
	} catch (error) {
		if (!(error instanceof Astray) && !isTarError(error)) throw error;
		throw fault("image-invalid", `Layer ${layer.digest} cannot be unpacked: ${error.message.slice(0, 300)}.`, { fix: "Build the image anew, and push it by digest." });
	}
	const found = `sha256:${hash.digest("hex")}`;
	if (found !== layer.digest) throw fault("digest-mismatch", `The registry gave ${found} for the layer ${layer.digest}.`, { fix: "It was not used: find out who changed it." });
}
const isTarError = (error) => /tar|zlib|header|Unexpected end|gzip|Z_/i.test(`${error.message} ${error.code}`);
function unpacker({ mediaType }) {
	if (/[.+]gzip$/.test(mediaType)) return zlib$1.createGunzip({ chunkSize: 2 ** 20 });
	if (!mediaType.endsWith("zstd")) return new PassThrough();
	if (typeof zlib$1.createZstdDecompress === "function") return zlib$1.createZstdDecompress();
	throw new Astray(`it is packed with zstd, which Node.js ${process.versions.node} cannot read`);
}
/** `own`: what this layer has made itself; whiteouts are about the layers below. */
async function unpackEntry(root, header, content, own) {
	const place = await placeIn(root, header.name);
	if (basename(place).startsWith(WHITEOUT)) {
		await whiteOut(place, own);
		content.resume();
		return;
	}
	if (place === root && header.type !== "directory") throw new Astray(`it has a ${header.type} in the place of the root`);
	await MAKE[header.type ?? "file"]?.(root, place, header, content);
	content.resume();
	own.add(place);
}
async function whiteOut(place, own) {
	const folder = dirname(place);
	const gone = basename(place) === OPAQUE ? await readdir(folder) : [basename(place).slice(4)];
	for (const name of gone) if (name !== "" && name !== "." && name !== ".." && !own.has(join(folder, name))) await rm(join(folder, name), {
		recursive: true,
		force: true
	});
}
/** Devices and pipes are left out: a server of models needs none. */
const MAKE = {
	async directory(_, place, header) {
		const found = await lstat(place).catch(() => null);
		if (found && !found.isDirectory()) await rm(place);
		if (!found?.isDirectory()) await mkdir(place);
		await own(place, header);
	},
	async file(_, place, header, content) {
		await clear(place);
		await pipeline(content, createWriteStream(place, { flags: "wx" }));
		await own(place, header);
	},
	async symlink(_, place, { linkname, uid, gid }) {
		await clear(place);
		await symlink(linkname ?? "", place);
		await lchown(place, uid ?? 0, gid ?? 0);
	},
	async link(root, place, { linkname }) {
		const target = await placeIn(root, linkname ?? "");
		if (!(await lstat(target).catch(() => null))?.isFile()) throw new Astray(`${linkname} is no file to link to`);
		await clear(place);
		await link(target, place);
	}
};
/** What a layer below has at that place gives way. */
const clear = (place) => rm(place, {
	recursive: true,
	force: true
});
/** Without the bits that give a program another user's rights. */
async function own(place, { mode, uid, gid }) {
	await lchown(place, uid ?? 0, gid ?? 0);
	await chmod(place, (mode ?? 493) & 1023);
}
// src/adapters/containers/chroot.ts
/**
* The layers in a folder, and the command in it: a root that cannot be written, processes and mounts of its own, the
* image's user. Linux, as root. No network of its own: its connections are looked at instead.
*/
/** $1: the root; then variables and what is started with them. Bound first, so that it can be made read-only. */
const SCRIPT = `set -e
root=$1; shift
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/tmp"
mount -o remount,bind,ro "$root"
exec env -i "$@"`;
const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const MEMORY_CHECK = 50;
async function startInChroot(image, limits, registries) {
	const folder = await mkdtemp(join(tmpdir(), "onnx-gate-image-"));
	const root = join(folder, "root");
	try {
		await mkdir(root);
		const repository = registries.open(image.name);
		for (const layer of image.layers) await unpackLayer(root, Readable.from(repository.stream(layer.digest, 0)), layer);
		await chmod(root, 493);
		for (const name of ["proc", "tmp"]) await makeFolder(join(root, name));
		return await run(root, image, limits, () => rm(folder, {
			recursive: true,
			force: true
		}));
	} catch (error) {
		await rm(folder, {
			recursive: true,
			force: true
		});
		throw error;
	}
}
async function run(root, image, limits, remove) {
	const port = await freePort();
	const command = [
		...image.entrypoint,
		...image.arguments,
		...listenOn(port)
	];
	const user = image.user.includes(":") ? image.user : `${image.user}:${image.user}`;
	const began = Date.now();
	const child = spawn("taskset", [
		...["--cpu-list", processors(limits.cpus)],
		...[
			"unshare",
			"--mount",
			"--pid",
			"--fork",
			"--kill-child=SIGKILL"
		],
		...[
			"sh",
			"-c",
			SCRIPT,
			"sh",
			root
		],
		...image.env,
		...[
			await programOf("chroot"),
			`--userspec=${user}`,
			root,
			...command
		]
	], {
		stdio: [
			"ignore",
			"ignore",
			"pipe"
		],
		env: { PATH }
	});
	const ended = once(child, "exit");
	const stderr = lastLines(child.stderr);
	const pid = await pidIn(child, ended);
	const watch = watchMemory(pid, limits.memory);
	let peak = null;
	const look = async () => {
		peak = await peakMemoryOf(pid) ?? peak;
		return peak;
	};
	return {
		address: addressOn(port),
		exited: ended.then(([code]) => code),
		stderr,
		terminate: async () => void process.kill(pid, "SIGTERM"),
		peakMemory: look,
		writes: () => changedSince(root, began),
		connections: () => peersOf(pid, port),
		async [Symbol.asyncDispose]() {
			clearInterval(watch);
			child.kill("SIGKILL");
			await ended;
			await remove();
		}
	};
}
/** The first ones of this machine; without a limit, all. */
function processors(limit) {
	const most = cpus().length;
	return `0-${Math.min(most, Math.ceil(limit ?? most)) - 1}`;
}
async function programOf(name) {
	for (const folder of PATH.split(":")) {
		const path = `${folder}/${name}`;
		if (await access(path).then(() => true, () => false)) return path;
	}
	throw fault("runtime-unavailable", `There is no ${name} here to run an image with.`, { fix: "Install coreutils and util-linux, or Docker or podman." });
}
/** Of the process inside, which `unshare` forks. */
async function pidIn(child, ended) {
	let over = false;
	ended.then(() => {
		over = true;
	});
	while (!over) {
		const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").catch(() => "");
		const pid = Number(children.trim().split(" ")[0]);
		if (pid > 0) return pid;
		await setTimeout(2);
	}
	throw fault("runtime-unavailable", "The image could not be started in a chroot.", { fix: "This needs root and the right to mount; use Docker or podman without." });
}
/** There is no control group for it to be in. */
function watchMemory(pid, limit) {
	return setInterval(async () => {
		const held = limit === null ? null : await memoryOf(pid);
		if (held !== null && held > limit) process.kill(pid, "SIGKILL");
	}, MEMORY_CHECK).unref();
}
// src/adapters/containers/docker.ts
/** Docker and podman, by the same command line. */
const exec$1 = promisify(execFile);
/** As in production: no right that it does not need, and a root that cannot be written. */
const HARDENED = [
	"--read-only",
	"--tmpfs",
	"/tmp",
	"--cap-drop",
	"ALL",
	"--security-opt",
	"no-new-privileges"
];
/** Docker takes a registry on this machine without a certificate by itself, and makes nothing beside /tmp writable. */
const DIFFERENCES = {
	docker: {
		plain: [],
		hardened: []
	},
	podman: {
		plain: ["--tls-verify=false"],
		hardened: ["--read-only-tmpfs=false"]
	}
};
/** Throws `image-invalid` with the engine's last words. */
async function startByDocker(engine, image, { cpus, memory }) {
	const { registry, repository, digest } = image.name;
	const reference = `${registry}/${repository}@${digest}`;
	const call = async (...args) => {
		try {
			return (await exec$1(engine, args, { maxBuffer: 2 ** 24 })).stdout.trim();
		} catch (error) {
			const words = error.stderr?.trim().split("\n").at(-1) ?? String(error);
			throw fault("image-invalid", `${engine} ${args[0]} of ${reference} failed: ${words.slice(0, 500)}`, { fix: `Try \`${engine} run ${reference}\` by hand.` });
		}
	};
	const { plain, hardened } = DIFFERENCES[engine];
	await call("pull", ...isThisMachine(registry) ? plain : [], reference);
	const port = await freePort();
	const name = `onnx-gate-${randomUUID()}`;
	const id = await call(...[
		"run",
		"--detach",
		"--name",
		name,
		"--network",
		"host",
		...HARDENED,
		...hardened
	], ...cpus === null ? [] : ["--cpus", String(cpus)], ...memory === null ? [] : ["--memory", String(memory)], ...[
		reference,
		...image.arguments,
		...listenOn(port)
	]).catch(async (error) => {
		await exec$1(engine, [
			"rm",
			"--force",
			name
		]).catch(() => null);
		throw error;
	});
	const pid = Number(await call("inspect", "--format", "{{.State.Pid}}", id));
	const logs = spawn(engine, [
		"logs",
		"--follow",
		id
	], { stdio: [
		"ignore",
		"ignore",
		"pipe"
	] });
	const stderr = lastLines(logs.stderr);
	const exited = call("wait", id).then(Number);
	let peak = null;
	return {
		address: addressOn(port),
		exited,
		stderr,
		terminate: async () => void await call("kill", "--signal", "TERM", id),
		async peakMemory() {
			peak = await peakMemoryOf(pid) ?? peak;
			return peak;
		},
		connections: () => peersOf(pid, port),
		writes: async () => (await call("diff", id)).split("\n").filter((line) => line.startsWith("A ") && !line.startsWith("A /tmp")).map((line) => line.slice(2)).slice(0, 100),
		async [Symbol.asyncDispose]() {
			await call("rm", "--force", id);
			logs.kill();
			await exited.catch(() => null);
		}
	};
}
// src/adapters/containers/containers.ts
/** What can run an image on this machine: Docker, else podman, else a chroot. */
const exec = promisify(execFile);
/** `asked`: null chooses. Throws `runtime-unavailable` with why none can. */
async function findContainers(asked, registries) {
	const missing = [];
	for (const engine of asked ? [asked] : [
		"docker",
		"podman",
		"chroot"
	]) {
		const reason = await whyNot(engine);
		if (reason === null) return {
			engine,
			why: asked ? "It was asked for." : ["It is here.", ...missing].join(" "),
			start: starting(engine, registries)
		};
		missing.push(`${engine}: ${reason}.`);
	}
	throw fault("runtime-unavailable", `Nothing here can run an image. ${missing.join(" ")}`, { fix: "Install Docker or podman, or run it as root on Linux." });
}
function starting(engine, registries) {
	if (engine !== "chroot") return (image, limits) => startByDocker(engine, image, limits);
	return (image, limits) => startInChroot(image, limits, registries);
}
async function whyNot(engine) {
	if (engine === "chroot") {
		if (process.platform !== "linux") return "only Linux has it";
		return process.getuid?.() === 0 ? null : "it needs root";
	}
	try {
		await exec(engine, ["info"], { timeout: 2e4 });
		return null;
	} catch (error) {
		const { code, stderr } = error;
		if (code === "ENOENT") return "it is not installed";
		return stderr?.trim().split("\n").at(-1)?.slice(0, 200).replace(/\.$/, "") || "it does not run";
	}
}
// src/adapters/containers/requests.ts
const CONNECTIONS = 64;
const MOST_BYTES = 16 * 2 ** 20;
/** `milliseconds`: until the answer is there. */
function openRequests(milliseconds) {
	const agent = new Agent({
		keepAlive: true,
		maxSockets: CONNECTIONS
	});
	return {
		send: (url, body) => new Promise((resolve) => {
			const options = {
				agent,
				method: body ? "POST" : "GET",
				headers: {
					...body?.headers,
					...body && { "content-length": Buffer.byteLength(body.text) }
				}
			};
			const sent = request(url, options, (response) => {
				let text = "";
				response.setEncoding("utf8").on("data", (part) => {
					text += part;
					if (text.length > MOST_BYTES) response.destroy();
				});
				response.on("end", () => resolve({
					status: response.statusCode,
					body: text
				}));
				response.on("close", () => resolve(null));
			});
			sent.on("error", () => resolve(null));
			sent.setTimeout(milliseconds, () => sent.destroy());
			sent.end(body?.text);
		}),
		async [Symbol.asyncDispose]() {
			agent.destroy();
		}
	};
}
// src/commands/image/probe/built.ts
/** The image that an `image.json` speaks of. Throws `document-invalid`, and `usage-invalid` for one that serves nothing. */
async function readBuilt(path, { files }) {
	const parsed = parseDocument("image", new TextDecoder().decode(await files.read(path)), path);
	if (!parsed.ok) throwFaults(parsed.faults);
	const { document } = parsed;
	if (document.kind !== "serving") throw fault("usage-invalid", `${document.reference} holds a model and no server: \`${document.kind}\`.`, { fix: "Build it on a base that serves: `onnx-gate image model.onnx --base … --to …`." });
	const name = parseImageName(document.reference);
	if (name.ok && name.name.digest === document.digest) return {
		document,
		image: name.name
	};
	throw fault("document-invalid", `${path} says two things of its image: ${document.reference} and ${document.digest}.`, { fix: "Build it again with `onnx-gate image`." });
}
// src/core/image/probe/signature.ts
/** What differs between the signature that is served and that of the file, in sentences. Names of sizes are not served. */
function signatureDifferences(served, offline) {
	return [...differences("input", served.inputs, offline.inputs), ...differences("output", served.outputs, offline.outputs)].slice(0, 100);
}
function differences(side, served, offline) {
	const names = new Set(offline.map(({ name }) => name));
	return [...offline.flatMap((wanted) => {
		const title = `The ${side} ${quoted(wanted.name)}`;
		const given = served.find(({ name }) => name === wanted.name);
		if (!given) return [`${title} is not served.`];
		if (text(given) === text(wanted)) return [];
		return [`${title} is served as ${text(given)}, and the file has ${text(wanted)}.`];
	}), ...served.filter(({ name }) => !names.has(name)).map(({ name }) => `The ${side} ${quoted(name)} is served, and the file has none of that name.`)];
}
const quoted = (name) => JSON.stringify(name).slice(0, 200);
const text = ({ type, shape }) => `${type} [${shape.map((size) => typeof size === "number" ? size : -1).join()}]`;
// src/core/image/probe/hostile.ts
/** `good`: what a server should take, one entry for each input. */
function hostileRequests(good) {
	const [first = {}, ...others] = good;
	const with_ = (name, change) => ({
		name,
		path: "infer",
		body: JSON.stringify({ inputs: [{
			...first,
			...change
		}, ...others] })
	});
	const raw = (name, body, headers = {}) => ({
		name,
		path: "infer",
		body,
		headers
	});
	const shape = first.shape;
	return [
		raw("an empty body", ""),
		raw("text that is not JSON", "{\"inputs\":["),
		raw("control characters", "\0"),
		raw("a list", "[]"),
		raw("no inputs", "{}"),
		raw("inputs that are text", "{\"inputs\":\"all\"}"),
		raw("lists nested 20,000 deep", `{"inputs":${"[".repeat(2e4)}${"]".repeat(2e4)}}`),
		with_("an unknown input", { name: `${first.name}\u202e?` }),
		with_("an unknown datatype", { datatype: "FP31" }),
		with_("a negative shape", { shape: shape.map(() => -1) }),
		with_("a shape beyond all memory", { shape: shape.map(() => 2 ** 40) }),
		with_("a shape of another rank", { shape: [
			...shape,
			1,
			1
		] }),
		with_("fewer values than the shape", { data: [] }),
		with_("objects for values", { data: [{ value: 1 }] }),
		raw("an input twice", JSON.stringify({ inputs: [first, ...good] })),
		raw("a header longer than the body", "{}", { "Inference-Header-Content-Length": "1000000" }),
		raw("a negative header", "{}", { "Inference-Header-Content-Length": "-1" }),
		{
			name: "a path that climbs",
			path: "/v2/models/..%2f..%2fetc%2fpasswd/infer",
			body: "{}"
		},
		{
			name: "a version that is not there",
			path: "versions/999999/infer",
			body: "{}"
		}
	];
}
// src/commands/image/probe/hostile.ts
/** One row of zeros, in the words of the server's own metadata. `url`: of the model. */
async function goodInputs(url, requests) {
	const answer = await requests.send(url);
	const { inputs } = JSON.parse(answer.body);
	return inputs.map(({ name, datatype, shape: declared }) => {
		const shape = declared.map((size) => Math.max(1, Number(size)));
		const length = shape.reduce((product, size) => product * size, 1);
		return {
			name,
			datatype,
			shape,
			data: new Array(length).fill(ZEROS[datatype] ?? 0)
		};
	});
}
const ZEROS = {
	BYTES: "",
	BOOL: false
};
async function runHostile({ address }, url, good, requests) {
	const found = [];
	for (const { name, path, body, headers = {} } of hostileRequests(good)) {
		const target = path.startsWith("/") ? `${address}${path}` : `${url}/${path}`;
		const answer = await requests.send(target, {
			text: body,
			headers
		});
		const after = await requests.send(`${address}/v2/health/ready`);
		found.push({
			request: name,
			status: answer?.status ?? null,
			ready: after?.status === 200
		});
	}
	return found;
}
// src/core/image/probe/parity.ts
/** |s − y| / (1 + 10·|y|): at most t where |s − y| ≤ t + 10·t·|y|. */
const scaled = (gap, offline) => gap / (1 + 10 * Math.abs(offline));
/** The largest gaps of all answers, over every value of every output. */
function gapsOf(answers) {
	const gaps = {
		maxAbs: 0,
		maxRel: 0,
		maxScaled: 0,
		unequal: 0
	};
	let worst = null;
	const cases = /* @__PURE__ */ new Map();
	for (const { encoding, batch, first, rows, offline, served } of answers) {
		const key = `${encoding} ${batch}`;
		const one = cases.get(key) ?? {
			encoding,
			batch,
			rows: 0,
			maxScaled: 0
		};
		cases.set(key, one);
		one.rows += rows;
		for (const [output, wanted] of offline) {
			const given = served?.get(output);
			if (!given || !sameShape(given, wanted)) {
				gaps.unequal += wanted.data.length;
				continue;
			}
			const [theirs, ours] = [numbersOf(given), numbersOf(wanted)];
			for (let i = 0; i < wanted.data.length; i++) {
				const [s, y] = theirs && ours ? [theirs[i], ours[i]] : [NaN, NaN];
				if (!Number.isFinite(s) || !Number.isFinite(y)) {
					if (!Object.is(given.data[i], wanted.data[i])) gaps.unequal++;
					continue;
				}
				const gap = Math.abs(s - y);
				const relative = scaled(gap, y);
				gaps.maxAbs = Math.max(gaps.maxAbs, gap);
				if (y !== 0) gaps.maxRel = Math.max(gaps.maxRel, gap / Math.abs(y));
				one.maxScaled = Math.max(one.maxScaled, relative);
				if (worst !== null && relative <= gaps.maxScaled) continue;
				gaps.maxScaled = relative;
				worst = {
					output,
					row: first + Math.floor(i * rows / wanted.data.length),
					encoding,
					batch,
					served: s,
					offline: y
				};
			}
		}
	}
	return {
		...gaps,
		worst,
		cases: [...cases.values()]
	};
}
function sameShape(one, other) {
	return one.type === other.type && one.data.length === other.data.length && one.shape.length === other.shape.length && one.shape.every((size, axis) => size === other.shape[axis]);
}
/** Floats as numbers; null for what is equal or not: text, and integers of any size. */
function numbersOf({ type, data }) {
	if (type === "float16") return Float64Array.from(data, fromHalf);
	return type === "float32" || type === "float64" ? data : null;
}
/**
* Neighbours in the order of the offline scores that the served ones turn around. Offline scores that are equal have
* no order, and served ones that are equal turn nothing around.
*/
function reorderedPairs(offline, served) {
	const order = Array.from({ length: offline.length }, (_, i) => i).sort((a, b) => offline[a] - offline[b]);
	let turned = 0;
	for (let i = 1; i < order.length; i++) {
		const [low, high] = [order[i - 1], order[i]];
		if (offline[low] < offline[high] && served[low] > served[high]) turned++;
	}
	return turned;
}
/** Area under the ROC curve by ranks, ties counting half; null without both classes. */
function aucOf(scores, label) {
	const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a] - scores[b]);
	let [positives, sum] = [0, 0];
	for (let from = 0; from < order.length;) {
		let to = from;
		while (to < order.length && scores[order[to]] === scores[order[from]]) to++;
		const rank = (from + 1 + to) / 2;
		for (let i = from; i < to; i++) {
			if (label[order[i]] !== 1) continue;
			positives++;
			sum += rank;
		}
		from = to;
	}
	const negatives = scores.length - positives;
	if (positives === 0 || negatives === 0) return null;
	return (sum - positives * (positives + 1) / 2) / (positives * negatives);
}
// src/commands/image/probe/replay.ts
/** Between one row and all: a size that no kernel is made for. */
const ODD = 7;
/** In JSON and in binary form, one by one, by sevens, and all at once, as far as the model takes such calls. */
async function runReplay(session, servers, rows) {
	const outputs = session.signature.outputs.filter(({ type }) => type !== null).map(({ name }) => name);
	const sizes = rows.fixedBatch !== null ? [rows.fixedBatch] : [
		1,
		ODD,
		rows.rows
	];
	const answers = [];
	for (const batch of new Set(sizes.filter((size) => size <= rows.rows))) for (let first = 0; first < rows.rows; first += batch) {
		const count = Math.min(batch, rows.rows - first);
		const feeds = rows.feeds(first, count);
		const offline = await session.run(feeds, outputs);
		for (const encoding of encodingsOf(session)) answers.push({
			encoding,
			batch,
			first,
			rows: count,
			offline,
			served: await served(servers[encoding], feeds, outputs)
		});
	}
	return {
		rows: rows.rows,
		...gapsOf(answers),
		...orderOf(answers, rows)
	};
}
/** Half floats have no form in JSON. */
function encodingsOf({ signature }) {
	return [...signature.inputs, ...signature.outputs].some(({ type }) => type === "float16") ? ["binary"] : ["json", "binary"];
}
/** Null for what was refused or cannot be read: that is a finding, and no fault of the probe. */
async function served(endpoint, feeds, outputs) {
	try {
		return await endpoint.infer(feeds, outputs);
	} catch (error) {
		if (error instanceof FaultError) return null;
		throw error;
	}
}
/** Over single rows where there are such calls: the worst case for an order. */
function orderOf(answers, { output, label, fixedBatch, rows }) {
	const none = {
		reordered: 0,
		auc: null
	};
	const [smallest] = answers;
	if (output === null || !smallest) return none;
	const ones = answers.filter(({ encoding, batch }) => encoding === "binary" && batch === smallest.batch);
	const scoresOf = (tensors) => tensors.flatMap((each, i) => {
		const tensor = each?.get(output.name);
		const count = ones[i].rows;
		if (!tensor) return new Array(count).fill(NaN);
		return [...extractScores(output, tensor, fixedBatch ?? count, count).scores];
	});
	const offline = scoresOf(ones.map((each) => each.offline));
	const served = scoresOf(ones.map((each) => each.served));
	if (offline.length !== rows) return none;
	const auc = label && {
		served: aucOf(served, label),
		offline: aucOf(offline, label)
	};
	return {
		reordered: reorderedPairs(offline, served),
		auc: auc && auc.served !== null && auc.offline !== null ? {
			served: auc.served,
			offline: auc.offline
		} : null
	};
}
// src/core/image/probe/start.ts
/** How an image is started. Source: OCI Image Format Specification 1.1, config.md. */
const config = looseObject({ config: looseObject({
	User: string().optional(),
	Env: array(string()).nullish(),
	Entrypoint: array(string()).nullish(),
	Cmd: array(string()).nullish()
}).default({}) });
/** From the bytes of a configuration. `image-invalid`. */
function parseStart(bytes, image) {
	let json = null;
	try {
		json = JSON.parse(new TextDecoder().decode(bytes));
	} catch {}
	const parsed = config.safeParse(json);
	if (!parsed.success) throw fault("image-invalid", `The configuration of ${image} cannot be read.`, { fix: "Name an image that starts a server." });
	const { User, Env, Entrypoint, Cmd } = parsed.data.config;
	return {
		user: User || "0",
		env: Env ?? [],
		entrypoint: Entrypoint ?? [],
		arguments: Cmd ?? []
	};
}
// src/commands/image/probe/resolve.ts
/** What a registry says of an image: its layers, and how it is started. */
/** Of an index, the image for `platform`. Throws `image-invalid` and `registry-failed`. */
async function runResolveImage(name, platform, { registries }) {
	const repository = registries.open(name);
	const text = `${name.registry}/${name.repository}@${name.digest}`;
	const whole = await documentOf(repository, name.digest, text);
	const one = "manifests" in whole ? whole.manifests.find((each) => each.platform && serves(platformText(each.platform), platform)) : null;
	if (one === void 0) throw fault("image-invalid", `${text} has no image for ${platform}.`, { fix: "Probe it on a machine that it is made for." });
	const manifest = one ? await documentOf(repository, one.digest, text) : whole;
	const bytes = await repository.blob(manifest.config.digest);
	return {
		name,
		layers: manifest.layers,
		...parseStart(bytes, text)
	};
}
async function documentOf(repository, digest, text) {
	const found = await repository.manifest(digest);
	if (found) return parseImageDocument(found.bytes, text);
	throw fault("image-invalid", `${text} is not there.`, { fix: "Check its name and its digest." });
}
// src/commands/image/probe/rows.ts
/** The rows that a probe replays: the first of the holdout, or made-up ones. */
/** Throws the faults of the holdout and of its mapping. */
async function runReadProbeRows(signature, { holdout, inputs, output }, most, { tables }) {
	try {
		var _usingCtx$3 = _usingCtx();
		if (holdout === void 0) return madeUp(signature, output, most);
		const table = _usingCtx$3.a(await tables.open(rowSourceOf(holdout)));
		const mappings = {
			inputs,
			output,
			"baseline-inputs": void 0,
			"baseline-output": void 0
		};
		const planned = planPass([signature], table.columns, mappings, holdout);
		if (!planned.ok) throwFaults(planned.faults);
		if (!planned.ok) throw new Error("unreachable: what cannot be planned has faults");
		const { plan } = planned;
		const [model] = plan.models;
		const { feeds, output: score } = model;
		const batch = await firstBatch(table, plan.requests, most);
		const columns = columnsOf(model, batch.columns);
		return {
			rows: batch.rows,
			fixedBatch: feeds.fixedBatch,
			feeds: (from, count) => packInputs(feeds, columns, {
				first: 0,
				from,
				count
			}),
			output: score,
			label: batch.columns[plan.label].data.slice(0, batch.rows)
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
function madeUp(signature, output, most) {
	const [size] = new Set(signature.inputs.map(({ shape }) => shape[0]));
	const fixedBatch = typeof size === "number" ? size : null;
	const planned = planOutput(signature, output);
	return {
		rows: fixedBatch ?? most,
		fixedBatch,
		output: planned.ok ? planned.plan : null,
		label: null,
		feeds: (from, count) => randomInputs(signature, count, seededRandom(from + 1).uniform)
	};
}
// src/commands/image/probe/stop.ts
/** Requests at a time, and answered before it is told to stop. */
const CLIENTS = 8;
const BEFORE = 50;
/**
* As behind a balancer: clients go on until the server says that it is no longer ready; every request until then must
* be answered. `exit`: resolves to its exit code, or null when it had to be killed.
*/
async function runStopUnderLoad(container, url, body, exit, { requests, pace }) {
	let [sent, failed, answered] = [
		0,
		0,
		0
	];
	let [ready, told] = [true, false];
	let began = 0;
	const client = async () => {
		while (ready) {
			sent++;
			const answer = await requests.send(url.infer, { text: body });
			answered++;
			if (answer?.status !== 200) failed++;
			if (answered >= BEFORE && !told) {
				told = true;
				began = pace.now();
				await container.terminate();
			}
		}
	};
	const balancer = async () => {
		while (ready) ready = (await requests.send(url.ready))?.status === 200;
	};
	await Promise.all([balancer(), ...Array.from({ length: CLIENTS }, client)]);
	if (!told) {
		began = pace.now();
		await container.terminate();
	}
	const exitCode = await exit();
	return {
		requests: sent,
		failed,
		exitCode,
		seconds: pace.now() - began
	};
}
// src/commands/image/probe/probe.ts
/** Seconds between looks, and those that a stopping server has: its own limits, and some more. */
const LOOK = .02;
const EXIT = 60;
/** Throws what starting the image and running the file throw; what the image does wrong is in the document. */
async function runProbe(inputs, ports) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { containers, pace, progress } = ports;
		progress.report(`Starting ${inputs.image.repository} by ${containers.engine}`);
		const container = _usingCtx$2.a(await containers.start(await runResolveImage(inputs.image, inputs.platform, ports), inputs.limits));
		const began = pace.now();
		const ready = await isReady(container, began + inputs.readySeconds, ports);
		const readySeconds = ready ? pace.now() - began : null;
		const tried = ready ? await runTrials(container, inputs, ports) : {
			signature: null,
			parity: null,
			hostile: [],
			connections: [],
			stop: null
		};
		return {
			runner: containers.engine,
			why: containers.why,
			limits: inputs.limits,
			ready,
			readySeconds,
			...tried,
			peakMemory: await container.peakMemory(),
			writes: [...await container.writes()],
			stderr: container.stderr().map((line) => line.slice(0, 1e3))
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** False when it ended or the time was over. */
async function isReady(container, until, { requests, pace }) {
	let ended = false;
	container.exited.then(() => {
		ended = true;
	});
	while (!ended && pace.now() < until) {
		if ((await requests.send(`${container.address}/v2/health/ready`))?.status === 200) return true;
		await pace.until(pace.now() + LOOK);
	}
	return false;
}
async function runTrials(container, inputs, ports) {
	try {
		var _usingCtx3 = _usingCtx();
		const { progress, requests, pace } = ports;
		const { name, version } = inputs.served;
		const url = `${container.address}/v2/models/${name}/versions/${version}`;
		const session = _usingCtx3.a(await ports.runner.open(inputs.model, inputs.processLimits));
		const rows = await runReadProbeRows(session.signature, inputs.policy, inputs.rows, ports);
		const open = (tensors) => ports.endpoints.open(url, {
			seconds: inputs.processLimits.seconds,
			tensors
		});
		const json = _usingCtx3.a(await open("json"));
		const binary = _usingCtx3.a(await open("bytes"));
		progress.report(`Replaying ${rows.rows} rows`);
		const signature = signatureDifferences(binary.signature, session.signature);
		const parity = signature.length > 0 ? null : await runReplay(session, {
			json,
			binary
		}, rows);
		const good = await goodInputs(url, requests);
		progress.report("Sending requests that must be refused");
		const hostile = await runHostile(container, url, good, requests);
		await container.peakMemory();
		const connections = [...await container.connections()];
		progress.report("Stopping it under load");
		return {
			signature,
			parity,
			hostile,
			connections,
			stop: await runStopUnderLoad(container, {
				ready: `${container.address}/v2/health/ready`,
				infer: `${url}/infer`
			}, JSON.stringify({ inputs: good }), () => Promise.race([container.exited, pace.until(pace.now() + EXIT).then(() => null)]), ports)
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
// src/commands/image/probe/settings.ts
/** The policy's `image`, with flags over it. */
const MOST_ROWS = 4096;
/** What each must be, to end a sentence, and an example. */
const WANTED = {
	cpus: ["a number of processors above zero", "2"],
	memory: ["a whole number of `Mi` or `Gi`", "512Mi"],
	tolerance: ["a number from 0 to 1", "1e-5"],
	ready: ["a number of `us`, `ms` or `s`", "60s"]
};
/** Throws `usage-invalid` for every bad flag at once. */
function readProbeSettings(flags, policy) {
	const faults = [];
	const rows = readNumber("rows", flags.rows, wholeNumber(1, MOST_ROWS, "64"), faults);
	const { cpus, memory, tolerance, ready } = flags;
	const given = {
		...policy,
		...cpus !== void 0 && { cpus: Number(cpus) },
		...memory !== void 0 && { memory },
		...tolerance !== void 0 && { tolerance: Number(tolerance) },
		...ready !== void 0 && { ready }
	};
	const parsed = image.safeParse(given);
	const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
	for (const [name, [wanted, example]] of Object.entries(WANTED)) if (wrong.has(name)) faults.push({
		code: "usage-invalid",
		message: `--${name} is \`${flags[name]?.slice(0, 100)}\`; it must be ${wanted}.`,
		fix: `Write it like \`--${name} ${example}\`.`
	});
	throwFaults(faults);
	const image$1 = parsed.data;
	const memoryBytes = image$1.memory === void 0 ? null : parseMemory(image$1.memory);
	return {
		rows,
		image: image$1,
		readySeconds: parseDuration(image$1.ready),
		limits: {
			cpus: image$1.cpus ?? null,
			memory: memoryBytes
		}
	};
}
// src/entry/answers/image-probe.ts
/** Milliseconds for one bare request. */
const REQUEST = 6e4;
const answer = async (args) => {
	try {
		var _usingCtx$1 = _usingCtx();
		const inputs = parseCommandLine(imageProbeSpec, args);
		const context = createContext(createLocalHost(inputs), {
			...inputs,
			out: ".onnx-gate"
		});
		const { document, image } = await readBuilt(inputs.built, context);
		const candidate = inputs.candidate ?? (inputs.model.length > 0 ? void 0 : document.candidate.reference);
		const plan = await runPlan({
			...inputs,
			candidate,
			mode: void 0,
			baseSha: null
		}, context);
		const [first] = plan.models;
		if (!first || plan.models.size > 1) throw fault("usage-invalid", `The policy has ${plan.models.size} models, and an image is of one.`, { fix: "Name it with `--model`." });
		const [name, given] = first;
		const settings = readProbeSettings(inputs, given.image);
		const { policy } = await runResolveHoldout({
			...given,
			image: settings.image
		}, context);
		const model = await runFindModels({
			candidate: policy.candidate,
			baseline: [],
			sameModel: false
		}, context);
		if (model.candidate.subject.digest !== document.candidate.digest) throw fault("digest-mismatch", `${model.candidate.subject.reference} is not the file that went into ${document.reference}: ${model.candidate.subject.digest}, not ${document.candidate.digest}.`, { fix: "Name that file with `--candidate`." });
		const requests = _usingCtx$1.a(openRequests(REQUEST));
		const probe = await runProbe({
			image,
			served: document.served,
			model: model.candidate.path,
			policy,
			rows: settings.rows,
			limits: settings.limits,
			readySeconds: settings.readySeconds,
			platform: `linux/${process.arch === "x64" ? "amd64" : process.arch}`,
			processLimits: plan.limits
		}, {
			...context,
			requests,
			progress: context.host,
			containers: await findContainers(inputs.runner ?? null, context.registries)
		});
		const probed = {
			...document,
			probe
		};
		const text = `${JSON.stringify(probed, null, 2)}\n`;
		await context.files.write(inputs.built, text);
		const verdict = runJudge({
			plan: {
				...plan,
				models: /* @__PURE__ */ new Map([[name, policy]])
			},
			documents: [{
				...probed,
				model: name
			}],
			faults: [],
			scope: ["image"],
			toolVersion: VERSION
		}, context);
		const lines = verdict.rules.map(({ metric, result, reason }) => `${result.padEnd(5)} ${metric}: ${reason}`);
		context.host.print(inputs.format === "json" ? text : lines.join("\n"));
		return verdict.exitCode;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
};
export { answer };
