import { a as nearest } from "./errors.js";
import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
// src/adapters/references/place.ts
/** What the schemes share: how a place says that it has nothing, and how its API is asked. */
/** Nothing is there: the end of a sentence, what to do, and whether it lies with the network or a server. */
var Missing = class extends Error {
	fix;
	environment;
	constructor(reason, fix, environment = false) {
		super(reason);
		this.fix = fix;
		this.environment = environment;
	}
};
/** `needs` says what to set for a server that wants to know us. 404 is what many answer who may not look. */
function missing(failure, needs) {
	const { status, reason, again } = failure;
	const permission = status === 401 || status === 403;
	return permission || status === 404 ? new Missing(reason, needs, permission) : new Missing(reason, void 0, status === null || again);
}
async function askJson({ downloads }, request, schema, needs) {
	const answer = await downloads.ask(request);
	if (!answer.ok) throw missing(answer, needs);
	return readJson(answer.text, schema, new URL(request.url));
}
function readJson(text, schema, { host, pathname }) {
	const parsed = schema.safeParse(jsonOf(text));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new Missing(`${host} gave an answer that is not understood for ${pathname}${issue && issue.path.length > 0 ? ` (${issue.path.join(".")})` : ""}`, void 0, true);
}
/** Undefined for what is no JSON. */
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Fetches a file; `created` is when the server says that it was last changed. */
async function fetchFile({ downloads }, request, needs) {
	const result = await downloads.fetch(request);
	if (!result.ok) throw missing(result, needs);
	const created = isoDate(result.headers["last-modified"]);
	return {
		path: result.path,
		digest: result.digest,
		...created !== void 0 && { created }
	};
}
/** ISO 8601, or undefined for what is no date. */
function isoDate(text) {
	const date = new Date(text ?? NaN);
	return Number.isNaN(date.getTime()) ? void 0 : date.toISOString();
}
/** For spreading: a document has no undefined fields. */
const createdAt = (text) => {
	const created = isoDate(text);
	return created === void 0 ? {} : { created };
};
async function digestOf(path) {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), hash);
	return `sha256:${hash.digest("hex")}`;
}
/** The path that was named, or the only model, or the only file. */
function choose(wanted, paths, where, how) {
	if (wanted !== null) {
		if (paths.includes(wanted)) return wanted;
		const close = nearest(wanted, paths);
		throw new Missing(`${where} has no ${wanted}; ${close.length > 0 ? `did you mean ${close.join(" or ")}` : listed(paths)}`);
	}
	const models = paths.filter((path) => path.endsWith(".onnx"));
	const [only, ...more] = models.length > 0 ? models : paths;
	if (only !== void 0 && more.length === 0) return only;
	throw only === void 0 ? new Missing(`${where} is empty`) : new Missing(`${where} has ${models.length || paths.length} files to choose from: ${listed(models.length > 0 ? models : paths)}`, how);
}
const listed = (paths) => paths.length === 0 ? "it is empty" : `it has ${paths.slice(0, 10).join(", ")}${paths.length > 10 ? ", …" : ""}`;
/** A path of the file at `location` beside the one at `path`, both with `/`. */
function sibling(path, location) {
	return `${path.slice(0, path.lastIndexOf("/") + 1)}${location.replaceAll("\\", "/").replace(/^(\.\/)+/, "")}`;
}
const encodePath = (path) => path.split("/").map(encodeURIComponent).join("/");
const basic = (user, password) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
/** `KEY` of the environment; an empty one counts as unset. */
const variable = (env, ...names) => names.map((name) => env[name]).find((value) => value !== void 0 && value !== "");
export { createdAt as a, fetchFile as c, readJson as d, sibling as f, choose as i, jsonOf as l, askJson as n, digestOf as o, variable as p, basic as r, encodePath as s, Missing as t, missing as u };
