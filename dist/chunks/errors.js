// src/core/errors.ts
/**
* Everything that can go wrong, as a closed set of codes. The code says whose fault it is, and so which exit
* code the process ends with: the user's (2, fix the configuration or the input) or the environment's (3, the
* network, the engine, the disk). `internal` is ours: exit 3, with a request to report it.
*/
const FAULT_CODES = {
	"usage-invalid": "user",
	"policy-missing": "user",
	"policy-invalid": "user",
	"file-missing": "user",
	"file-empty": "user",
	"file-kind": "user",
	"reference-unresolved": "user",
	"digest-mismatch": "user",
	"same-model": "user",
	"model-rejected": "user",
	"model-run-rejected": "user",
	"model-signature": "user",
	"model-crashed": "environment",
	"model-timeout": "environment",
	"model-memory": "environment",
	"model-processes": "environment",
	"holdout-unreadable": "user",
	"holdout-empty": "user",
	"column-missing": "user",
	"column-type": "user",
	"value-missing": "user",
	"label-invalid": "user",
	"weight-invalid": "user",
	"group-invalid": "user",
	"score-invalid": "user",
	"metric-unknown": "user",
	"document-invalid": "user",
	"history-unwritable": "environment",
	"history-unreadable": "environment",
	"runtime-unavailable": "environment",
	"reference-unreachable": "environment",
	"image-invalid": "user",
	"registry-failed": "environment",
	"engine-missing": "environment",
	"file-unreadable": "environment",
	"file-unwritable": "environment",
	"untrusted-event": "user",
	"permission-missing": "environment",
	"host-failed": "environment",
	internal: "internal"
};
/** Carries faults up to the one `catch` in entry/run.ts. Always throw all that are known, not the first. */
var FaultError = class extends Error {
	name = "FaultError";
	faults;
	constructor(faults, options) {
		super(faults.map((fault) => fault.message).join("\n"), options);
		this.faults = faults;
	}
};
/** The error to throw for a single fault. */
function fault(code, message, more = {}) {
	return new FaultError([{
		code,
		message,
		...more
	}]);
}
/** Throws when there is something to throw. */
function throwFaults(faults) {
	const [first, ...rest] = faults;
	if (first) throw new FaultError([first, ...rest]);
}
/** 2 when the user can mend every fault, 3 when any of them lies elsewhere (design, section 5). */
function exitCodeOf(faults) {
	return faults.every(({ code }) => FAULT_CODES[code] === "user") ? 2 : 3;
}
/**
* The names closest to `wanted`, best first, for "did you mean" sentences.
* Distance: Levenshtein, case-insensitive; kept when at most half of the longer name's length.
*/
function nearest(wanted, names, most = 3) {
	const target = wanted.slice(0, 100).toLowerCase();
	return names.map((name) => ({
		name,
		distance: levenshtein(target, name.slice(0, 100).toLowerCase())
	})).filter(({ name, distance }) => distance <= Math.max(name.length, target.length) / 2).sort((a, b) => a.distance - b.distance).slice(0, most).map(({ name }) => name);
}
function levenshtein(a, b) {
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
			row.push(Math.min(substitution, previous[j] + 1, row[j - 1] + 1));
		}
		previous = row;
	}
	return previous[b.length];
}
export { nearest as a, fault as i, FaultError as n, throwFaults as o, exitCodeOf as r, FAULT_CODES as t };
