import { t as strayDigest } from "./stray-digest.js";
import { t as Missing } from "./place.js";
import { access } from "node:fs/promises";
// src/adapters/references/path.ts
const find = async ({ path }) => {
	await access(path).catch(() => {
		throw new Missing("no such file", strayDigest(path) ?? void 0);
	});
	return {
		path,
		beside: null
	};
};
export { find };
