import { t as require_dist } from "./dist.js";
import { a as createdAt, c as fetchFile, f as sibling, n as askJson, p as variable, r as basic, s as encodePath, t as Missing } from "./place.js";
import { n as s3Request, t as S3_NEEDS } from "./s3.js";
import { O as _coercedNumber, S as string$1, a as ZodNumber, k as _coercedString, l as ZodString, y as object } from "./schemas.js";
import { readFile } from "node:fs/promises";
// node_modules/zod/v4/classic/coerce.js
function string(params) {
	return _coercedString(ZodString, params);
}
function number(params) {
	return _coercedNumber(ZodNumber, params);
}
// src/adapters/references/mlflow.ts
var import_dist = require_dist();
const version = object({ model_version: object({
	version: string(),
	run_id: string$1().nullish(),
	creation_timestamp: number().optional()
}) });
const uri = object({ artifact_uri: string$1() });
const run = object({ run: object({ info: uri.extend({
	start_time: number().nullish(),
	end_time: number().nullish()
}) }) });
/** `MLmodel`, the description that every MLflow model has in its folder. */
const description = object({ flavors: object({ onnx: object({ data: string$1().default("model.onnx") }) }) });
const NEEDS = "Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, of somebody who may read the model.";
/** MLflow's REST API: the version that an alias or a number stands for, or a run, and the artifacts of it. */
const find = async (reference, tools) => {
	const server = variable(tools.env, "MLFLOW_TRACKING_URI")?.replace(/\/$/, "");
	if (server === void 0 || !/^https?:\/\//.test(server)) throw new Missing("there is no MLflow server to ask", "Set MLFLOW_TRACKING_URI to the address of the tracking server, such as https://mlflow.example.");
	const ask = (path, query, schema) => askJson(tools, {
		url: `${server}/api/2.0/mlflow/${path}?${new URLSearchParams(query)}`,
		headers: headers(tools)
	}, schema, NEEDS);
	if ("run" in reference) {
		const { info } = (await ask("runs/get", { run_id: reference.run }, run)).run;
		const artifacts = folderOf(info.artifact_uri.replace(/\/$/, ""), server, tools);
		const origin = {
			resolved: `run ${reference.run}`,
			...createdAt(info.end_time ?? info.start_time)
		};
		const path = reference.path.replace(/\/$/, "");
		if (path.endsWith(".onnx")) return fileOf(path, artifacts, origin);
		return modelIn((file) => artifacts(`${path}/${file}`), path, origin);
	}
	const { name, by } = reference;
	const { model_version: found } = "alias" in by ? await ask("registered-models/alias", {
		name,
		alias: by.alias
	}, version) : await ask("model-versions/get", {
		name,
		version: by.version
	}, version);
	const { artifact_uri } = await ask("model-versions/get-download-uri", {
		name,
		version: found.version
	}, uri);
	const folder = folderOf(artifact_uri, server, tools);
	const madeBy = found.run_id ? `, run ${found.run_id}` : "";
	return modelIn(folder, name, {
		resolved: `version ${found.version}${madeBy}`,
		...createdAt(found.creation_timestamp)
	});
};
async function fileOf(path, folder, origin) {
	const file = await folder(path);
	return {
		...origin,
		path: file.path,
		beside: (location) => fileOf(sibling(path, location), folder, origin)
	};
}
/** The file that the folder's description names. */
async function modelIn(folder, name, origin) {
	const file = await folder("MLmodel");
	const parsed = description.safeParse((0, import_dist.parse)(await readFile(file.path, "utf8")));
	const path = parsed.success ? parsed.data.flavors.onnx.data : null;
	if (path === null) throw new Missing(`${name} has no onnx flavor in its MLmodel`, "Log it with `mlflow.onnx.log_model`.");
	if (/^\/|\\|(^|\/)\.\.(\/|$)/.test(path)) throw new Missing(`${name} names a file outside of itself: ${path.slice(0, 100)}`);
	return fileOf(path, folder, origin);
}
/** How files below an artifact's address are fetched: through the tracking server, from S3, or from another web server. */
function folderOf(address, server, tools) {
	const through = /^mlflow-artifacts:(?:\/\/[^/]*)?\/(.*)$/s.exec(address)?.[1];
	const at = (base) => (path) => fetchFile(tools, {
		url: `${base}/${encodePath(path)}`,
		name: path,
		...new URL(base).origin === new URL(server).origin && { headers: headers(tools) }
	}, NEEDS);
	if (through !== void 0) return at(`${server}/api/2.0/mlflow-artifacts/artifacts/${encodePath(through)}`);
	if (/^https?:\/\//.test(address)) return at(address.replace(/\/$/, ""));
	if (address.startsWith("s3://")) return async (path) => {
		const endpoint = variable(tools.env, "MLFLOW_S3_ENDPOINT_URL");
		const request = await s3Request(`${address.replace(/\/$/, "")}/${path}`, { endpoint }, tools.env);
		return fetchFile(tools, {
			...request,
			name: path
		}, S3_NEEDS);
	};
	throw new Missing(`its artifacts are kept at ${address.slice(0, 200)}, which is not read from here`, "Start the tracking server with `--serve-artifacts`, or download the model in a step before.");
}
function headers({ env }) {
	const token = variable(env, "MLFLOW_TRACKING_TOKEN");
	const user = variable(env, "MLFLOW_TRACKING_USERNAME");
	const password = variable(env, "MLFLOW_TRACKING_PASSWORD") ?? "";
	const authorization = user !== void 0 ? basic(user, password) : token && `Bearer ${token}`;
	return async () => authorization ? { authorization } : {};
}
export { find };
