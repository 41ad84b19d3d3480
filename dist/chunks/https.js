import { c as fetchFile, p as variable, r as basic, s as encodePath } from "./place.js";
import querystring from "node:querystring";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { homedir } from "node:os";
// src/adapters/references/netrc.ts
/** The Authorization header that ~/.netrc has for a host (`machine`, else `default`), or null. With a port, the host's own line. */
async function netrcAuthorization(host, env) {
	const file = variable(env, "NETRC") ?? join(variable(env, "HOME", "USERPROFILE") ?? homedir(), ".netrc");
	const words = (await readFile(file, "utf8").catch(() => "")).replace(/^\s*#.*$/gm, "").split(/\s+/).filter(Boolean);
	const found = /* @__PURE__ */ new Map();
	let entry = /* @__PURE__ */ new Map();
	for (let i = 0; i < words.length; i++) {
		const word = words[i];
		if (word === "machine" || word === "default") {
			entry = /* @__PURE__ */ new Map();
			const machine = word === "machine" ? words[++i] ?? "" : "default";
			if (!found.has(machine)) found.set(machine, entry);
		} else if ([
			"login",
			"password",
			"account"
		].includes(word)) entry.set(word, words[++i] ?? "");
	}
	const match = found.get(host) ?? found.get(host.replace(/:\d+$/, "")) ?? found.get("default");
	const password = match?.get("password");
	return password === void 0 ? null : basic(match?.get("login") ?? "", password);
}
// src/adapters/references/https.ts
const NEEDS = "Put a line `machine HOST login USER password PASSWORD` for that host into ~/.netrc (or the file that NETRC names).";
const find = async ({ url, sha256 }, tools) => {
	const { host, pathname } = new URL(url);
	const located = await at(url, sha256, tools);
	if (sha256 === null) tools.report(`Warning: ${host}${pathname} was taken as the server gave it. To make sure that it stays the same file, add #sha256=${located.digest.slice(7)}`);
	return located;
};
async function at(url, sha256, tools) {
	const { host, pathname } = new URL(url);
	const authorization = await netrcAuthorization(host, tools.env);
	const headers = async () => authorization === null ? {} : { authorization };
	const name = querystring.unescape(pathname.split("/").at(-1));
	return {
		...await fetchFile(tools, {
			url,
			headers,
			name,
			...sha256 !== null && { sha256 }
		}, NEEDS),
		beside: (location) => {
			const next = new URL(url);
			next.pathname = new URL(encodePath(location.replaceAll("\\", "/")), url).pathname;
			return at(next.href, null, tools);
		}
	};
}
export { find };
