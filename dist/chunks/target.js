import { i as fault } from "./errors.js";
// src/adapters/runtime/manifest.ts
/** Which packages hold the native parts, at which version, with which hash. */
/** Made from package-lock.json by scripts/runtime-manifest.ts. */
const MANIFEST = {
	version: "1.30.0-duckdb.1.5.5-r.5",
	packages: {
		"onnxruntime-node": {
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw=="
		},
		"onnxruntime-common": {
			"version": "1.30.0",
			"integrity": "sha512-7fdVWjAID1dVhH/G8qK3APARunV4VkBFoCQAP7qp4Wkab0mrorvmc+sqiT+mKXOzDqdjN5j+/Z9nb4gzNPWcyA=="
		},
		"@duckdb/node-api": {
			"version": "1.5.5-r.5",
			"integrity": "sha512-ZMX+sel3DjSKbGuQ44Y5Tp5LwYjlJkhB5faKr+9sSMcxixDMSW+8vaTOD1uRDuN9o0udUoCY/XX9PI1haEZuZg=="
		},
		"@duckdb/node-bindings": {
			"version": "1.5.5-r.5",
			"integrity": "sha512-sR7x91TfBunLqLbdvrcdiPCU+VGEQFPicxh1STZM402fuHW2ituPTAo2bY3IlntsvJShltrKF4R6B+JYPlAPZg=="
		},
		"@duckdb/node-bindings-linux-x64": {
			"version": "1.5.5-r.5",
			"integrity": "sha512-kCyq6BXhn6QXfwF8yVdVKriSSHP+rfVWcJ56cG8qZzlOZpxyvT5WGm6jMshxg4ditLlOsHsIN/D47RYrcjXuHQ=="
		},
		"@duckdb/node-bindings-linux-arm64": {
			"version": "1.5.5-r.5",
			"integrity": "sha512-CafH2AIvXtpwDynG3KB/4uEOHRGlFoB7auCRMIwH3BKNIobsANV5LSpDJ3tfyRCFIsK6e8AT1eseWVnu2Dv3cw=="
		},
		"@duckdb/node-bindings-darwin-arm64": {
			"version": "1.5.5-r.5",
			"integrity": "sha512-WJdeLTFy4pRg60rkbp9smtlP1iIQ8ErtIJkxS+2LQtM1ZZMSByyW+3WPpNoKe7IwPtVl2fLlPw7tDmQW4Z974g=="
		},
		"@duckdb/node-bindings-win32-x64": {
			"version": "1.5.5-r.5",
			"integrity": "sha512-mBGFn8netT/AAhK4TOG6Fw47+Db68CxCVtQ9qfxZc1kZAjds+aYrh17Fd/u5CbTDdxILsrcyuF8q9cUcm54kQA=="
		},
		"@duckdb/node-bindings-win32-arm64": {
			"version": "1.5.5-r.5",
			"integrity": "sha512-L3Mroc23xhqOowWVElni8LgEmsm5e9DdG1y2pLka/1ug3Pl2vpQMl1Phxwz4UEMF8DOBbMgN5BBNrYwG2BFo+g=="
		}
	}
};
const all = () => true;
/**
* The packages to load, each after the one that loads it. Dependencies that only install scripts (adm-zip,
* global-agent) or other C libraries (detect-libc) need are left out.
*/
function partsFor({ packages }, { name, platform, arch }) {
	const bin = `bin/napi-v6/${platform}/${arch}/`;
	const keepOrt = (path) => path.startsWith(bin) || path.startsWith("dist/") && path.endsWith(".js") || /^(package\.json|[^/]*(licen[cs]e|notice)[^/]*)$/i.test(path);
	return [
		{
			name: "onnxruntime-node",
			loadedBy: null,
			proof: `${bin}onnxruntime_binding.node`,
			keep: keepOrt
		},
		{
			name: "onnxruntime-common",
			loadedBy: "onnxruntime-node",
			proof: "dist/cjs/index.js",
			keep: all
		},
		{
			name: "@duckdb/node-api",
			loadedBy: null,
			proof: "lib/index.js",
			keep: all
		},
		{
			name: "@duckdb/node-bindings",
			loadedBy: "@duckdb/node-api",
			proof: "duckdb.js",
			keep: all
		},
		{
			name: `@duckdb/node-bindings-${name}`,
			loadedBy: "@duckdb/node-bindings",
			proof: "duckdb.node",
			keep: all
		}
	].map((row) => ({
		...row,
		...packages[row.name]
	}));
}
// src/adapters/runtime/target.ts
/** The machines that both ONNX Runtime and DuckDB publish builds for. */
const SUPPORTED = [
	"linux-x64",
	"linux-arm64",
	"darwin-arm64",
	"win32-x64",
	"win32-arm64"
];
function thisMachine() {
	const { platform, arch } = process;
	return {
		platform,
		arch,
		glibc: platform !== "linux" || hasGlibc()
	};
}
/** Node says which glibc it was started with, and nothing where there is none. */
function hasGlibc() {
	const report = process.report;
	report.excludeNetwork = true;
	const { header } = report.getReport();
	return header?.glibcVersionRuntime !== void 0;
}
/** Throws `runtime-unavailable`, in one sentence, where no native build exists. */
function targetOf({ platform, arch, glibc }) {
	const name = SUPPORTED.find((supported) => supported === `${platform}-${arch}`);
	if (name && glibc) return {
		name,
		platform,
		arch
	};
	if (!glibc) throw fault("runtime-unavailable", "Models cannot run here: this Linux has no glibc (Alpine and other musl systems), and ONNX Runtime publishes no build for it", { fix: "Use an image with glibc, such as node:24-slim." });
	if (platform === "darwin") throw fault("runtime-unavailable", "Models cannot run here: this is an Intel Mac (or Node.js runs under Rosetta), and ONNX Runtime publishes no build for it", { fix: "Use a Mac with Apple silicon and an arm64 Node.js, or a Linux or Windows runner." });
	throw fault("runtime-unavailable", `Models cannot run here: ONNX Runtime and DuckDB publish no builds for ${platform}-${arch}`, { fix: `Use one of ${SUPPORTED.join(", ")}.` });
}
export { partsFor as i, thisMachine as n, MANIFEST as r, targetOf as t };
