import { S as string, b as record, y as object } from "./schemas.js";
import { l as jsonOf, p as variable, r as basic, t as Missing } from "./place.js";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { homedir } from "node:os";
// src/adapters/this-machine.ts
/**
* Whether a registry's host, with or without a port, is this machine. As with Docker, one there needs no certificate, and
* a password may go to it without https.
*/
const isThisMachine = (host) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
// src/adapters/references/oci/docker-config.ts
const config = object({
	auths: record(string(), object({
		auth: string().optional(),
		identitytoken: string().optional()
	})).optional(),
	credsStore: string().optional(),
	credHelpers: record(string(), string()).optional()
});
const helped = object({
	Username: string(),
	Secret: string()
});
/** What `docker login`, `podman login` or a credential helper left for a registry; null when nothing. */
async function credentialsFor(host, { env }) {
	const names = host === "docker.io" ? ["https://index.docker.io/v1/", host] : [host, `https://${host}`];
	for (const file of files(env)) {
		const text = await readFile(file, "utf8").catch(() => null);
		if (text === null) continue;
		const settings = read(text, file);
		for (const name of names) {
			const helper = settings.credHelpers?.[name] ?? settings.credsStore;
			const found = helper && await ask(helper, name, env) || stored(settings.auths?.[name]);
			if (found) return found;
		}
	}
	return null;
}
function files(env) {
	const home = variable(env, "HOME", "USERPROFILE") ?? homedir();
	const podman = variable(env, "REGISTRY_AUTH_FILE") ?? (env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, "containers", "auth.json"));
	return [join(variable(env, "DOCKER_CONFIG") ?? join(home, ".docker"), "config.json"), ...podman ? [podman] : []];
}
function read(text, file) {
	try {
		return config.parse(JSON.parse(text));
	} catch {
		throw new Missing(`${file} is not understood`, "Log in again with `docker login`.");
	}
}
function stored(entry) {
	if (entry?.identitytoken) return { identityToken: entry.identitytoken };
	const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(entry?.auth ?? "", "base64").toString("utf8")) ?? [];
	return user && password ? {
		user,
		password: password.replace(/\0+$/, "")
	} : null;
}
/** The protocol of docker-credential-helpers: the registry on standard input, JSON back. Null when it knows nothing. */
async function ask(helper, name, env) {
	if (!/^[\w.-]+$/.test(helper)) return null;
	const child = spawn(`docker-credential-${helper}`, ["get"], {
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		],
		env
	});
	const ended = new Promise((done) => {
		child.on("error", () => done(false));
		child.on("close", (code) => done(code === 0));
	});
	child.stdin.on("error", () => {});
	child.stdin.end(name);
	let text = "";
	for await (const chunk of child.stdout.setEncoding("utf8")) text += chunk;
	const parsed = await ended ? helped.safeParse(jsonOf(text)) : null;
	if (!parsed?.success) return null;
	const { Username, Secret } = parsed.data;
	return Username === "<token>" ? { identityToken: Secret } : {
		user: Username,
		password: Secret
	};
}
// src/adapters/references/oci/authorization.ts
const token = object({
	token: string().optional(),
	access_token: string().optional()
});
/** Basic or token authentication, as the registry's `WWW-Authenticate` asks for it (Docker Registry v2 token authentication). */
function createAuthorization(host, repository, tools) {
	let header = null;
	return {
		headers: async () => header === null ? {} : { authorization: header },
		async challenged({ headers }) {
			const challenge = headers["www-authenticate"] ?? "";
			const credentials = await credentialsFor(host, tools) ?? ownToken(host, tools);
			const before = header;
			if (/^basic\b/i.test(challenge)) header = credentials && "user" in credentials ? basic(credentials.user, credentials.password) : null;
			else if (/^bearer\b/i.test(challenge)) header = await tokenFrom(challenge, repository, credentials, tools);
			return header !== null && header !== before;
		}
	};
}
/** GitHub's registry takes the job's token. */
function ownToken(host, { env }) {
	const password = variable(env, "GITHUB_TOKEN", "GH_TOKEN");
	return host === "ghcr.io" && password !== void 0 ? {
		user: "token",
		password
	} : null;
}
async function tokenFrom(challenge, repository, credentials, { downloads }) {
	const parameter = (name) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1];
	const realm = parameter("realm");
	if (realm === void 0 || !URL.canParse(realm)) return null;
	const url = new URL(realm);
	if (credentials && url.protocol !== "https:" && !isThisMachine(url.host)) return null;
	const query = {
		...parameter("service") !== void 0 && { service: parameter("service") },
		scope: parameter("scope") ?? `repository:${repository}:pull`
	};
	if (credentials && "identityToken" in credentials) {
		const body = new URLSearchParams({
			...query,
			grant_type: "refresh_token",
			refresh_token: credentials.identityToken,
			client_id: "onnx-gate"
		});
		return bearer(await downloads.ask({
			url: url.href,
			headers: async () => ({ "content-type": "application/x-www-form-urlencoded" }),
			body: body.toString()
		}));
	}
	for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
	const headers = async () => credentials && "user" in credentials ? { authorization: basic(credentials.user, credentials.password) } : {};
	return bearer(await downloads.ask({
		url: url.href,
		headers
	}));
}
function bearer(answer) {
	if (!answer.ok) return null;
	const parsed = token.safeParse(jsonOf(answer.text));
	const value = parsed.success ? parsed.data.token ?? parsed.data.access_token : void 0;
	return value === void 0 ? null : `Bearer ${value}`;
}
export { isThisMachine as n, createAuthorization as t };
