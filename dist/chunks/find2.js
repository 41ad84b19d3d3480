import { o as __toESM } from "./rolldown-runtime.js";
import { a as createdAt, c as fetchFile, d as readJson, f as sibling, i as choose, l as jsonOf, o as digestOf, t as Missing, u as missing } from "./place.js";
import { t as require_tar_stream } from "./tar-stream.js";
import { C as templateLiteral, S as string, b as record, p as array, v as number, y as object } from "./schemas.js";
import { i as fault } from "./errors.js";
import { n as isThisMachine, t as createAuthorization } from "./authorization.js";
import { createReadStream, createWriteStream } from "node:fs";
import * as zlib$1 from "node:zlib";
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
// src/adapters/references/oci/tar.ts
var import_tar_stream = /* @__PURE__ */ __toESM(require_tar_stream(), 1);
/** A layer that unpacks to more is none that holds a model, but a bomb. */
const MOST_BYTES = 64 * 1024 ** 3;
/** Paths of one layer: ten times those of a whole distribution with Python. */
const MOST_ENTRIES = 5e6;
/** Kind (`file`, `symlink`, …) by path. Nothing is written. */
async function listTar(archive, compression) {
	const entries = /* @__PURE__ */ new Map();
	await walk(archive, compression, async ({ name, type }, content) => {
		if (entries.size >= MOST_ENTRIES) throw new Missing("a layer has more files than can be looked at");
		entries.set(name, type ?? "file");
		content.resume();
	});
	return entries;
}
async function writeFromTar(archive, compression, path, file) {
	await walk(archive, compression, async ({ name }, content) => {
		if (name === path) await pipeline(content, createWriteStream(file));
		else content.resume();
	});
}
async function walk(archive, compression, visit) {
	const entries = (0, import_tar_stream.extract)();
	entries.on("entry", (header, content, next) => {
		const name = header.name.replace(/^(\.?\/)+/, "").replace(/\/$/, "");
		visit({
			...header,
			name
		}, content).then(() => next(), next);
	});
	let bytes = 0;
	const bounded = async function* (chunks) {
		for await (const chunk of chunks) {
			bytes += chunk.length;
			if (bytes > MOST_BYTES) throw new Missing("a layer unpacks to more than 64 GiB");
			yield chunk;
		}
	};
	const source = createReadStream(archive, { highWaterMark: 1024 ** 2 });
	const unpack = unpacker(compression);
	try {
		if (unpack) await pipeline(source, unpack, bounded, entries);
		else await pipeline(source, bounded, entries);
	} catch (error) {
		if (error instanceof Missing || error.syscall) throw error;
		throw new Missing(`a layer cannot be unpacked (${error.message})`);
	}
}
/** zstd came to Node.js with 22.15 and 23.8. */
function unpacker(compression) {
	if (compression === "none") return null;
	if (compression === "gzip") return zlib$1.createGunzip({ chunkSize: 1024 ** 2 });
	if (typeof zlib$1.createZstdDecompress === "function") return zlib$1.createZstdDecompress();
	throw new Missing(`a layer is packed with zstd, which Node.js ${process.versions.node} cannot read`, "Run onnx-gate with Node.js 24.");
}
// src/adapters/references/oci/files.ts
/** Where a layer that is one file says its path: ModelPack (also by its earlier name), then ORAS. */
const PATHS = [
	"org.cncf.model.filepath",
	"org.cnai.model.filepath",
	"org.opencontainers.image.title"
];
const UNPACK = "io.deis.oras.content.unpack";
const pathOf = ({ annotations, mediaType }) => {
	if (/[.+]tar\b/.test(mediaType) || annotations?.[UNPACK] === "true") return null;
	const path = PATHS.map((name) => annotations?.[name]).find((value) => value !== void 0);
	return path === void 0 ? null : normal(path);
};
/**
* Layers that are one file each, or archives. Archives are searched from the top, as a later layer covers those below it;
* without a path, the topmost one that has models is the one that is meant.
*/
function filesOf({ layers }, registry, where, tools) {
	const single = new Map(layers.flatMap((layer) => pathOf(layer) === null ? [] : [[pathOf(layer), layer]]));
	const archives = layers.filter((layer) => pathOf(layer) === null && /tar|^application\/vnd\.docker\.image\.rootfs/.test(layer.mediaType));
	const how = `Write oci://${where}…#PATH.`;
	const inArchives = async (wanted) => {
		for (const layer of [...archives].reverse()) {
			const archive = await registry.layer(layer, `layer-${layer.digest.slice(7, 19)}`);
			const compression = compressionOf(layer.mediaType);
			const entries = await listTar(archive, compression);
			const paths = [...entries.keys()];
			const models = paths.filter((path) => /^models\/.*\.onnx$/.test(path));
			const candidates = models.length > 0 ? models : paths.filter((path) => path.endsWith(".onnx"));
			const chosen = wanted ?? (candidates.length > 0 ? choose(null, candidates, where, how) : null);
			if (chosen === null) continue;
			if (isRemoved(chosen, paths)) throw new Missing(`${where} has no ${chosen}: a layer removes it`);
			const kind = entries.get(chosen);
			if (kind === void 0) continue;
			if (kind !== "file") throw new Missing(`${chosen} in ${where} is a ${kind}, not a file`, how);
			return {
				path: chosen,
				local: await extracted(archive, compression, chosen, tools),
				layer: layer.digest
			};
		}
		throw new Missing(wanted === null ? `${where} has no .onnx file in its ${layers.length} layers` : `${where} has no ${wanted}`, how);
	};
	return async (wanted) => {
		const path = wanted === null ? null : normal(wanted);
		if (archives.length > 0 && (path === null ? ![...single.keys()].some((name) => name.endsWith(".onnx")) : !single.has(path))) return inArchives(path);
		const chosen = choose(path, [...single.keys()], where, how);
		const layer = single.get(chosen);
		return {
			path: chosen,
			local: await registry.layer(layer, chosen),
			layer: layer.digest
		};
	};
}
const normal = (path) => path.replace(/^(\.?\/)+/, "");
/** Whiteouts of the image specification: `.wh.NAME` removes NAME below, `.wh..wh..opq` all of its folder. */
function isRemoved(path, entries) {
	if (entries.includes(path)) return false;
	const marks = new Set(entries.filter((entry) => /(^|\/)\.wh\./.test(entry)));
	const parts = path.split("/");
	return parts.some((part, i) => {
		const folder = parts.slice(0, i).map((name) => `${name}/`).join("");
		return marks.has(`${folder}.wh.${part}`) || marks.has(`${folder}.wh..wh..opq`);
	});
}
function compressionOf(mediaType) {
	return /gzip$/.test(mediaType) ? "gzip" : /zstd$/.test(mediaType) ? "zstd" : "none";
}
async function extracted(archive, compression, path, tools) {
	const staged = await tools.blobs.stage();
	try {
		await writeFromTar(archive, compression, path, staged);
		return await tools.blobs.keep(staged, await digestOf(staged), path);
	} finally {
		await rm(staged, { force: true });
	}
}
// src/adapters/references/oci/registry.ts
const digest = templateLiteral(["sha256:", string().regex(/^[0-9a-f]{64}$/)]);
const annotations = record(string(), string()).optional();
const descriptor = object({
	mediaType: string(),
	digest,
	size: number(),
	annotations
});
const manifest = object({
	config: descriptor,
	layers: array(descriptor),
	annotations
});
const index = object({ manifests: array(descriptor.extend({ platform: object({
	os: string(),
	architecture: string()
}).optional() })) });
const ACCEPT = [
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.docker.distribution.manifest.v2+json",
	"application/vnd.docker.distribution.manifest.list.v2+json"
].join(", ");
const needs = (host) => `Log in with \`docker login ${host}\` (~/.docker/config.json is read, and its credential helpers)${host === "ghcr.io" ? ", or set GITHUB_TOKEN and give the job `permissions: { packages: read }`" : ""}.`;
async function openRegistry(host, repository, tools) {
	const hub = host === "docker.io" || host === "index.docker.io";
	const server = hub ? "registry-1.docker.io" : host;
	const path = hub && !repository.includes("/") ? `library/${repository}` : repository;
	const base = `${isThisMachine(server) ? "http" : "https"}://${server}/v2/${path}`;
	const authorization = createAuthorization(hub ? "docker.io" : host, path, tools);
	/** Asked once without a token where none is known, since the registry says where to get one. */
	const ask = async (url) => {
		const request = {
			url,
			headers: async () => ({
				accept: ACCEPT,
				...await authorization.headers()
			})
		};
		let answer = await tools.downloads.ask(request);
		if (!answer.ok && answer.status === 401 && await authorization.challenged(answer)) answer = await tools.downloads.ask(request);
		if (!answer.ok) throw missing(answer, needs(host));
		return answer.text;
	};
	const manifestText = async (version) => {
		const url = `${base}/manifests/${version}`;
		const text = await ask(url);
		const actual = `sha256:${createHash("sha256").update(text).digest("hex")}`;
		if (version.startsWith("sha256:") && version !== actual) throw fault("digest-mismatch", `${host}/${repository} gave another manifest than was asked for: its digest is ${actual}, and it should be ${version}.`, { fix: "It was not used. Find out who changed it." });
		return {
			text,
			digest: actual,
			url: new URL(url)
		};
	};
	return {
		async manifest(version) {
			const first = await manifestText(version);
			const several = index.safeParse(jsonOf(first.text));
			const text = several.success ? (await manifestText(forThisMachine(several.data, host))).text : first.text;
			return {
				digest: first.digest,
				manifest: readJson(text, manifest, first.url)
			};
		},
		async layer(layer, name) {
			const request = {
				url: `${base}/blobs/${layer.digest}`,
				name,
				sha256: layer.digest.slice(7),
				maxBytes: layer.size,
				headers: authorization.headers
			};
			const { path } = await fetchFile(tools, request, needs(host));
			return path;
		},
		async created(manifest) {
			const said = manifest.annotations?.["org.opencontainers.image.created"];
			if (said !== void 0 || manifest.config.size < 10) return said;
			const text = await ask(`${base}/blobs/${manifest.config.digest}`);
			const parsed = object({
				created: string().optional(),
				descriptor: object({ createdAt: string().optional() }).optional()
			}).safeParse(jsonOf(text));
			return parsed.success ? parsed.data.created ?? parsed.data.descriptor?.createdAt : void 0;
		}
	};
}
/** A model is the same on every platform; what is no image (an attestation) has an unknown one. */
function forThisMachine({ manifests }, host) {
	const architecture = process.arch === "x64" ? "amd64" : process.arch;
	const images = manifests.filter(({ platform }) => platform?.os !== "unknown");
	const chosen = images.find(({ platform }) => platform?.architecture === architecture) ?? images[0];
	if (!chosen) throw new Missing(`${host} gave an index without images`);
	return chosen.digest;
}
// src/adapters/references/oci/find.ts
/** A file of an image, of a CNCF ModelPack or of an ORAS artifact (OCI distribution and image specifications 1.1). */
const find = async ({ registry, repository, version, path }, tools) => {
	const opened = await openRegistry(registry, repository, tools);
	const { digest, manifest } = await opened.manifest(version);
	return fileOf(path, filesOf(manifest, opened, `${registry}/${repository}`, tools), {
		resolved: `${registry}/${repository}@${digest}`,
		...createdAt(await opened.created(manifest))
	}, tools);
};
async function fileOf(path, files, origin, tools) {
	const found = await files(path);
	return {
		...origin,
		path: found.local,
		layer: found.layer,
		beside: (location) => fileOf(sibling(found.path, location), files, origin, tools)
	};
}
export { find };
