import { t as Missing } from "./place.js";
import { access } from "node:fs/promises";
// src/adapters/references/path.ts
const find = async ({ path }) => {
	await access(path).catch(() => {
		throw new Missing("no such file");
	});
	return {
		path,
		beside: null
	};
};
export { find };
