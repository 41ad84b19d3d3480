import { a as nearest, i as fault, n as FaultError, o as throwFaults } from "./errors.js";
import { n as parseModel, o as HEAD_BYTES, r as byFile, s as checkFileKind } from "./check-model.js";
import { c as inspectLocations, l as isSafe, s as externalLocations, u as safeFiles, v as locationFault } from "./table.js";
import { t as _usingCtx } from "./usingCtx.js";
// src/core/references/schemes.ts
/** A path that stays below the place it is taken from. */
const inside = (path) => path !== "" && !/[\\\0]|^\/|\/\//.test(path) && !path.split("/").includes("..");
const REVISION = /^[\w@][\w@{}~^./+-]*$/;
const HEX = /^[0-9a-f]{64}$/;
const below = (what) => `${what} is not a path below its place`;
/** `owner/name@rest`, where the first half may be missing. */
function owned(text) {
	const [, owner = null, rest = ""] = /^(?:([\w.-]+(?:\/[\w.-]+)+)@)?(.*)$/s.exec(text) ?? [];
	return {
		owner,
		rest
	};
}
/** One row per scheme; `path` is what has none of them. */
const SCHEMES = {
	git: {
		example: "git:origin/main:models/model.onnx",
		parse(rest) {
			const [, revision = "", path = null] = /^([^:]*)(?::(.*))?$/s.exec(rest) ?? [];
			if (!REVISION.test(revision)) return `${revision} is not a git revision`;
			return path === "" ? "there is no path after the last colon" : {
				revision,
				path
			};
		}
	},
	https: {
		example: "https://host/model.onnx#sha256=…",
		parse: (rest) => web(`https:${rest}`)
	},
	oci: {
		example: "oci://registry.example/conversion:production",
		parse(rest) {
			const [, registry, repository, tag, digest, path = null] = /^\/\/([^/]+)\/([a-z0-9._/-]+?)(?::([\w][\w.-]{0,127}))?(?:@sha256:([0-9a-f]{64}))?(?:#\/?(.+))?$/s.exec(rest) ?? [];
			if (!registry || !repository) return "it must read oci://REGISTRY/REPOSITORY[:TAG][@sha256:…][#PATH]";
			if (!/^[\w.-]+(:\d+)?$/.test(registry)) return `${hideCredentials(registry)} is not a host`;
			if (path !== null && !inside(path)) return below(path);
			return {
				registry,
				repository,
				version: digest ? `sha256:${digest}` : tag ?? "latest",
				path
			};
		}
	},
	release: {
		example: "release:latest/model.onnx",
		parse(text) {
			const { owner: repository, rest } = owned(text);
			const [, tag, asset] = /^(.+)\/([^/]+)$/s.exec(rest) ?? [];
			return tag && asset ? {
				repository,
				tag,
				asset
			} : "it must read release:[OWNER/REPO@]TAG/ASSET";
		}
	},
	artifact: {
		example: "artifact:trained-model/model.onnx",
		parse(text) {
			const { owner: repository, rest } = owned(text);
			const [, name, path = null] = /^([^/]+)(?:\/(.+))?$/s.exec(rest) ?? [];
			if (!name) return "it must read artifact:[OWNER/REPO@]NAME[/PATH]";
			return path === null || inside(path) ? {
				repository,
				name,
				path
			} : below(path);
		}
	},
	"gitlab-package": {
		example: "gitlab-package:conversion/1.4.0/model.onnx",
		parse(text) {
			const { owner: project, rest } = owned(text);
			const [, name, version, file] = /^([^/]+)\/([^/]+)\/(.+)$/s.exec(rest) ?? [];
			if (!name || !version || !file) return "it must read gitlab-package:[GROUP/PROJECT@]NAME/VERSION/FILE";
			return inside(file) ? {
				project,
				name,
				version,
				file
			} : below(file);
		}
	},
	"gitlab-job": {
		example: "gitlab-job:main:train:models/model.onnx",
		parse(text) {
			const { owner: project, rest } = owned(text);
			const [, ref, job, path] = /^([^:]+):(.+):([^:]+)$/s.exec(rest) ?? [];
			if (!ref || !job || !path) return "it must read gitlab-job:[GROUP/PROJECT@]REF:JOB:PATH";
			return inside(path) ? {
				project,
				ref,
				job,
				path
			} : below(path);
		}
	},
	dvc: {
		example: "dvc:models/model.onnx",
		parse(rest) {
			const [, revision = null, path = ""] = /^(?:([^:]+):)?(.*)$/s.exec(rest) ?? [];
			if (revision !== null && !REVISION.test(revision)) return `${revision} is not a git revision`;
			if (path === "") return "it must read dvc:[REV:]PATH, the path of the data without `.dvc`";
			return {
				revision,
				path: path.replace(/\.dvc$/, "")
			};
		}
	},
	mlflow: {
		example: "mlflow:models:/conversion@champion",
		parse(rest) {
			const [, name, alias, version] = /^models:\/([^/@:]+)(?:@([^/@]+)|\/(\d+))$/s.exec(rest) ?? [];
			if (name && alias) return {
				name,
				by: { alias }
			};
			if (name && version) return {
				name,
				by: { version }
			};
			const [, run, path] = /^runs:\/([\w-]+)\/(.+)$/s.exec(rest) ?? [];
			if (run && path) return inside(path) ? {
				run,
				path
			} : below(path);
			return "it must read mlflow:models:/NAME@ALIAS, mlflow:models:/NAME/VERSION or mlflow:runs:/RUN/PATH";
		}
	},
	hf: {
		example: "hf:owner/name@main/model.onnx",
		parse(rest) {
			const [, datasets, repository, revision, path = null] = /^(?:\/\/)?(datasets\/)?([\w.-]+\/[\w.-]+?)(?:@(refs\/[\w.-]+\/[\w.-]+|[^/@]+))?(?:\/(.+))?$/s.exec(rest) ?? [];
			if (!repository) return "it must read hf:[datasets/]OWNER/NAME[@REVISION][/PATH]";
			if (path !== null && !inside(path)) return below(path);
			return {
				kind: datasets ? "datasets" : "models",
				repository,
				revision: revision ?? "main",
				path
			};
		}
	}
};
/** An address with the digest as `#sha256=…`. Over plain http the digest is a must, as anybody may have changed the answer. */
function web(text) {
	if (!URL.canParse(text)) return "it is not an address";
	const url = new URL(text);
	if (url.username || url.password) return "it has credentials in it, which would end up in reports; put them into ~/.netrc";
	const { hash } = url;
	url.hash = "";
	const sha256 = /^#sha256[=:](.*)$/i.exec(hash)?.[1]?.toLowerCase() ?? null;
	if (hash !== "" && (sha256 === null || !HEX.test(sha256))) return "what follows `#` must be sha256= and 64 hexadecimal digits";
	if (url.protocol !== "https:" && sha256 === null) return "without https it needs its digest: add #sha256=… to the address";
	return {
		url: url.href,
		sha256
	};
}
/** An address as it may be shown: without what often holds secrets. */
function hideCredentials(text) {
	return text.replace(/(^|\/\/)[^/\s@]*@/g, "$1…@").replace(/\?[^#\s]*/g, "?…");
}
// src/core/references/parse.ts
/** Two characters at least: `C:\model.onnx` is a path. */
const SCHEME = /^([A-Za-z][\w+.-]+):(.*)$/s;
/** Reads one reference; text without a scheme is a path. */
function parseReference(text) {
	const [, written, rest = ""] = SCHEME.exec(text) ?? [];
	if (written === void 0) return {
		ok: true,
		reference: {
			scheme: "path",
			path: text
		}
	};
	const name = written.toLowerCase();
	if (name === "http") return parsed("https", web(text));
	if (!isScheme(name)) return {
		ok: false,
		reason: unknown(written)
	};
	return parsed(name, SCHEMES[name].parse(rest));
}
/** Whether the text names a place that has to be fetched from: neither a path, nor a glob, nor a scheme of others (`s3:`). */
function isRemote(text) {
	const name = SCHEME.exec(text)?.[1]?.toLowerCase();
	return name !== void 0 && (isScheme(name) || name === "http") && !text.includes("*");
}
/** A reference as documents and messages show it: addresses lose their query, which often holds a signature. */
function showReference(text) {
	return /^https?:/i.test(text) ? hideCredentials(text) : text;
}
const isScheme = (name) => Object.hasOwn(SCHEMES, name);
function parsed(scheme, fields) {
	return typeof fields === "string" ? {
		ok: false,
		reason: fields
	} : {
		ok: true,
		reference: {
			scheme,
			...fields
		}
	};
}
function unknown(name) {
	const [close] = nearest(name, Object.keys(SCHEMES), 1);
	return `\`${name}:\` is not known; ${close ? `did you mean ${SCHEMES[close].example}` : `known are ${names().join(", ")}`}`;
}
const names = () => Object.keys(SCHEMES).map((name) => `${name}:`);
// src/core/onnx/weights/identity.ts
/** Null for a model that stands alone. */
async function externalData(parts) {
	if (parts.length === 0) return null;
	const lines = [...parts].sort((a, b) => a.location < b.location ? -1 : 1).map(({ location, sha256 }) => `${sha256}  ${location}\n`);
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines.join("")));
	const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return {
		files: parts.length,
		bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
		digest: `sha256:${hex}`
	};
}
/** `whole`: whether all files that the model names could be read. */
async function readExternalData(model, external) {
	const facts = await inspectLocations(model, external);
	const files = byFile(safeFiles(facts));
	const parts = [];
	for (const [{ location, size }] of files) {
		const hashes = await external.scan(location, null, ["sha256"]);
		if (hashes?.sha256 !== void 0) parts.push({
			location,
			bytes: size,
			sha256: hashes.sha256
		});
	}
	const whole = parts.length === files.length && externalLocations(model).every((location) => isSafe(facts.get(location)));
	return {
		data: await externalData(parts),
		whole
	};
}
// src/commands/read-external.ts
/** `whole`: whether all files that the model names could be read. */
async function runReadExternal(path, { modelFiles }) {
	try {
		var _usingCtx$2 = _usingCtx();
		const model = _usingCtx$2.a(await modelFiles.open(path));
		const { graph } = await parseModel(model.source, path);
		return graph === null ? {
			data: null,
			whole: true
		} : readExternalData(graph, model.external);
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
// src/commands/gather-model.ts
/** Files beside one model. Exporters write one, or one for each large tensor. */
const MOST_FILES = 1e4;
/**
* Fetches the external data that the model names and puts it beside the model. Returns the model's path.
* Locations that lead elsewhere are not followed: validation refuses such a model. Throws `reference-unresolved` or
* `reference-unreachable` when a file is not where the model came from.
*/
async function runGatherModel(reference, file, ports) {
	if (file.beside === null) return file.path;
	const locations = await locationsOf(file.path, ports.modelFiles);
	if (locations.length === 0) return file.path;
	const parts = [{
		name: file.path.split(/[/\\]/).at(-1),
		path: file.path
	}];
	for (const location of locations) {
		const found = await file.beside(location);
		if (!found.ok) {
			const { reason, fix, environment } = found;
			throw fault(environment ? "reference-unreachable" : "reference-unresolved", `${reference} was found, but not its external data ${location.slice(0, 200)}: ${reason}.`, { fix: fix ?? "Put that file beside the model, or save the model in one file." });
		}
		parts.push({
			name: location,
			path: found.file.path
		});
	}
	const identified = [];
	for (const part of parts) identified.push({
		...part,
		...await ports.files.identify(part.path)
	});
	return `${await ports.blobs.gather(identified)}/${parts[0].name}`;
}
/** Safe ones that the model names; none when the file is no model. */
async function locationsOf(path, modelFiles) {
	try {
		var _usingCtx$1 = _usingCtx();
		const model = _usingCtx$1.a(await modelFiles.open(path));
		const { graph } = await parseModel(model.source, path);
		if (graph === null) return [];
		return externalLocations(graph).filter((location) => locationFault(location) === null).slice(0, MOST_FILES);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
// src/commands/references.ts
/**
* Throws `reference-unresolved` with every place tried, why not and what to do; `reference-unreachable` when any of
* them may be there on another day; `digest-mismatch`.
*/
async function runResolve(wanted, { references, progress }) {
	const tried = [];
	for (const text of wanted.references) {
		const reference = showReference(text);
		const found = await findOne(text, wanted.path, references);
		if (found.ok) {
			for (const { reference, why } of tried) progress.report(`Passed over ${reference}: ${why.reason}.`);
			const { path, resolved, created } = found.file;
			return {
				reference,
				path,
				file: found.file,
				...resolved !== void 0 && { resolved },
				...created !== void 0 && { created }
			};
		}
		tried.push({
			reference,
			why: found
		});
	}
	const reasons = tried.map(({ reference, why }) => `${reference}: ${why.reason}`);
	const fixes = [...new Set(tried.flatMap(({ why }) => why.fix ?? []))];
	throw new FaultError([{
		code: tried.some(({ why }) => why.environment) ? "reference-unreachable" : "reference-unresolved",
		message: `No ${wanted.what} was found. Tried ${reasons.join("; ")}.`,
		fix: fixes.length > 0 ? fixes.join(" ") : wanted.fix
	}]);
}
async function findOne(text, path, references) {
	const parsed = parseReference(text);
	if (!parsed.ok) return {
		ok: false,
		reason: parsed.reason,
		environment: false
	};
	const { reference } = parsed;
	return references.find(reference.scheme === "git" && reference.path === null ? {
		...reference,
		path
	} : reference);
}
/** As `runResolve`, with the external data of the model beside it. */
async function runResolveModel(wanted, ports) {
	const { file, ...resolved } = await runResolve(wanted, ports);
	return {
		...resolved,
		path: await runGatherModel(resolved.reference, file, ports)
	};
}
/** The files of a holdout, with those that lie elsewhere fetched; paths, globs and what DuckDB reads itself stay as they are. */
async function runResolveRows(files, ports) {
	const found = [];
	for (const text of files) {
		if (!isRemote(text)) {
			found.push({
				reference: text,
				path: text
			});
			continue;
		}
		const { file, ...resolved } = await runResolve({
			what: "holdout",
			references: [text],
			path: null,
			fix: "Name files that exist."
		}, ports);
		found.push(resolved);
	}
	return found;
}
// src/commands/models.ts
/**
* Finds candidate and baseline and identifies them by content.
* Throws all faults of both: missing or empty files, pointers, files of another kind, unresolved references, and
* `same-model` when both are the same bytes, those of their external data included, and that was not asked for.
*/
async function runFindModels(wanted, ports) {
	const faults = [];
	const collect = async (work) => work.catch((error) => {
		if (!(error instanceof FaultError)) throw error;
		faults.push(...error.faults);
		return null;
	});
	const behindEndpoint = async (address, endpoints) => {
		return {
			subject: await endpoints.identify(address),
			path: address
		};
	};
	const { endpoints } = ports;
	const [first] = wanted.baseline;
	const candidate = await collect(endpoints && isEndpoint(wanted.candidate) ? behindEndpoint(wanted.candidate, endpoints) : findCandidate(wanted.candidate, ports));
	const baseline = first === void 0 ? null : await collect(endpoints && isEndpoint(first) ? behindEndpoint(first, endpoints) : findBaseline(wanted.baseline, wanted.candidate, ports));
	if (candidate && baseline && !wanted.sameModel && await isSame(candidate, baseline, ports)) faults.push({
		code: "same-model",
		message: `Candidate ${wanted.candidate} and baseline ${baseline.subject.reference} are the same bytes (${candidate.subject.digest.slice(0, 19)}…).`,
		fix: "Run the gate only when the model changes (a `paths:` filter), or pass `--same-model` for an A/A run."
	});
	throwFaults(faults);
	return {
		candidate,
		baseline
	};
}
/** The same bytes with other weights beside them are another model; so are those with weights that cannot be read. */
async function isSame(candidate, baseline, ports) {
	if (candidate.subject.digest !== baseline.subject.digest) return false;
	if ([candidate, baseline].some(({ path }) => isEndpoint(path))) return true;
	const [ours, theirs] = [await runReadExternal(candidate.path, ports), await runReadExternal(baseline.path, ports)];
	return ours.whole && theirs.whole && ours.data?.digest === theirs.data?.digest;
}
/** The pair with the digests of their external data. Reads it, unless this process has done so before. */
async function runBindExternal({ candidate, baseline }, ports) {
	return {
		candidate: await bound(candidate, ports),
		baseline: baseline && await bound(baseline, ports)
	};
}
async function bound({ subject, path }, ports) {
	if (isEndpoint(path)) return {
		subject,
		path
	};
	const { data } = await runReadExternal(path, ports);
	return {
		subject: data ? {
			...subject,
			external: data
		} : subject,
		path
	};
}
/** Whether a model is asked for over the Open Inference Protocol, and so has no file. */
const isEndpoint = (reference) => reference.startsWith("oip:");
/** A path is opened as it is, so that what is wrong with it is said of it. */
async function findCandidate(text, ports) {
	if (!isRemote(text) && parseReference(text).ok) return identify({
		reference: text,
		path: text
	}, ports.files);
	return identify(await runResolveModel({
		what: "candidate",
		references: [text],
		path: null,
		fix: "Name a file that exists."
	}, ports), ports.files);
}
async function findBaseline(references, candidate, ports) {
	return identify(await runResolveModel({
		what: "baseline",
		references,
		path: pathIn(candidate),
		fix: "Name a file that exists, or leave `baseline` out to judge the candidate alone."
	}, ports), ports.files);
}
/** Where the candidate lies in its repository; null when it comes from elsewhere. */
function pathIn(candidate) {
	const parsed = parseReference(candidate);
	if (!parsed.ok) return null;
	const { reference } = parsed;
	return reference.scheme === "path" || reference.scheme === "git" || reference.scheme === "dvc" ? reference.path : null;
}
async function identify({ path, ...origin }, files) {
	const wrongKind = checkFileKind(origin.reference, await files.head(path, HEAD_BYTES));
	throwFaults(wrongKind ? [wrongKind] : []);
	return {
		subject: {
			...origin,
			...await files.identify(path)
		},
		path
	};
}
export { runResolveRows as a, runResolve as i, runBindExternal as n, locationsOf as o, runFindModels as r, externalData as s, isEndpoint as t };
