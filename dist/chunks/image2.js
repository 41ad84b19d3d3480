import { o as __toESM } from "./rolldown-runtime.js";
import { i as fault, n as FaultError, o as throwFaults } from "./errors.js";
import { t as VERSION } from "./version.js";
import { n as readEvent } from "./event.js";
import { n as formatBytes } from "./format.js";
import { i as safeText } from "./safe-text.js";
import { n as proseOf } from "./prose.js";
import { a as list, c as phrasing, d as strong, f as text, i as item, l as row, o as markdownOf, t as cell } from "./markdown-nodes.js";
import { t as makeFolder } from "./make-folder.js";
import { t as _usingCtx } from "./usingCtx.js";
import { t as require_tar_stream } from "./tar-stream.js";
import { a as platformText, i as parsePlatform, o as serves, r as isPlatform, s as parseImageName, t as parseImageDocument } from "./parse.js";
import { n as wholeNumber, t as readNumber } from "./number-flags.js";
import { i as identityOf } from "./common.js";
import { n as parseDocument } from "./documents.js";
import { i as headerOf, n as summarize, r as readFacts, t as commitOf } from "./commit.js";
import { n as parseModel } from "./check-model.js";
import { i as runResolve, n as runBindExternal, o as locationsOf, r as runFindModels } from "./models.js";
import { t as createContext } from "./context.js";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { createHash } from "node:crypto";
import { copyFile, link, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { pipeline } from "node:stream/promises";
// src/core/report/image.ts
/** Name and words; what stands between backticks is as a registry or a user wrote it. */
function factsOf(image) {
	const { engine, base, tags, platforms, layers, untagged, uploadedBytes, reusedBytes } = image;
	const total = layers.reduce((sum, { bytes }) => sum + bytes, 0);
	return [
		["Image", `\`${image.reference}\``],
		["Model", `\`${image.served.name}\`, version ${image.served.version}, \`${image.candidate.digest}\``],
		...base ? [["Base", baseWords(base)]] : [],
		["Built by", `${engine.name}. ${engine.why}`],
		...platforms.length > 0 ? [["Platforms", platforms.join(", ")]] : [],
		["Layers", `${layers.length}, ${formatBytes(total)}`],
		["Sent", `${formatBytes(uploadedBytes)}; the registry had ${formatBytes(reusedBytes)}`],
		["Tags", tags.length > 0 ? tags.map((tag) => `\`${tag}\``).join(", ") : untagged ?? "none"]
	];
}
/** A tag with what it stood for. */
const baseWords = ({ reference, digest }) => reference.endsWith(digest) ? `\`${reference}\`` : `\`${reference}\`, which was \`${digest}\``;
/** Ends with a newline. */
function renderImageText(image) {
	const facts = factsOf(image);
	const width = Math.max(...facts.map(([name]) => name.length));
	return facts.map(([name, words]) => `${name.padEnd(width)}  ${safeText(words).replaceAll("`", "")}\n`).join("");
}
/** For a job summary. */
function renderImageMarkdown(image) {
	const heading = `${image.untagged === null ? "✅" : "❌"} onnx-gate image`;
	return markdownOf([
		{
			type: "heading",
			depth: 2,
			children: [text(heading)]
		},
		{
			type: "table",
			children: [row([cell(text("")), cell(text(""))]), ...factsOf(image).map(([name, words]) => row([cell(strong(name)), cell(...phrasing(proseOf(words)))]))]
		},
		...list(image.notes.map((note) => item(phrasing(proseOf(note)))))
	]);
}
// src/adapters/engines/arguments.ts
const each = (flag, values) => values.flatMap((value) => [flag, value]);
const pairs$1 = (record) => Object.entries(record).map(([key, value]) => `${key}=${value}`);
/** The name under which a Dockerfile finds the model's files: `COPY --from=model . /`. */
const modelContext = ({ model }) => ["--build-context", `model=${model}`];
function commonFlags(build) {
	return [
		...["--file", build.file],
		...build.target === null ? [] : ["--target", build.target],
		...build.platforms.length === 0 ? [] : ["--platform", build.platforms.join(",")],
		...each("--build-arg", build.buildArgs),
		...each("--secret", build.secrets),
		...each("--cache-from", build.cacheFrom),
		...each("--label", pairs$1(build.labels))
	];
}
const cacheTo = ({ cacheTo }) => each("--cache-to", cacheTo);
const annotations = ({ annotations }) => each("--annotation", pairs$1(annotations));
// src/adapters/engines/command.ts
/** An engine's own command. Its log is shown as it comes. */
/** Standard output. Throws `image-invalid` with its last words when it fails. */
async function command([program, ...args], { env, report }) {
	const { code, stdout, log } = await spawned(program, args, env, report);
	if (code === 0) return stdout;
	const verbs = args.slice(0, args.findIndex((arg) => arg.startsWith("-")));
	throw fault("image-invalid", `\`${[program, ...verbs].join(" ")}\` failed with ${code}.`, {
		fix: "Mend what its last words say, which stand below.",
		details: log.slice(-12).join("\n")
	});
}
/** What a quick question answers; null when it fails, or there is no such program. */
async function question([program, ...args], { env }) {
	const { code, stdout } = await spawned(program, args, env, () => {}).catch(() => ({
		code: null,
		stdout: ""
	}));
	return code === 0 ? stdout.trim() : null;
}
async function spawned(program, args, env, report) {
	const child = spawn(program, args, {
		env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	const log = [];
	let stdout = "";
	child.stdout.setEncoding("utf8").on("data", (text) => {
		stdout += text;
	});
	createInterface({ input: child.stderr }).on("line", (line) => {
		log.push(line);
		report(line);
	});
	return new Promise((done, fail) => {
		child.on("error", fail);
		child.on("close", (code) => done({
			code,
			stdout,
			log
		}));
	});
}
// src/adapters/engines/layout.ts
/** An image as the files of its blobs, wherever an engine left them. */
const CHUNK$1 = 2 ** 20;
/** Removed with the workplace. */
function layoutIn(place, root, pathOf, notes = []) {
	const fileOf = async (digest) => {
		const path = pathOf(digest);
		const found = path === void 0 ? null : await stat(path).catch(() => null);
		if (path !== void 0 && found) return {
			path,
			bytes: found.size
		};
		throw fault("image-invalid", `The engine named ${digest} and did not write it.`, { fix: "Build anew without the engine’s cache." });
	};
	return {
		root,
		notes,
		read: async (digest) => readFile((await fileOf(digest)).path),
		async blob(digest) {
			const { path, bytes } = await fileOf(digest);
			return {
				digest,
				bytes,
				open: (start) => createReadStream(path, {
					start,
					highWaterMark: CHUNK$1
				})
			};
		},
		[Symbol.asyncDispose]: place.remove
	};
}
// src/adapters/engines/workplace.ts
/** A folder for one build: the model as the Dockerfile's named context has it, and what comes out. */
/** What `work` throws leaves no folder behind; what it gives removes it itself. */
async function inWorkplace(files, work) {
	const folder = await mkdtemp(join(tmpdir(), "onnx-gate-image-"));
	const remove = () => rm(folder, {
		recursive: true,
		force: true
	});
	try {
		const model = join(folder, "model");
		for (const file of files) await place(file, join(model, file.path));
		return await work({
			model,
			at: (...path) => join(folder, ...path),
			remove
		});
	} catch (error) {
		await remove();
		throw error;
	}
}
async function place(file, path) {
	await makeFolder(dirname(path));
	if ("content" in file) await writeFile(path, file.content);
	else await link(file.source, path).catch(() => copyFile(file.source, path));
}
// src/adapters/engines/buildah.ts
/** Buildah, where there is no Docker. Its storage and isolation are set by its own variables (`STORAGE_DRIVER`, `BUILDAH_ISOLATION`). */
function buildahArguments(build, place) {
	return [
		...[
			"build",
			"--iidfile",
			place.at("id"),
			"--timestamp",
			String(build.epoch)
		],
		"--layers",
		...modelContext(place),
		...commonFlags(build),
		...cacheTo(build),
		...annotations(build),
		build.context
	];
}
function createBuildah(machine) {
	return {
		missing: async () => await question(["buildah", "--version"], machine) === null ? "there is no `buildah`" : null,
		build: (build) => inWorkplace(build.model, async (place) => {
			await command(["buildah", ...buildahArguments(build, place)], machine);
			await command([
				"buildah",
				"push",
				"--quiet",
				"--disable-compression",
				(await readFile(place.at("id"), "utf8")).trim(),
				`dir:${place.at("image")}`
			], machine);
			const manifest = await readFile(place.at("image", "manifest.json"));
			const root = {
				digest: `sha256:${createHash("sha256").update(manifest).digest("hex")}`,
				mediaType: JSON.parse(manifest.toString()).mediaType
			};
			return layoutIn(place, root, (digest) => place.at("image", digest === root.digest ? "manifest.json" : digest.slice(7)));
		})
	};
}
// src/adapters/engines/buildx.ts
/** `docker buildx build`: everything that BuildKit can do. */
/** Weights hardly shrink; `rewrite-timestamp` gives files the time of SOURCE_DATE_EPOCH too (BuildKit from 0.13). */
const output = (place) => `type=oci,tar=false,dest=${place.at("layout")},compression=uncompressed,rewrite-timestamp=true`;
function buildxArguments(build, place) {
	return [
		...[
			"buildx",
			"build",
			"--output",
			output(place),
			"--metadata-file",
			place.at("metadata.json")
		],
		...modelContext(place),
		...commonFlags(build),
		...cacheTo(build),
		...annotations(build),
		...[`--provenance=${build.provenance}`, `--sbom=${build.sbom}`],
		build.context
	];
}
function createBuildx(machine) {
	return {
		missing: async () => await question([
			"docker",
			"buildx",
			"version"
		], machine) === null ? "`docker buildx` is not here" : null,
		build: (build) => inWorkplace(build.model, async (place) => {
			const env = {
				...machine.env,
				SOURCE_DATE_EPOCH: String(build.epoch)
			};
			await command(["docker", ...buildxArguments(build, place)], {
				...machine,
				env
			});
			const { "containerimage.descriptor": root } = JSON.parse(await readFile(place.at("metadata.json"), "utf8"));
			return layoutIn(place, root, (digest) => place.at("layout", "blobs", ...digest.split(":")));
		})
	};
}
// src/adapters/engines/docker.ts
/** The BuildKit inside a Docker daemon, by a client of before buildx: what `docker save` gives becomes an image of OCI. */
/** From this version on the client builds only with buildx. */
const WITHOUT = 23;
const NOTE = "Docker’s own BuildKit gives files the time of the build: the same inputs give another digest. With buildx they give the same.";
function dockerArguments(build, place) {
	return [
		"build",
		"--iidfile",
		place.at("id"),
		...commonFlags(build),
		build.context
	];
}
function createDocker(machine) {
	return {
		async missing() {
			const versions = await question([
				"docker",
				"version",
				"--format",
				"{{.Client.Version}} {{.Server.Version}}"
			], machine);
			if (versions === null) return "no Docker daemon answers";
			return Number.parseInt(versions, 10) < WITHOUT ? null : "this Docker client builds only with buildx";
		},
		build: (build) => inWorkplace(build.model, async (place) => {
			const env = {
				...machine.env,
				DOCKER_BUILDKIT: "1",
				BUILDKIT_PROGRESS: "plain"
			};
			await command(["docker", ...dockerArguments(build, place)], {
				...machine,
				env
			});
			const id = (await readFile(place.at("id"), "utf8")).trim();
			await mkdir(place.at("saved"));
			await command([
				"docker",
				"save",
				"--output",
				place.at("saved.tar"),
				id
			], machine);
			await command([
				"tar",
				"-xf",
				place.at("saved.tar"),
				"-C",
				place.at("saved")
			], machine);
			return savedLayout(place, build.annotations);
		})
	};
}
/** Docker's archive has the configuration and the layers, and no manifest that a registry takes. */
async function savedLayout(place, annotations) {
	const [saved] = JSON.parse(await readFile(place.at("saved", "manifest.json"), "utf8"));
	const config = await readFile(place.at("saved", saved.Config));
	const { rootfs } = JSON.parse(config.toString());
	const layers = await Promise.all(rootfs.diff_ids.map(async (digest, at) => {
		const path = place.at("saved", saved.Layers[at]);
		return {
			digest,
			path,
			size: (await stat(path)).size
		};
	}));
	const manifest = {
		schemaVersion: 2,
		mediaType: "application/vnd.oci.image.manifest.v1+json",
		config: {
			mediaType: "application/vnd.oci.image.config.v1+json",
			digest: digestOf(config),
			size: config.length
		},
		layers: layers.map(({ digest, size }) => ({
			mediaType: "application/vnd.oci.image.layer.v1.tar",
			digest,
			size
		})),
		annotations
	};
	const text = JSON.stringify(manifest);
	await writeFile(place.at("manifest.json"), text);
	const root = {
		digest: digestOf(text),
		mediaType: manifest.mediaType
	};
	const paths = new Map([
		...layers.map(({ digest, path }) => [digest, path]),
		[manifest.config.digest, place.at("saved", saved.Config)],
		[root.digest, place.at("manifest.json")]
	]);
	return layoutIn(place, root, (digest) => paths.get(digest), [NOTE]);
}
const digestOf = (bytes) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
// src/adapters/engines/engines.ts
function createBuilders(machine) {
	return {
		buildx: createBuildx(machine),
		docker: createDocker(machine),
		buildah: createBuildah(machine)
	};
}
// src/adapters/registry/layers.ts
/** Files → a layer, the same bytes on every machine. */
var import_tar_stream = /* @__PURE__ */ __toESM(require_tar_stream(), 1);
/** Readable for everyone, writable for no one: the server has no business with changing a model. */
const FILE_MODE = 292;
const PROGRAM_MODE = 365;
const FOLDER_MODE = 493;
const CHUNK = 2 ** 20;
const layers = {
	async file(file) {
		const { bytes, read } = await entryOf(file);
		const hash = createHash("sha256");
		await pipeline(read(), hash);
		return {
			digest: `sha256:${hash.digest("hex")}`,
			bytes,
			open: (from) => skipping(read(), from)
		};
	},
	async pack(files, epoch) {
		const entries = await Promise.all(files.map(entryOf));
		const hash = createHash("sha256");
		let bytes = 0;
		for await (const chunk of stream(entries, epoch)) {
			hash.update(chunk);
			bytes += chunk.length;
		}
		return {
			digest: `sha256:${hash.digest("hex")}`,
			bytes,
			open: (from) => skipping(stream(entries, epoch), from)
		};
	}
};
async function entryOf(file) {
	const mode = file.executable ? PROGRAM_MODE : FILE_MODE;
	if ("content" in file) {
		const content = Buffer.from(file.content);
		return {
			path: file.path,
			mode,
			bytes: content.length,
			read: () => Readable.from([content])
		};
	}
	const found = await stat(file.source).catch(() => null);
	if (!found?.isFile()) throw fault("file-missing", `${file.source} is no file.`, { fix: "Check the path of the model." });
	return {
		path: file.path,
		mode,
		bytes: found.size,
		read: () => createReadStream(file.source, { highWaterMark: CHUNK })
	};
}
/** Folders before what is in them, files in their order. No names of users, no time but `epoch`. */
function stream(entries, epoch) {
	const pack = import_tar_stream.pack({ highWaterMark: CHUNK });
	const common = {
		uid: 0,
		gid: 0,
		uname: "",
		gname: "",
		mtime: /* @__PURE__ */ new Date(epoch * 1e3)
	};
	const write = async () => {
		for (const name of foldersOf(entries)) pack.entry({
			...common,
			name,
			type: "directory",
			mode: FOLDER_MODE
		});
		for (const { path, mode, bytes, read } of entries) {
			const entry = pack.entry({
				...common,
				name: path,
				size: bytes,
				mode,
				type: "file"
			});
			await pipeline(read(), entry);
		}
		pack.finalize();
	};
	write().catch((error) => pack.destroy(error));
	return pack;
}
function foldersOf(entries) {
	const folders = /* @__PURE__ */ new Set();
	for (const { path } of entries) for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) folders.add(path.slice(0, at + 1));
	return [...folders].sort();
}
function skipping(source, bytes) {
	return Readable.from((async function* () {
		let left = bytes;
		for await (const chunk of source) {
			if (left < chunk.length) yield chunk.subarray(left);
			left = Math.max(0, left - chunk.length);
		}
	})());
}
// src/adapters/source-date.ts
/**
* Seconds since 1970 for everything that is built, so that the same sources give the same bytes: SOURCE_DATE_EPOCH
* (reproducible-builds.org), else when HEAD was committed, else 0. Throws `usage-invalid` for a variable that is no time: with
* another in its place, the same inputs would give another digest.
*/
async function sourceDate(env) {
	const { SOURCE_DATE_EPOCH: given } = env;
	if (given) {
		if (/^\d{1,12}$/.test(given)) return Number(given);
		throw fault("usage-invalid", `SOURCE_DATE_EPOCH is ${JSON.stringify(given.slice(0, 100))}, and no time.`, { fix: "Give it whole seconds since 1970, as `git log -1 --format=%ct` prints them, or leave it out." });
	}
	try {
		const { stdout } = await promisify(execFile)("git", [
			"log",
			"-1",
			"--format=%ct"
		]);
		return Number(stdout.trim());
	} catch {
		return 0;
	}
}
// src/commands/image/dockerfile-flags.ts
/** Null where there is none: flags that only it has are then refused. */
function readDockerfile(flags, kind, refuse) {
	const { file, engine } = flags;
	if (file === void 0) {
		if (engine !== "auto" && engine !== "append") refuse(`\`--engine ${engine}\` builds a Dockerfile, and there is none.`, "Name it with `--file`.");
		for (const flag of ONLY.filter((one) => flags[one] !== void 0 && flags[one].length > 0)) refuse(`\`--${flag}\` is for a Dockerfile, and there is none.`, "Name it with `--file`, or leave it out.");
		return null;
	}
	if (engine === "append") refuse("`--engine append` builds no Dockerfile.", "Leave out `--file`, or name another engine.");
	if (flags.base !== void 0) refuse("There is a Dockerfile and a base, and one is enough.", "Leave out `--file` or `--base`.");
	if (kind !== "serving") refuse(`\`--kind ${kind}\` has no Dockerfile.`, "Leave out `--file`, or choose `--kind serving`.");
	for (const secret of flags.secrets.filter((one) => !/(^|,)(src|source|env)=/.test(one))) refuse(`--secrets has \`${secret.split(",")[0].slice(0, 100)}\`, which names no file and no variable.`, "Write `id=token,env=TOKEN` or `id=token,src=path`.");
	return {
		file,
		context: flags.context,
		target: flags.target ?? null,
		buildArgs: flags["build-args"],
		secrets: flags.secrets,
		cacheFrom: flags["cache-from"],
		cacheTo: flags["cache-to"],
		provenance: flags.provenance,
		sbom: flags.sbom
	};
}
const ONLY = [
	"target",
	"build-args",
	"secrets",
	"cache-from",
	"cache-to"
];
// src/commands/image/flags.ts
/** Flags of `image` → what is built. */
const MODEL_NAME$1 = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Throws `usage-invalid` for every bad flag at once. */
function readImageFlags(flags) {
	const faults = [];
	const refuse = (message, fix) => faults.push({
		code: "usage-invalid",
		message,
		fix
	});
	const image = (flag, text) => {
		const parsed = parseImageName(text);
		if (parsed.ok) return parsed.name;
		refuse(`--${flag}: ${parsed.message}`, parsed.fix);
		return null;
	};
	if (flags.candidate === void 0) refuse("There is no model.", "Name an ONNX file: `onnx-gate image model.onnx --to …`.");
	if (flags.to === void 0) refuse("`--to` is missing.", "Write `--to ghcr.io/team/conversion`.");
	const target = flags.to === void 0 ? null : image("to", flags.to);
	if (target && (target.tag !== null || target.digest !== null)) refuse(`--to names a ${target.tag === null ? "digest" : "tag"}, and an image gets its digest from its content and its tags from --tag.`, "Write the repository alone.");
	const base = flags.base === void 0 ? null : image("base", flags.base);
	const serving = flags.base !== void 0 || flags.file !== void 0;
	const kind = flags.kind ?? (serving ? "serving" : "model");
	if (kind === "serving" && !serving) refuse("`--kind serving` needs a base to put the model on.", "Name one with `--base`, or a Dockerfile with `--file`, or choose `--kind model`.");
	const dockerfile = readDockerfile(flags, kind, refuse);
	if (kind !== "serving" && flags.base !== void 0) refuse(`\`--kind ${kind}\` has no base.`, "Leave out `--base`, or choose `--kind serving`.");
	if (flags.name !== void 0 && !MODEL_NAME$1.test(flags.name)) refuse(`--name is \`${flags.name.slice(0, 100)}\`, which cannot be the name of a folder.`, "Use letters, digits, `.`, `_` and `-`, 100 at most.");
	const version = readNumber("version", flags.version, wholeNumber(1, Number.MAX_SAFE_INTEGER, "1"), faults);
	if (flags.tags.length > 0 && flags.verdict === void 0) refuse("Tags need a verdict that passes.", "Add `--verdict .onnx-gate/verdict.json`.");
	for (const platform of flags.platforms.filter((one) => !isPlatform(one))) refuse(`--platforms has \`${platform.slice(0, 100)}\`, which is no platform.`, "Write it like `linux/amd64,linux/arm64`.");
	if (kind === "model" && flags.platforms.length > 1) refuse("`--kind model` has one platform at most: the model is the same on all.", "Leave out `--platforms`.");
	const labels = pairs("labels", flags.labels, faults);
	const annotations = pairs("annotations", flags.annotations, faults);
	throwFaults(faults);
	return {
		candidate: flags.candidate,
		target,
		kind,
		dockerfile,
		engine: flags.engine === "auto" ? null : flags.engine,
		base,
		name: flags.name ?? null,
		version: String(version),
		platforms: flags.platforms,
		labels,
		annotations
	};
}
function pairs(flag, lines, faults) {
	return Object.fromEntries(lines.map((line) => {
		const at = line.indexOf("=");
		if (at < 1) faults.push({
			code: "usage-invalid",
			message: `--${flag} is \`${line.slice(0, 100)}\`; it must be \`key=value\`.`,
			fix: `Write it like \`--${flag} team=search\`.`
		});
		return [line.slice(0, at), line.slice(at + 1)];
	}));
}
/** The path of the `image.json` that `--built` names. Throws `usage-invalid` when there is nothing to do with it. */
function readBuiltFlags({ built, candidate, tags, verdict }) {
	const faults = [];
	if (candidate !== void 0) faults.push({
		code: "usage-invalid",
		message: "`--built` names an image that is there, and a model asks for a new one.",
		fix: "Leave out one of the two."
	});
	if (tags.length === 0 || verdict === void 0) faults.push({
		code: "usage-invalid",
		message: "`--built` is for tags, and they need a verdict that passes.",
		fix: "Add `--tags 1.2 --verdict .onnx-gate/verdict.json`."
	});
	throwFaults(faults);
	return built;
}
// src/core/image/build.ts
/** The digest of the model's file, and its name: what ties an image to the verdict on its model. */
const MODEL_DIGEST = "io.onnx-gate.model.digest";
const MODEL_NAME = "io.onnx-gate.model.name";
/** ISO 8601, to the second. */
const timeOf = (epoch) => `${(/* @__PURE__ */ new Date(epoch * 1e3)).toISOString().slice(0, 19)}Z`;
// src/core/image/triton-config.ts
/** ONNX Runtime's names → Triton's. */
const TYPES$1 = {
	bool: "TYPE_BOOL",
	uint8: "TYPE_UINT8",
	uint16: "TYPE_UINT16",
	uint32: "TYPE_UINT32",
	uint64: "TYPE_UINT64",
	int8: "TYPE_INT8",
	int16: "TYPE_INT16",
	int32: "TYPE_INT32",
	int64: "TYPE_INT64",
	float16: "TYPE_FP16",
	float32: "TYPE_FP32",
	float64: "TYPE_FP64",
	bfloat16: "TYPE_BF16",
	string: "TYPE_STRING"
};
/**
* Triton batches a model whose every tensor has an open first dimension: `max_batch_size` then stands for it, and
* `dims` leave it out. Any other model is served as it is, with all of its dimensions.
*/
function tritonConfig(name, { inputs, outputs }, maxBatch) {
	const batched = [...inputs, ...outputs].every(({ shape }) => shape.length > 0 && typeof shape[0] !== "number");
	const block = (kind, tensors) => tensors.flatMap(({ name: tensor, type, shape }) => {
		const known = type === null ? void 0 : TYPES$1[type];
		if (known === void 0) return [];
		const dims = (batched ? shape.slice(1) : shape).map((size) => typeof size === "number" ? size : -1);
		const whole = dims.length > 0 ? dims : [1];
		const reshape = dims.length > 0 ? "" : " reshape { shape: [ ] }";
		return [`${kind} [ { name: ${quoted(tensor)} data_type: ${known} dims: [ ${whole.join(", ")} ]${reshape} } ]`];
	});
	return [
		`name: ${quoted(name)}`,
		"backend: \"onnxruntime\"",
		`max_batch_size: ${batched ? maxBatch : 0}`,
		...block("input", inputs),
		...block("output", outputs),
		...batched ? ["dynamic_batching { }"] : [],
		""
	].join("\n");
}
function mlserverSettings(name, version, file) {
	const settings = {
		name,
		implementation: "mlserver_onnx.OnnxModel",
		parameters: {
			uri: `./${file}`,
			version
		}
	};
	return `${JSON.stringify(settings, null, 2)}\n`;
}
/** A string of protobuf's text format: bytes that could end it are written in octal. */
function quoted(text) {
	const bytes = new TextEncoder().encode(text);
	return `"${Array.from(bytes, (byte) => byte < 32 || byte > 126 || byte === 34 || byte === 92 ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte)).join("")}"`;
}
// src/core/image/layer-files.ts
/**
* `models/<name>/<version>/model.onnx` with its configuration beside, as Triton, OpenVINO Model Server, MLServer and our
* server read it. A model with external data is a folder of that name, as Triton wants it. In the order of the paths.
*/
function layerFiles(model) {
	const { name, version, external } = model;
	const folder = `models/${name}`;
	const place = external.length === 0 ? `${folder}/${version}` : `${folder}/${version}/model.onnx`;
	return [
		{
			path: `${place}/model.onnx`,
			source: model.file
		},
		...external.map(({ source, location }) => ({
			path: `${place}/${location}`,
			source
		})),
		{
			path: `${folder}/config.pbtxt`,
			content: tritonConfig(name, model, model.maxBatch)
		},
		{
			path: `${folder}/model-settings.json`,
			content: mlserverSettings(name, version, `${place.slice(folder.length + 1)}/model.onnx`)
		}
	].sort((a, b) => a.path < b.path ? -1 : 1);
}
// src/core/image/oci.ts
const MEDIA = {
	manifest: "application/vnd.oci.image.manifest.v1+json",
	index: "application/vnd.oci.image.index.v1+json",
	config: "application/vnd.oci.image.config.v1+json",
	/** Not compressed: weights hardly shrink, and a compressed layer holds up every pull. */
	layer: "application/vnd.oci.image.layer.v1.tar"
};
/** The same things in Docker's own names, which registries still hand out. */
const DOCKER = {
	manifest: "application/vnd.docker.distribution.manifest.v2+json",
	index: "application/vnd.docker.distribution.manifest.list.v2+json",
	config: "application/vnd.docker.container.image.v1+json",
	layer: "application/vnd.docker.image.rootfs.diff.tar"
};
/** The bytes of a manifest or a configuration: what digests are taken of. */
const jsonBytes = (value) => new TextEncoder().encode(JSON.stringify(value));
// src/core/image/append.ts
/** The configuration of the new image: the base's, with one layer and these labels more. */
function appendedConfig(base, { layer, created, comment, labels }) {
	return {
		...base,
		created,
		config: {
			...base.config,
			Labels: sorted({
				...base.config?.Labels,
				...labels
			})
		},
		rootfs: {
			...base.rootfs,
			diff_ids: [...base.rootfs.diff_ids, layer.digest]
		},
		history: [...base.history ?? [], {
			created,
			created_by: "onnx-gate image",
			comment
		}]
	};
}
/** In the base's own kind: mixing OCI's names and Docker's in one manifest is not allowed. */
function appendedManifest(base, config, { layer }, annotations) {
	const docker = base.mediaType === DOCKER.manifest;
	return {
		schemaVersion: 2,
		mediaType: base.mediaType,
		config: {
			...base.config,
			...config
		},
		layers: [...base.layers, {
			mediaType: docker ? DOCKER.layer : MEDIA.layer,
			digest: layer.digest,
			size: layer.bytes
		}],
		...!docker && { annotations: sorted({
			...base.annotations,
			...annotations
		}) }
	};
}
/** By name, so that the order in which they were given leaves no trace. */
function sorted(record) {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a < b ? -1 : 1));
}
// src/core/image/scratch.ts
/** Images and artifacts without a base: nothing but the model. */
/** Configuration of an image that holds files and runs nothing: for Kubernetes' image volumes and KServe's modelcars. */
function modelConfig(layer, platform, created, labels) {
	return {
		created,
		architecture: platform.architecture,
		os: platform.os,
		config: { Labels: sorted(labels) },
		rootfs: {
			type: "layers",
			diff_ids: [layer.digest]
		},
		history: [{
			created,
			created_by: "onnx-gate image"
		}]
	};
}
/** CNCF ModelPack. Source: github.com/modelpack/model-spec, docs/spec.md and docs/config.md. */
const MODELPACK = {
	artifact: "application/vnd.cncf.model.manifest.v1+json",
	config: "application/vnd.cncf.model.config.v1+json",
	/** A file as it is. */
	weight: "application/vnd.cncf.model.weight.v1.raw",
	weightConfig: "application/vnd.cncf.model.weight.config.v1.raw",
	filepath: "org.cncf.model.filepath"
};
function modelPackConfig(model) {
	return {
		descriptor: {
			name: model.name,
			version: model.version,
			createdAt: model.created
		},
		config: {
			architecture: "onnx",
			format: "onnx",
			...model.parameters !== null && { paramSize: String(model.parameters) }
		},
		modelfs: {
			type: "layers",
			diffIds: model.files.map(({ digest }) => digest)
		}
	};
}
function modelPackManifest(config, files, annotations) {
	return {
		schemaVersion: 2,
		mediaType: MEDIA.manifest,
		artifactType: MODELPACK.artifact,
		config: {
			mediaType: MODELPACK.config,
			...config
		},
		layers: files.map(({ path, digest, size }) => ({
			mediaType: /\.(pbtxt|json)$/.test(path) ? MODELPACK.weightConfig : MODELPACK.weight,
			digest,
			size,
			annotations: { [MODELPACK.filepath]: path }
		})),
		annotations: sorted(annotations)
	};
}
// src/commands/image/base.ts
/** A base in a registry: its images, of the platforms that are wanted. */
/** `wanted`: none for all that it has. Throws `image-invalid` before anything is pushed. */
async function readBase(base, from, wanted) {
	const version = base.digest ?? base.tag ?? "latest";
	const name = `${base.registry}/${base.repository}`;
	const found = await from.manifest(version);
	if (!found) throw fault("image-invalid", `There is no base ${name} with ${version}.`, { fix: "Check its name and digest, and whether this account may read it." });
	const document = {
		...parseImageDocument(found.bytes, name),
		mediaType: found.mediaType
	};
	const index = "manifests" in document ? document : null;
	const all = index ? await imagesOf(index, name, from) : [await readImage(document, null, name, from)];
	return {
		name,
		digest: found.digest,
		index,
		images: only(wanted, all, name)
	};
}
async function imagesOf(index, name, from) {
	const images = [];
	for (const entry of index.manifests) {
		if (entry.platform?.os === "unknown") continue;
		const found = await from.manifest(entry.digest);
		const document = found && parseImageDocument(found.bytes, name);
		if (!document || "manifests" in document) throw fault("image-invalid", `The base ${name} names ${entry.digest}, which is no image there.`, { fix: "Push the whole base anew, or name one image of it by its digest." });
		images.push(await readImage({
			...document,
			mediaType: entry.mediaType
		}, entry, name, from));
	}
	if (images.length > 0) return images;
	throw fault("image-invalid", `The base ${name} has no image to build on.`, { fix: "Name a base that was built for the platforms you serve on." });
}
async function readImage(manifest, entry, name, from) {
	if (![MEDIA.config, DOCKER.config].some((type) => type === manifest.config.mediaType)) throw fault("image-invalid", `The base ${name} is no image but ${manifest.config.mediaType.slice(0, 100)}.`, { fix: "Name an image that starts a server; `--kind model` needs no base." });
	const bytes = await from.blob(manifest.config.digest);
	const config = JSON.parse(new TextDecoder().decode(bytes));
	return {
		manifest,
		config,
		entry,
		platform: platformText(config)
	};
}
function only(wanted, images, name) {
	const missing = wanted.filter((one) => !images.some(({ platform }) => serves(platform, one)));
	if (missing.length > 0) throw fault("image-invalid", `The base ${name} is not for ${missing.join(", ")}; it is for ${images.map(({ platform }) => platform).join(", ")}.`, { fix: "Name a base that was built for it, or leave it out of `--platforms`." });
	return wanted.length === 0 ? images : images.filter(({ platform }) => wanted.some((one) => serves(platform, one)));
}
// src/commands/image/append.ts
/** `pack` makes the model's layer; it is asked when the base is known to be one. */
async function appendToBase(work, pack) {
	const from = work.ports.registries.open(work.base);
	const base = await readBase(work.base, from, work.platforms);
	const layer = await pack();
	await work.push(layer);
	const made = [];
	for (const image of base.images) made.push(await appendToImage(image, {
		...work,
		from,
		layer
	}));
	const [first] = made;
	const platforms = base.images.map(({ platform }) => platform);
	return {
		...base.index ? {
			digest: await putIndex(base, made, work),
			form: "index",
			imageId: null
		} : {
			digest: first.digest,
			form: "image",
			imageId: first.imageId
		},
		platforms,
		base: {
			reference: nameOf$1(work.base),
			digest: base.digest
		},
		notes: [...pinning(work.base, base), ...elsewhere(work, platforms, base)],
		layers: [...base.images.flatMap(({ manifest }) => manifest.layers.map(({ digest, size }) => ({
			digest,
			bytes: size,
			kind: "base"
		}))), {
			digest: layer.digest,
			bytes: layer.bytes,
			kind: "model"
		}]
	};
}
const nameOf$1 = ({ registry, repository, tag, digest }) => `${registry}/${repository}${tag ? `:${tag}` : ""}${digest ? `@${digest}` : ""}`;
function pinning(given, { name, digest }) {
	if (given.digest !== null) return [];
	return [`The base ${nameOf$1(given)} is a tag and may move. Write ${name}@${digest} to pin it.`];
}
function elsewhere({ machine, platforms }, has, { name }) {
	if (platforms.length > 0 || has.some((one) => serves(one, machine))) return [];
	return [`The base ${name} is for ${has.join(", ")}, and this machine is ${machine}. Name its platforms with \`--platforms\` if that is meant.`];
}
async function appendToImage({ manifest, config }, work) {
	const { from, layer } = work;
	const same = work.base.registry === work.target.registry ? work.base.repository : void 0;
	for (const { digest, size } of manifest.layers) {
		const open = (at) => from.stream(digest, at);
		await work.push({
			digest,
			bytes: size,
			open
		}, same);
	}
	const more = {
		layer,
		created: timeOf(work.epoch),
		comment: `${work.model.name} ${work.model.version}`,
		labels: work.labels
	};
	const pushed = await work.pushJson(appendedConfig(config, more));
	const bytes = jsonBytes(appendedManifest(manifest, pushed, more, work.annotations));
	return {
		digest: await work.repository.put(bytes, manifest.mediaType, null),
		imageId: pushed.digest,
		bytes: bytes.length
	};
}
function putIndex({ index, images }, made, work) {
	const mediaType = index.mediaType;
	const manifests = images.map(({ entry }, at) => ({
		...entry,
		digest: made[at].digest,
		size: made[at].bytes
	}));
	const annotations = sorted({
		...index.annotations,
		...work.annotations
	});
	const bytes = jsonBytes({
		...index,
		manifests,
		...mediaType !== DOCKER.index && { annotations }
	});
	return work.repository.put(bytes, mediaType, null);
}
// src/core/image/dockerfile.ts
/** In the order in which they are tried. */
const DOCKERFILE_ENGINES = [
	"buildx",
	"docker",
	"buildah"
];
const several = ({ platforms }) => platforms.length > 1;
/** By flag, what an engine cannot do; buildx can do all. */
const CANNOT = {
	buildx: {},
	docker: {
		platforms: several,
		"cache-to": ({ dockerfile }) => dockerfile.cacheTo.length > 0,
		provenance: ({ dockerfile }) => dockerfile.provenance !== "false",
		sbom: ({ dockerfile }) => dockerfile.sbom !== "false"
	},
	buildah: {
		platforms: several,
		provenance: ({ dockerfile }) => dockerfile.provenance !== "false",
		sbom: ({ dockerfile }) => dockerfile.sbom !== "false"
	}
};
/** Flags that were given and that the engine has not, such as `cache-to`. */
function unsupported(engine, asked) {
	return Object.entries(CANNOT[engine]).flatMap(([flag, given]) => given(asked) ? [flag] : []);
}
// src/commands/image/choose-engine.ts
/** Which engine builds a Dockerfile here, and why that one. */
/** `asked` null: the first that is here. Throws `engine-missing`, and `usage-invalid` for what it cannot do. */
async function runChooseEngine(dockerfile, { engine: asked, platforms }, builders) {
	const chosen = await choose(dockerfile, asked, builders);
	const flags = unsupported(chosen.name, {
		dockerfile,
		platforms
	});
	if (flags.length === 0) return chosen;
	throw fault("usage-invalid", `${chosen.name} cannot do what ${flags.map((flag) => `\`--${flag}\``).join(", ")} asks for. ${chosen.why}`, { fix: `Install buildx (in a workflow: docker/setup-buildx-action), or leave it out.` });
}
async function choose({ file }, asked, builders) {
	const missing = [];
	for (const name of DOCKERFILE_ENGINES) {
		if (asked !== null && asked !== name) continue;
		const reason = await builders[name].missing();
		if (reason === null) return {
			name,
			why: why(name, file, asked, missing)
		};
		missing.push(reason);
	}
	throw fault("engine-missing", `Nothing here builds ${file}: ${missing.join(", ")}.`, { fix: "Install Docker with buildx, or buildah; without a Dockerfile (`--base`) neither is needed." });
}
function why(name, file, asked, missing) {
	if (asked !== null) return `\`--engine ${asked}\` was asked for.`;
	return `There is a Dockerfile, ${file}, and ${name} is the first that can build it${missing.length === 0 ? "" : ` (${missing.join(", ")})`}.`;
}
// src/commands/image/dockerfile.ts
/** Throws `image-invalid` for one that does not build, or that does not put the model where servers look. */
async function buildDockerfile(work, dockerfile, engine) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { platforms, labels, annotations, epoch } = work;
		const model = layerFiles(work.model);
		const build = {
			...dockerfile,
			platforms,
			labels,
			annotations,
			epoch,
			model
		};
		const layout = _usingCtx$2.a(await work.ports.builders[engine].build(build));
		const { digest, mediaType } = layout.root;
		const document = parseImageDocument(await layout.read(digest), dockerfile.file);
		const index = "manifests" in document;
		const images = [];
		for (const entry of index ? document.manifests : [layout.root]) images.push(await pushImage(entry.digest, entry.mediaType, layout, work));
		if (index) await work.repository.put(await layout.read(digest), mediaType, null);
		const running = images.filter(({ platform }) => !platform.startsWith("unknown"));
		const layers = [];
		for (const image of running) {
			const holding = await layerOfModel(image, dockerfile, model[0].path, work);
			for (const { digest, size } of image.layers) layers.push({
				digest,
				bytes: size,
				kind: digest === holding ? "model" : "build"
			});
		}
		return {
			digest,
			imageId: index ? null : images[0].imageId,
			form: index ? "index" : "image",
			platforms: running.map(({ platform }) => platform),
			base: null,
			notes: layout.notes,
			layers
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
async function pushImage(digest, mediaType, layout, work) {
	const bytes = await layout.read(digest);
	const { layers, config } = parseImageDocument(bytes, digest);
	for (const { digest } of [...layers, config]) await work.push(await layout.blob(digest));
	await work.repository.put(bytes, mediaType, null);
	const parsed = JSON.parse(new TextDecoder().decode(await layout.read(config.digest)));
	return {
		digest,
		imageId: config.digest,
		platform: platformText(parsed),
		layers
	};
}
/** Read back from the registry: what is there is what ships. Throws when it is not this model. */
async function layerOfModel({ digest, platform }, { file }, path, { target, ports, model }) {
	const wanted = {
		what: "model",
		references: [`oci://${target.registry}/${target.repository}@${digest}#${path}`],
		path: null,
		fix: ""
	};
	const found = await runResolve(wanted, ports).catch((error) => {
		if (error instanceof FaultError && error.faults[0].code === "reference-unresolved") return null;
		throw error;
	});
	const actual = found && (await ports.files.identify(found.path)).digest;
	if (actual === model.digest) return found.file.layer;
	throw fault("image-invalid", `${file} puts ${actual === null ? "no model" : `another model (${actual})`} at /${path} in its image for ${platform}, where the server looks for ${model.digest}.`, { fix: "Add `COPY --from=model . /` (buildx and buildah), or copy the file there; or build the Dockerfile without a model and name its image with `--base`." });
}
// src/commands/image/build.ts
/** A model → an image in a registry, by its digest alone: tags come when the gate has passed. */
/** Throws `image-invalid` for a base that cannot be built on, `registry-failed`, `digest-mismatch` and `file-missing`. */
async function runBuildImage(inputs, ports) {
	const repository = ports.registries.open(inputs.target);
	const sums = {
		uploadedBytes: 0,
		reusedBytes: 0
	};
	const count = (bytes, sent) => {
		sums.uploadedBytes += sent;
		sums.reusedBytes += bytes - sent;
	};
	const { dockerfile } = inputs;
	const engine = dockerfile && await runChooseEngine(dockerfile, inputs, ports.builders);
	const work = {
		...inputs,
		ports,
		repository,
		async push(blob, from) {
			count(blob.bytes, await repository.ensure(blob, from));
		},
		async pushJson(value) {
			const bytes = jsonBytes(value);
			const { digest, sent } = await repository.keep(bytes);
			count(bytes.length, sent);
			return {
				digest,
				size: bytes.length
			};
		}
	};
	return {
		...engine ? await buildDockerfile(work, dockerfile, engine.name) : await BUILD[inputs.kind](work),
		...sums,
		engine: engine ?? APPEND
	};
}
const APPEND = {
	name: "append",
	why: "There is no Dockerfile: the model is put into its image in the registry itself."
};
const BUILD = {
	serving: (work) => appendToBase(work, () => modelLayer(work)),
	model: buildModel,
	modelpack: buildModelPack
};
const modelLayer = ({ model, epoch, ports }) => ports.layers.pack(layerFiles(model), epoch);
async function buildModel(work) {
	const layer = await modelLayer(work);
	await work.push(layer);
	const platform = work.platforms[0] ?? "linux/amd64";
	const config = await work.pushJson(modelConfig(layer, parsePlatform(platform), timeOf(work.epoch), work.labels));
	const manifest = jsonBytes({
		schemaVersion: 2,
		mediaType: MEDIA.manifest,
		config: {
			mediaType: MEDIA.config,
			...config
		},
		layers: [{
			mediaType: MEDIA.layer,
			digest: layer.digest,
			size: layer.bytes
		}],
		annotations: work.annotations
	});
	return {
		digest: await work.repository.put(manifest, MEDIA.manifest, null),
		imageId: config.digest,
		form: "image",
		platforms: [platform],
		base: null,
		notes: [],
		layers: [{
			digest: layer.digest,
			bytes: layer.bytes,
			kind: "model"
		}]
	};
}
/** One blob for each file, as it is. */
async function buildModelPack(work) {
	const { model, ports } = work;
	const files = await Promise.all(layerFiles(model).map(async (file) => ({
		path: file.path,
		blob: await ports.layers.file(file)
	})));
	for (const { blob } of files) await work.push(blob);
	const config = await work.pushJson(modelPackConfig({
		name: model.name,
		version: model.version,
		parameters: model.parameters,
		created: timeOf(work.epoch),
		files: files.map(({ blob }) => blob)
	}));
	const parts = files.map(({ path, blob }) => ({
		path: path.slice(`models/${model.name}/`.length),
		digest: blob.digest,
		size: blob.bytes
	}));
	const manifest = jsonBytes(modelPackManifest(config, parts, work.annotations));
	return {
		digest: await work.repository.put(manifest, MEDIA.manifest, null),
		imageId: config.digest,
		form: "artifact",
		platforms: [],
		base: null,
		notes: [],
		layers: files.map(({ blob }) => ({
			digest: blob.digest,
			bytes: blob.bytes,
			kind: "model"
		}))
	};
}
// src/commands/image/layer-model.ts
/** Rows that Triton may batch; it is told so in the layer's `config.pbtxt`. */
const MAX_BATCH = 1024;
/** Throws `model-rejected` for a file that cannot be read. */
async function runLayerModel(named, model, { modelFiles }) {
	try {
		var _usingCtx$1 = _usingCtx();
		const folder = model.path.slice(0, model.path.search(/[^\\/]*$/));
		const file = _usingCtx$1.a(await modelFiles.open(model.path));
		const { graph } = await parseModel(file.source, model.path);
		if (!graph) throw fault("model-rejected", `${model.path} is no ONNX model that can be read.`, { fix: "See `onnx-gate validate` on it." });
		const { inputs, outputs, parameters } = summarize(await readFacts(graph, file.source));
		const external = (await locationsOf(model.path, modelFiles)).map((location) => ({
			source: `${folder}${location}`,
			location
		}));
		return {
			name: nameOf(named, model),
			version: named.version,
			digest: model.subject.digest,
			file: model.path,
			external,
			inputs,
			outputs,
			parameters,
			maxBatch: MAX_BATCH
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** As the name of a folder. */
function nameOf({ name, candidate }, { path }) {
	if (name !== null) return name;
	return (candidate.endsWith(".onnx") ? candidate : path).split(/[\\/:]/).at(-1).replace(/\.onnx$/i, "").replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[^A-Za-z0-9]+/, "").slice(0, 100) || "model";
}
// src/core/image/tag-expressions.ts
const EXPRESSIONS = {
	branch: ({ ref }) => /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? "",
	tag: ({ ref }) => /^refs\/tags\/(.+)$/.exec(ref)?.[1] ?? "",
	sha: ({ commit }) => commit.slice(0, 7),
	is_default_branch: ({ ref, defaultBranch }) => String(ref === `refs/heads/${defaultBranch}`)
};
/** Names that it does not know stay as they are: `{{version}}` belongs to `type=semver`. */
function expand(text, facts) {
	return text.replace(/\{\{\s*date\s+'([^']*)'\s*\}\}/g, (_, format) => dated(format, facts.now)).replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name) => Object.hasOwn(EXPRESSIONS, name) ? EXPRESSIONS[name](facts) : whole);
}
/** `YYYYMMDD-HHmmss`, in UTC. */
function dated(format, now) {
	const [year = "", month = "", day = "", hour = "", minute = "", second = ""] = now.split(/[-T:.Z]/);
	const parts = {
		YYYY: year,
		MM: month,
		DD: day,
		HH: hour,
		mm: minute,
		ss: second
	};
	return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => parts[part]);
}
// src/core/image/tags.ts
/**
* Tags from rules, in the grammar of docker/metadata-action: `type=sha`, `type=ref,event=branch`,
* `type=semver,pattern={{version}}`, `type=raw,value=stable`, `type=model`.
*/
/** By type: what it makes, null where it has nothing to say of this run. `priority`: the higher stands first. */
const TYPES = {
	semver: {
		priority: 900,
		keys: ["pattern", "value"],
		make: semver
	},
	match: {
		priority: 800,
		keys: [
			"pattern",
			"group",
			"value"
		],
		make: match
	},
	ref: {
		priority: 600,
		keys: ["event"],
		make: ref
	},
	edge: {
		priority: 700,
		keys: ["branch"],
		make: ({ branch }, { ref, defaultBranch }) => ref === `refs/heads/${branch ?? defaultBranch}` ? "edge" : null
	},
	schedule: {
		priority: 1e3,
		keys: ["pattern"],
		make: ({ pattern = "nightly" }) => pattern
	},
	raw: {
		priority: 200,
		keys: ["value"],
		make: ({ value }) => value ?? null
	},
	sha: {
		priority: 100,
		keys: ["format"],
		make: ({ format }, { commit }) => commit === "" ? null : format === "long" ? commit : commit.slice(0, 7)
	},
	model: {
		priority: 150,
		keys: [],
		make: (_, { model }) => model.slice(0, 12)
	}
};
/** Set on every type. */
const COMMON = [
	"type",
	"enable",
	"priority",
	"prefix",
	"suffix"
];
const PREFIXES = {
	sha: "sha-",
	model: "model-"
};
/** In the order of their priority, each once. A rule that has nothing to say of this run makes no tag. */
function makeTags(rules, facts) {
	const faults = [];
	const made = [];
	for (const rule of rules) {
		const attributes = attributesOf(rule, facts);
		const type = Object.hasOwn(TYPES, attributes.type ?? "") ? TYPES[attributes.type] : null;
		const unknown = Object.keys(attributes).filter((key) => !COMMON.includes(key) && !type?.keys.includes(key));
		if (!type || unknown.length > 0) {
			const what = type ? `no attribute \`${unknown[0].slice(0, 50)}\`` : `no type \`${(attributes.type ?? "").slice(0, 50)}\``;
			const known = type ? [...type.keys, ...COMMON.slice(1)] : Object.keys(TYPES);
			faults.push({
				message: `Tag rule \`${rule.slice(0, 100)}\` has ${what}.`,
				fix: `There is ${known.join(", ")}.`
			});
			continue;
		}
		const wrong = wrongIn(attributes);
		if (wrong) {
			faults.push({
				message: `Tag rule \`${rule.slice(0, 100)}\` ${wrong.message}`,
				fix: wrong.fix
			});
			continue;
		}
		const value = attributes.enable === "false" ? null : type.make(attributes, facts);
		if (value === null) continue;
		const tag = sanitized(`${attributes.prefix ?? PREFIXES[attributes.type] ?? ""}${value}${attributes.suffix ?? ""}`);
		if (tag !== "") made.push({
			tag,
			priority: Number(attributes.priority ?? type.priority)
		});
	}
	if (faults.length > 0) return {
		ok: false,
		faults
	};
	const ordered = made.toSorted((a, b) => b.priority - a.priority).map(({ tag }) => tag);
	return {
		ok: true,
		tags: [...new Set(ordered)]
	};
}
/** A tag that should not be there is worse than none, so that nothing else than these two words is taken for yes or no. */
function wrongIn({ enable = "true", type, pattern = "" }) {
	if (enable !== "true" && enable !== "false") return {
		message: `has \`enable=${enable.slice(0, 50)}\`, which is neither true nor false.`,
		fix: "Write `enable=true`, `enable=false` or `enable={{is_default_branch}}`."
	};
	if (type === "match" && regular(pattern) === null) return {
		message: "has a pattern that is no regular expression.",
		fix: "Write it like `pattern=v(\\d+\\.\\d+),group=1`."
	};
	return null;
}
function regular(pattern) {
	try {
		return pattern === "" ? null : new RegExp(pattern);
	} catch {
		return null;
	}
}
/** A rule without `=` is a tag as it is. */
function attributesOf(rule, facts) {
	if (!rule.includes("=")) return {
		type: "raw",
		value: expand(rule.trim(), facts)
	};
	return Object.fromEntries(rule.split(",").map((part) => {
		const [key = "", ...value] = part.split("=");
		return [key.trim(), expand(value.join("=").trim(), facts)];
	}));
}
function ref({ event }, { ref: name }) {
	const [, kind, rest = ""] = /^refs\/(heads|tags|pull)\/(.+?)(?:\/merge)?$/.exec(name) ?? [];
	const wanted = {
		branch: "heads",
		tag: "tags",
		pr: "pull"
	}[event ?? "branch"];
	if (kind === void 0 || kind !== wanted) return null;
	return kind === "pull" ? `pr-${rest}` : rest;
}
const SEMVER = /^v?(\d+)\.(\d+)\.(\d+)((?:-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/;
/** A version before its release makes only its own tag: `1.2` must not move to `1.2.3-rc.1`. */
function semver({ pattern = "{{version}}", value }, { ref: name }) {
	const found = SEMVER.exec(value ?? /^refs\/tags\/(.+)$/.exec(name)?.[1] ?? "");
	if (!found) return null;
	const [, major, minor, patch, before = ""] = found;
	const version = `${major}.${minor}.${patch}${before}`;
	if (before !== "") return version;
	const parts = {
		version,
		raw: version,
		major,
		minor,
		patch
	};
	return pattern.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, key) => parts[key] ?? whole);
}
/** What a pattern finds in the name of the Git tag. */
function match({ pattern = "", group = "0", value }, { ref: name }) {
	const text = value ?? /^refs\/tags\/(.+)$/.exec(name)?.[1] ?? "";
	return regular(pattern)?.exec(text)?.[Number(group)] ?? null;
}
/** What a registry takes: other characters become dashes, and it begins with a letter, a digit or `_`. */
function sanitized(tag) {
	return tag.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, 128);
}
// src/commands/image/tagging.ts
/** Tags for an image that lies in a registry by its digest: with a passing verdict on it, and without one none. */
/** Throws `usage-invalid` for every rule that is wrong. */
function tagsOf({ rules, facts }, model) {
	const made = makeTags(rules, {
		...facts,
		model: model.slice(7)
	});
	if (made.ok) return made.tags;
	throwFaults(made.faults.map((one) => ({
		code: "usage-invalid",
		...one
	})));
	return [];
}
async function runTag(image, target, wish, ports) {
	const tags = tagsOf(wish, image.candidate.digest);
	if (tags.length === 0) return {
		tags: [],
		untagged: null
	};
	const untagged = whyNot(image, await readVerdict(wish.verdict, ports.files), wish.verdict);
	if (untagged !== null) return {
		tags: [],
		untagged
	};
	const repository = ports.registries.open(target);
	const stored = await repository.manifest(image.digest);
	if (!stored) throw fault("registry-failed", `The registry no longer has ${image.digest}.`, { fix: "Look whether something cleans up untagged images, and try again." });
	for (const tag of tags) await repository.put(stored.bytes, stored.mediaType, tag);
	return {
		tags: [...tags],
		untagged: null
	};
}
async function readVerdict(path, files) {
	const parsed = parseDocument("verdict", new TextDecoder().decode(await files.read(path)), path);
	if (!parsed.ok) throwFaults(parsed.faults);
	return parsed.document;
}
/** A verdict on another model, or on another image of this one, says nothing of what is here. */
function whyNot(image, verdict, path) {
	if (verdict.verdict !== "pass") return `The verdict in ${path} is \`${verdict.verdict}\`, not \`pass\`.`;
	const identity = identityOf(image.candidate);
	const subject = verdict.subjects.find(({ candidate }) => candidate && identityOf(candidate) === identity);
	if (!subject) return `The verdict in ${path} is about other models: none of them is ${identity}.`;
	if (subject.image && subject.image.digest !== image.digest) return `The verdict in ${path} is about another image, ${subject.image.digest}; this one is ${image.digest}.`;
	return null;
}
// src/commands/image/publish.ts
/** Throws what `runBuildImage` throws, and `usage-invalid` for rules of tags before anything is pushed. */
async function runPublishImage(request, inputs, ports) {
	tagsOf(inputs.tags, inputs.model.subject.digest);
	const candidate = (await runBindExternal({
		candidate: inputs.model,
		baseline: null
	}, ports)).candidate.subject;
	const model = await runLayerModel(request, inputs.model, ports);
	const identity = {
		[MODEL_DIGEST]: model.digest,
		[MODEL_NAME]: model.name
	};
	const built = await runBuildImage({
		...request,
		...inputs,
		model,
		labels: {
			...identity,
			...request.labels
		},
		annotations: {
			...identity,
			...request.annotations
		}
	}, ports);
	const { registry, repository } = request.target;
	return {
		schema: "onnx-gate/image/v1",
		...headerOf({
			model: model.name,
			toolVersion: inputs.toolVersion
		}, ports.clock),
		candidate,
		served: {
			name: model.name,
			version: model.version
		},
		kind: request.kind,
		reference: `${registry}/${repository}@${built.digest}`,
		digest: built.digest,
		imageId: built.imageId,
		form: built.form,
		platforms: [...built.platforms],
		layers: built.layers.map((layer) => ({ ...layer })),
		engine: built.engine,
		base: built.base,
		uploadedBytes: built.uploadedBytes,
		reusedBytes: built.reusedBytes,
		...await runTag({
			digest: built.digest,
			candidate
		}, request.target, inputs.tags, ports),
		notes: [...built.notes]
	};
}
/** An image that lies there already, as its `image.json` says → the same with its tags. */
async function runTagBuilt(path, tags, ports) {
	const parsed = parseDocument("image", new TextDecoder().decode(await ports.files.read(path)), path);
	if (!parsed.ok) throwFaults(parsed.faults);
	const { document } = parsed;
	return {
		...document,
		...await runTag(document, targetOf(document, path), tags, ports)
	};
}
function targetOf({ reference, digest }, path) {
	const parsed = parseImageName(reference);
	if (parsed.ok && parsed.name.digest === digest) return parsed.name;
	throw fault("document-invalid", `${path} says two things of its image: ${reference} and ${digest}.`, { fix: "Build it again with `onnx-gate image`." });
}
// src/entry/image.ts
/** A model into a registry, from inputs to `image.json`: what the command and the action share. */
/** `file`: where the document was written. */
async function image(inputs, host) {
	const context = createContext(host, {
		...inputs,
		"runtime-path": void 0,
		"runtime-url": void 0
	});
	const builders = createBuilders({
		env: process.env,
		report: host.report
	});
	const ports = {
		...context,
		layers,
		builders
	};
	const tags = tagWish(inputs, context.clock.now());
	const made = inputs.built === void 0 ? await built(inputs, tags, ports) : await runTagBuilt(readBuiltFlags(inputs), tags, ports);
	const json = `${JSON.stringify(made, null, 2)}\n`;
	const file = `${inputs.out}/image.json`;
	await context.files.write(file, json);
	return {
		image: made,
		json,
		file
	};
}
async function built(inputs, tags, ports) {
	const request = readImageFlags(inputs);
	const wanted = {
		candidate: request.candidate,
		baseline: [],
		sameModel: false
	};
	const { candidate: model } = await runFindModels(wanted, ports);
	const machine = `linux/${process.arch === "x64" ? "amd64" : process.arch}`;
	return runPublishImage(request, {
		model,
		epoch: await sourceDate(process.env),
		machine,
		tags,
		toolVersion: VERSION
	}, ports);
}
function tagWish({ tags, verdict }, now) {
	const event = readEvent(process.env);
	return {
		rules: tags,
		facts: {
			ref: process.env.GITHUB_REF ?? "",
			commit: event.commit || (commitOf(process.env) ?? ""),
			defaultBranch: event.defaultBranch,
			now: now.toISOString()
		},
		verdict: verdict ?? null
	};
}
export { renderImageMarkdown as n, renderImageText as r, image as t };
