import { i as fault } from "./errors.js";
import { S as string, T as union, _ as looseObject, b as record, g as literal, h as int, p as array } from "./schemas.js";
import { t as digest } from "./common.js";
// src/core/image/image-name.ts
const COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Docker Hub, which is meant where no registry is named. */
const HUB = "docker.io";
function parseImageName(text) {
	const refuse = (message, fix) => ({
		ok: false,
		message,
		fix
	});
	const shown = `\`${text.slice(0, 200)}\``;
	const [name = "", digest = null, ...more] = text.split("@");
	if (more.length > 0 || digest !== null && !DIGEST.test(digest)) return refuse(`${shown} has no SHA-256 digest after its @.`, "Write `@sha256:` and 64 hexadecimal digits, or a tag.");
	const slash = name.indexOf("/");
	const first = name.slice(0, Math.max(slash, 0));
	const named = /[.:]/.test(first) || first === "localhost";
	const registry = named ? first : HUB;
	const rest = named ? name.slice(slash + 1) : name;
	const colon = rest.lastIndexOf(":");
	const repository = colon < 0 ? rest : rest.slice(0, colon);
	const tag = colon < 0 ? null : rest.slice(colon + 1);
	if (/[A-Z]/.test(repository)) return refuse(`${shown} has capital letters in its repository, which no registry takes.`, `Write \`${text.replace(repository, repository.toLowerCase()).slice(0, 200)}\`.`);
	if (!REPOSITORY.test(repository) || repository.length > 255) return refuse(`${shown} is no image: ${repository === "" ? "it has no repository" : "a repository has letters, digits and single `.`, `_`, `-` between them"}.`, "Write it like `ghcr.io/team/conversion:1.2`.");
	if (tag !== null && !TAG.test(tag)) return refuse(`${shown} has a tag that no registry takes: letters, digits, \`_\`, \`.\` and \`-\`, 128 at most.`, "Choose another tag.");
	return {
		ok: true,
		name: {
			registry,
			repository: registry === HUB && !repository.includes("/") ? `library/${repository}` : repository,
			tag,
			digest
		}
	};
}
// src/core/image/platforms.ts
/** Of an image that holds a model alone: a model is the same everywhere, and some tools want one named. */
const DEFAULT_PLATFORM = "linux/amd64";
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9]+)?$/;
const isPlatform = (text) => PLATFORM.test(text);
function platformText({ os, architecture, variant }) {
	return [
		os,
		architecture,
		...variant === void 0 || variant === "" ? [] : [variant]
	].join("/");
}
function parsePlatform(text) {
	const [os = "", architecture = "", variant] = text.split("/");
	return {
		os,
		architecture,
		...variant !== void 0 && { variant }
	};
}
/** Whether an image for `has` is what somebody means who asks for `wanted`: of arm64 the variant v8 is the usual one. */
function serves(has, wanted) {
	const usual = (text) => text.replace(/^(\w+\/arm64)\/v8$/, "$1");
	return usual(has) === usual(wanted);
}
// src/core/image/parse.ts
/** Manifests and indexes of a registry, which may say anything. */
const descriptor = looseObject({
	mediaType: string(),
	digest: digest.transform((text) => text),
	size: int().nonnegative()
});
const annotations = record(string(), string()).optional();
const manifest = looseObject({
	schemaVersion: literal(2),
	config: descriptor,
	layers: array(descriptor).max(1e3),
	annotations
});
const index = looseObject({
	schemaVersion: literal(2),
	manifests: array(descriptor).max(1e3),
	annotations
});
/** `image-invalid` for what is neither. `name`: for the sentence. */
function parseImageDocument(bytes, name) {
	let json;
	try {
		json = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		json = null;
	}
	const parsed = union([manifest, index]).safeParse(json);
	if (parsed.success) return parsed.data;
	throw fault("image-invalid", `${name} is neither an image nor an index of images.`, { fix: "Images of schema 1 must be pushed anew with a tool of today." });
}
export { platformText as a, parsePlatform as i, DEFAULT_PLATFORM as n, serves as o, isPlatform as r, parseImageName as s, parseImageDocument as t };
