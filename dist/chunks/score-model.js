import { i as fault, n as FaultError, o as throwFaults } from "./errors.js";
import { t as VERSION } from "./version.js";
import { p as array, v as number, y as object } from "./schemas.js";
import { r as tensorInfo } from "./validation.js";
import { o as locationsOf, t as isEndpoint } from "./models.js";
import { c as watchRange, s as probabilityMetrics } from "./measure-slices2.js";
import { r as requestsOf } from "./mapping.js";
import { a as planPass, d as extractScores, i as columnsOf$1, l as packInputs, n as rowSourceOf, o as checkRoleValues, r as addressFaults } from "./resolve-holdout.js";
import { t as ELEMENTS } from "./elements.js";
import { a as columnsOf$2, c as metricIdsOf, o as sliceName } from "./plan2.js";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
// src/core/scoring/shards.ts
/** Parts of the rows that are scored apart, and give the very scores that one run gives. */
const MOST_SHARDS = 1e4;
/** `3/16`. */
function parseShard(text) {
	const [, index = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
	if (index >= 1 && index <= of && of <= MOST_SHARDS) return {
		ok: true,
		shard: {
			index,
			of
		}
	};
	return {
		ok: false,
		fault: {
			code: "usage-invalid",
			message: `\`--shard ${text.slice(0, 100)}\` is not a part of a whole.`,
			fix: `Write \`--shard 3/16\`, from 1/16 to 16/16; at most ${MOST_SHARDS} parts.`
		}
	};
}
/**
* The rows of a shard: whole batches of the undivided table, so that every row is in the batch that it would be in.
* Null: all rows. Throws `usage-invalid` when there are fewer batches than shards.
*/
function shardSpan(rows, batchRows, shard) {
	if (shard === null) return {
		first: 0,
		rows
	};
	const batches = Math.ceil(rows / batchRows);
	if (batches < shard.of) throw fault("usage-invalid", `${rows} rows are ${batches} batches of ${batchRows}, too few for ${shard.of} shards.`, { fix: `Use ${batches} shards at most.` });
	const edge = (index) => Math.min(Math.floor(batches * index / shard.of) * batchRows, rows);
	const first = edge(shard.index - 1);
	return {
		first,
		rows: edge(shard.index) - first
	};
}
/** Names sort in the order of the rows: `scores-00003-of-00016.parquet`. */
function shardFile({ index, of }) {
	const digits = (value) => String(value).padStart(5, "0");
	return `scores-${digits(index)}-of-${digits(of)}.parquet`;
}
/** Shards of one table that `paths` lack, one fault for each folder. Files with other names are none of them. */
function missingShards(paths) {
	const folders = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const [, folder, index, of] = /^(.*?)scores-(\d{5})-of-(\d{5})\.parquet$/.exec(path) ?? [];
		if (folder === void 0) continue;
		const key = JSON.stringify([folder, Number(of)]);
		folders.set(key, (folders.get(key) ?? /* @__PURE__ */ new Set()).add(Number(index)));
	}
	return [...folders].flatMap(([key, there]) => {
		const [folder, of] = JSON.parse(key);
		const missing = Array.from({ length: Math.min(of, MOST_SHARDS) }, (_, i) => i + 1).filter((index) => !there.has(index));
		if (missing.length === 0) return [];
		const [first, ...rest] = missing.map((index) => shardFile({
			index,
			of
		}));
		const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
		return [{
			code: "file-missing",
			message: `Of ${of} shards ${there.size} are there${folder === "" ? "" : ` in ${folder.slice(0, 200)}`}: ${first}${more} ${rest.length === 0 ? "is" : "are"} missing.`,
			fix: `Run \`onnx-gate score --shard ${missing[0]}/${of}\`, or fetch what its job has written.`
		}];
	});
}
// src/commands/shard.ts
/** Null: there are no shards. Throws `usage-invalid`. */
function readShard(text) {
	if (text === void 0) return null;
	const parsed = parseShard(text);
	if (!parsed.ok) throwFaults([parsed.fault]);
	if (!parsed.ok) throw new Error("unreachable: a refused shard has a fault");
	return {
		...parsed.shard,
		file: shardFile(parsed.shard)
	};
}
/** Throws `file-missing` where scores come from shards of a table and some are not there. */
function checkShards(files) {
	throwFaults(missingShards(files));
}
// src/core/scoring/cache-key.ts
/** SHA-256 over the parts as JSON with sorted keys, in hexadecimal: equal when all parts are. */
async function scoreKey(origin) {
	const bytes = new TextEncoder().encode(JSON.stringify(sorted(origin)));
	const digest = await crypto.subtle.digest("SHA-256", bytes);
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
function sorted(value) {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([, part]) => part !== void 0);
	return Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1).map(([key, part]) => [key, sorted(part)]));
}
// src/core/scoring/kept-scores.ts
/** What is noted beside kept scores of a model, so that the model need not be loaded to use them. */
const note = object({
	signature: object({
		inputs: array(tensorInfo),
		outputs: array(tensorInfo)
	}),
	/** Rows a call that the scores were made with. */
	batchRows: number()
});
/** Null for what is damaged. */
function parseKeptNote(text) {
	try {
		return note.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}
// src/commands/cached-baseline.ts
/** A baseline is the same for many candidates: its scores are kept, and taken instead of running it again. */
/** Null for the rows of a query that may give others tomorrow. */
async function runBaselineCache(inputs, ports) {
	const { baseline, mapping, machine, scores } = inputs;
	const { digest, open } = inputs.rows;
	if (open !== null) {
		ports.progress.report(`The baseline's scores are not kept: the query's rows may change, for ${open}.`);
		return null;
	}
	const folder = baseline.path.slice(0, baseline.path.search(/[^\\/]*$/));
	const external = [];
	for (const location of await locationsOf(baseline.path, ports.modelFiles)) external.push({
		location,
		digest: (await ports.files.identify(`${folder}${location}`)).digest
	});
	return {
		scores,
		origin: {
			tool: inputs.toolVersion,
			machine: {
				platform: machine.platform,
				cpu: machine.cpu
			},
			model: {
				digest: baseline.subject.digest,
				external
			},
			holdout: { digest },
			mapping
		}
	};
}
/** Looks for scores before any model is opened. `batchRows` as it was asked for. */
async function runFindBaseline({ scores, origin }, { batchRows = null, perClass }, { runner }) {
	const key = await scoreKey({
		...origin,
		engine: await runner.engine(),
		batchRows,
		perClass
	});
	const kept = await scores.get(key);
	const note = kept && parseKeptNote(kept.about);
	return {
		key,
		scores: note && {
			...note,
			path: kept.path
		}
	};
}
/** Null for scores of other batches or rows, and for what cannot be read. */
async function runRecallBaseline({ key, scores: kept }, { batchRows, perClass, rows }, { tables, progress }) {
	if (kept?.batchRows !== batchRows) return null;
	try {
		const table = await tables.readScores({ files: [kept.path] }, columnsOf("candidate", perClass));
		if (table.label.length !== rows) return null;
		progress.report(`The baseline's scores are those of an earlier run (${key.slice(0, 12)}).`);
		return {
			scores: table.candidate,
			classes: table.classes ?? 1
		};
	} catch (error) {
		if (error instanceof FaultError) return null;
		throw error;
	}
}
/** Keeps the baseline's scores of a table that was just written. */
async function runRememberBaseline({ scores }, key, written, { tables }) {
	const { out, perClass, signature, batchRows } = written;
	const table = await tables.readScores({ files: [out] }, columnsOf("baseline", perClass));
	const batch = {
		label: table.label,
		...perClass && { classes: table.classes ?? 1 },
		candidate: table.candidate,
		baseline: null,
		weight: null,
		group: null
	};
	const path = `${out}.baseline`;
	await tables.writeScores(path, (async function* () {
		yield batch;
	})());
	await scores.put(key, {
		path,
		about: JSON.stringify({
			signature,
			batchRows
		})
	});
}
/** Puts the known scores beside the candidate's. `first` is the position of the first row in the table. */
async function* withBaseline(batches, { scores, classes }, first = 0) {
	let from = first * classes;
	for await (const batch of batches) {
		const to = from + batch.label.length * classes;
		yield {
			...batch,
			baseline: scores.subarray(from, to)
		};
		from = to;
	}
}
const columnsOf = (candidate, perClass) => ({
	label: "label",
	candidate,
	baseline: null,
	weight: null,
	group: null,
	perClass
});
// src/core/scoring/batch-size.ts
/**
* Of batches of 256 to 16,384 rows, within 8 % of the best for small models, and 30 % ahead of 4,096 for a wide one:
* what lies between two layers stays in the cache of one core, also when its neighbour is busy.
*/
const USUAL = 1024;
const FEWEST = 16;
/** Of one batch, packed. Two or more of them are in memory for each model. */
const MOST_BYTES = 16 * 2 ** 20;
/**
* Rows that are read at once and handed to a model's process in one message, which costs both sides whatever is in it
* (bench/score/result.md).
*/
const HANDED = 16384;
/**
* Rows a call: 1,024, halved until the widest model's tensors take 16 MiB at most. It depends on nothing else, since
* scores of quantized models depend on it.
*/
function batchSize(plans) {
	const widest = widestRow(plans);
	let rows = USUAL;
	while (rows > FEWEST && rows * widest > MOST_BYTES) rows /= 2;
	return rows;
}
/** Whole batches that are handed over together, of 16 MiB at most; one where it is larger. Scores do not depend on it. */
function handedRows(plans, batchRows) {
	const most = Math.min(HANDED, MOST_BYTES / Math.max(widestRow(plans), 1));
	return Math.max(1, Math.floor(most / batchRows)) * batchRows;
}
/** Bytes that the inputs of one row take, for the model where they take most. */
function widestRow(plans) {
	return Math.max(...plans.map(({ inputs }) => inputs.reduce((sum, input) => sum + rowBytes(input), 0)));
}
function rowBytes(input) {
	const array = ELEMENTS[input.type].allocate(1);
	return (Array.isArray(array) ? 16 : array.BYTES_PER_ELEMENT) * elementsOf(input);
}
/** Lists without a size of their own are taken to have 64. */
function elementsOf(input) {
	if (input.kind === "columns") return input.requests.length;
	if (input.kind === "mask") return 64;
	return input.sizes.reduce((all, size) => all * (size ?? (input.kind === "list" ? 64 : 1)), 1);
}
// src/core/scoring/slice-columns.ts
/** Each once, in the order of the policy. */
function sliceColumns(slices) {
	const columns = slices.flatMap((slice) => slice.where === void 0 ? columnsOf$2(slice).map((column) => ({
		from: { column },
		stored: `slice.${column}`
	})) : [{
		from: { sql: slice.where },
		stored: `where.${sliceName(slice)}`
	}]);
	return [...new Map(columns.map((column) => [column.stored, column])).values()];
}
// src/commands/score-batches.ts
/** The loop of `score`: rows in, packed and sent to the models while earlier batches run, scores out in order. */
/** What a session has or waits for: one is run, the next are there already. */
const AHEAD = 4;
/**
* Scores rows with every model, each time by the sessions that have least to do. Yields in the order of the rows.
* Throws the faults of the first rows that have any, of all models.
*/
async function* scoreBatches(batches, scoring) {
	const { pass, sessions, perClass, watches } = scoring;
	const waiting = sessions[0].map(() => 0);
	const arrays = pass.models.map(() => /* @__PURE__ */ new Map());
	const pending = [];
	let classes = null;
	const next = async () => {
		const { first, ...scored } = await pending.shift();
		classes ??= scored.classes;
		checkClasses(classes, scored.classes, "batch before");
		checkRanges(watches, scored, first);
		const { classes: _, ...single } = scored;
		return perClass ? scored : single;
	};
	for await (const batch of batches) {
		const worker = waiting.indexOf(Math.min(...waiting));
		waiting[worker]++;
		const scored = scoreBatch(batch, scoring, worker, arrays).finally(() => waiting[worker]--);
		scored.catch(() => {});
		pending.push(scored);
		if (pending.length >= waiting.length * AHEAD) yield await next();
	}
	while (pending.length > 0) yield await next();
}
async function scoreBatch(batch, { pass, batchRows, sessions, roles }, worker, arrays) {
	const values = readRoles(batch, pass, roles);
	const settled = await Promise.allSettled(sessions.map((team, i) => runBatch(team[worker], pass.models[i], batch, batchRows, arrays[i])));
	throwFaults(addressFaults(settled.map(faultsOf)));
	const [candidate, baseline] = settled.map((one) => one.value);
	if (baseline) checkClasses(baseline.classes, candidate.classes, "baseline");
	return {
		...values,
		first: batch.first,
		classes: candidate.classes,
		candidate: candidate.scores,
		baseline: baseline?.scores ?? null
	};
}
/** Throws the faults of both models. */
function checkRanges(watches, scored, first) {
	const faults = watches.flatMap((watch, i) => {
		try {
			watch.see(i === 0 ? scored.candidate : scored.baseline, scored.classes ?? 1, first);
			return [];
		} catch (error) {
			if (error instanceof FaultError) return error.faults;
			throw error;
		}
	});
	throwFaults(faults);
}
/** What is not a FaultError is a defect of ours, and is thrown as it is. */
function faultsOf(settled) {
	if (settled.status === "fulfilled") return [];
	if (settled.reason instanceof FaultError) return settled.reason.faults;
	throw settled.reason;
}
function readRoles(batch, pass, names) {
	const places = {
		label: pass.label,
		weight: pass.weight,
		group: pass.group,
		item: pass.item
	};
	const faults = [
		"label",
		"weight",
		"group",
		"item"
	].flatMap((role) => {
		const place = places[role];
		return place === null ? [] : checkRoleValues(role, names[role], batch.columns[place], batch.first);
	});
	throwFaults(faults);
	const values = (place) => place === null ? null : batch.columns[place].data.slice();
	return {
		label: values(pass.label),
		weight: values(pass.weight),
		group: values(pass.group),
		item: values(pass.item),
		slices: pass.slices.map(({ stored, place }) => ({
			name: stored,
			values: textOf(batch.columns[place])
		}))
	};
}
function textOf({ data, valid }) {
	return data.map((value, row) => valid?.[row] === 0 ? null : value);
}
async function runBatch(session, model, batch, batchRows, arrays) {
	const columns = columnsOf$1(model, batch.columns);
	const { feeds, output } = model;
	const calls = callsOf(batch.rows, batchRows, feeds.fixedBatch).map((call) => {
		const tensors = packInputs(feeds, columns, {
			first: batch.first,
			...call
		}, arrays);
		const results = session.run(tensors, [output.name]);
		results.catch(() => {});
		return {
			...call,
			results
		};
	});
	const results = await Promise.all(calls.map((call) => call.results));
	const parts = calls.map(({ count }, i) => extractScores(output, results[i].get(output.name), feeds.fixedBatch ?? count, count));
	const { classes } = parts[0];
	if (parts.length === 1) return parts[0];
	const scores = new Float64Array(batch.rows * classes);
	for (const [i, part] of parts.entries()) {
		checkClasses(classes, part.classes, "batch before");
		scores.set(part.scores, calls[i].from * classes);
	}
	return {
		scores,
		classes
	};
}
/** Batch by batch, and each in as many calls as a fixed size needs, the last one to be filled up. */
function callsOf(rows, batchRows, fixed) {
	const calls = [];
	for (let start = 0; start < rows; start += batchRows) {
		const end = Math.min(start + batchRows, rows);
		const step = fixed ?? batchRows;
		for (let from = start; from < end; from += step) calls.push({
			from,
			count: Math.min(step, end - from)
		});
	}
	return calls;
}
function checkClasses(wanted, classes, other) {
	if (wanted === classes) return;
	throw fault("model-signature", `The model gives ${classes} classes a row, and the ${other} ${wanted}.`, { fix: "Both models must answer with the same classes in the same order." });
}
// src/commands/score-parts.ts
/** Rows of a part, at least: a second or so of scoring, and what may be lost. */
const PART_ROWS = 2 ** 20;
/** Progress is told this many times over the whole table. */
const REPORTS = 10;
/** `score` gives the batches of a span, `handed` rows at a time. */
async function runWriteScores({ out, span, batchRows, handed, score, parts }, { tables, progress, clock }) {
	const step = Math.ceil(PART_ROWS / handed) * handed;
	if (!parts || span.rows <= step) {
		await tables.writeScores(out, told(score(span), span.rows, batchRows, progress, clock), span.first);
		return;
	}
	const kept = await tables.openParts(parts.folder, parts.key);
	const count = Math.ceil(span.rows / step);
	let done = 0;
	while (done < count && kept.finished.has(done)) done++;
	if (done > 0) progress.report(`Going on after ${done * step} rows that an earlier run has scored.`);
	if (done < count) {
		const rest = {
			first: span.first + done * step,
			rows: span.rows - done * step
		};
		await writeParts(told(score(rest), rest.rows, batchRows, progress, clock), {
			from: done,
			count,
			step,
			first: rest.first
		}, kept);
	}
	await kept.join(out, count);
}
/** A part is written while the next one is scored. */
async function writeParts(batches, { from, count, step, first }, kept) {
	const iterator = batches[Symbol.asyncIterator]();
	let writing = Promise.resolve();
	try {
		for (let index = from; index < count; index++) {
			const part = take(iterator, step);
			const write = kept.write(index, part.batches, first + (index - from) * step);
			write.catch(() => {});
			await Promise.race([part.drained, write]);
			await writing;
			writing = write;
		}
		await writing;
	} finally {
		await writing.catch(() => {});
		await iterator.return?.();
	}
}
/** The next `rows` rows, which end with a batch; `drained` when they have all been taken. */
function take(iterator, rows) {
	let drain = () => {};
	const drained = new Promise((resolve) => {
		drain = resolve;
	});
	async function* batches() {
		for (let taken = 0; taken < rows;) {
			const { done, value } = await iterator.next();
			if (done) break;
			taken += value.label.length;
			yield value;
		}
		drain();
	}
	return {
		batches: batches(),
		drained
	};
}
/** Tells how far it is, how fast, and for how long still; not more than once a second. */
async function* told(batches, rows, batchRows, progress, clock) {
	const every = rows / REPORTS;
	const began = clock.now().getTime();
	let done = 0;
	let next = every;
	let toldAt = 0;
	for await (const batch of batches) {
		yield batch;
		done += batch.label.length;
		if (done < next && done !== rows) continue;
		next += every;
		const seconds = (clock.now().getTime() - began) / 1e3;
		if (done !== rows && seconds < toldAt + 1) continue;
		toldAt = seconds;
		progress.report(`Scored ${done} of ${rows} rows${pace(done, rows, seconds, batchRows)}.`, done / rows);
	}
}
/** At the end the size of the batches, on the way the time that is left. */
function pace(done, rows, seconds, batchRows) {
	const rate = Math.round(done / Math.max(seconds, .001));
	if (done === rows) return ` in ${seconds.toFixed(1)} s, in batches of ${batchRows}`;
	return `, ${rate} a second, ${Math.ceil((rows - done) / rate)} s left`;
}
// src/commands/score.ts
/** Batches that are worth the start of a process. */
const BATCHES_PER_WORKER = 256;
/**
* Scores rows of the holdout with both models, in one pass, and writes the scores table.
* Throws all faults that are known at once, of the table and of both models; nothing stays open or half written.
*/
async function runScore(inputs, ports) {
	const { holdout, limits, out } = inputs;
	const { runner, tables, progress } = ports;
	const perClass = inputs.perClass ?? false;
	const paths = [inputs.candidate, ...inputs.baseline === null ? [] : [inputs.baseline]];
	const { baseline, cache } = inputs;
	const kept = baseline !== null && cache ? await runFindBaseline(cache, {
		batchRows: inputs.batchRows,
		perClass
	}, ports) : null;
	const { table, sessions } = await openAll(tables.open(holdout.source), paths.slice(0, kept?.scores ? 1 : 2).map((path) => runner.open(path, limits)));
	const open = [table, ...sessions];
	try {
		const signatures = sessions.map(({ signature }) => signature);
		if (kept?.scores) signatures.push(kept.scores.signature);
		const planned = planPass(signatures, table.columns, inputs, holdout, sliceColumns(inputs.slices ?? []), inputs.perClass);
		if (!planned.ok) throw faultError(planned.faults);
		const { plan } = planned;
		for (const note of plan.notes) progress.report(note);
		const feeds = plan.models.map((model) => model.feeds);
		const batchRows = inputs.batchRows ?? batchSize(feeds);
		const handed = handedRows(feeds, batchRows);
		const span = shardSpan(table.rows, batchRows, inputs.shard ?? null);
		const known = kept && await runRecallBaseline(kept, {
			batchRows,
			perClass,
			rows: table.rows
		}, ports);
		const running = known ? 1 : paths.length;
		for (const path of paths.slice(sessions.length, running)) {
			const session = await runner.open(path, limits);
			open.push(session);
			sessions.push(session);
		}
		const workers = Math.ceil(span.rows / batchRows / BATCHES_PER_WORKER);
		const more = Math.min(inputs.workers ?? 1, workers) - 1;
		const teams = sessions.map((session) => [session]);
		for (const [i, path] of paths.slice(0, running).entries()) for (let worker = 0; worker < more; worker++) {
			const session = await runner.open(path, limits);
			open.push(session);
			teams[i].push(session);
		}
		const scale = inputs.scale ?? {
			probabilities: false,
			neededBy: []
		};
		const watches = plan.models.slice(0, running).map(({ output }, i) => watchRange(i === 0 ? "The candidate" : "The baseline", output, scale));
		const score = (part) => {
			const scored = scoreBatches(table.read(plan.requests, handed, part), {
				pass: {
					...plan,
					models: plan.models.slice(0, running)
				},
				batchRows,
				sessions: teams,
				roles: holdout,
				perClass,
				watches
			});
			return known ? withBaseline(scored, known, part.first) : scored;
		};
		await runWriteScores({
			out,
			span,
			batchRows,
			handed,
			score,
			parts: inputs.parts
		}, ports);
		for (const note of watches.flatMap((watch) => watch.notes())) progress.report(note);
		if (kept && !known && span.rows === table.rows) await runRememberBaseline(cache, kept.key, {
			out,
			perClass,
			signature: signatures[1],
			batchRows
		}, ports);
		return {
			rows: span.rows,
			path: out,
			batchRows,
			features: featuresOf(plan)
		};
	} finally {
		for (const each of open) await each[Symbol.asyncDispose]();
	}
}
function featuresOf({ models }) {
	const requests = models.flatMap(({ feeds }) => requestsOf(feeds));
	return [...new Set(requests.flatMap(({ from }) => "column" in from ? [from.column] : []))];
}
/** Waits for all. When one fails the others are closed, and the faults of all are thrown. */
async function openAll(table, sessions) {
	const settled = await Promise.allSettled([table, ...sessions]);
	if (settled.every(({ status }) => status === "fulfilled")) return {
		table: await table,
		sessions: await Promise.all(sessions)
	};
	for (const one of settled) if (one.status === "fulfilled") await one.value[Symbol.asyncDispose]();
	const [ofTable = [], ...ofModels] = settled.map(faultsOf);
	throw faultError([...ofTable, ...addressFaults(ofModels)]);
}
function faultError([first, ...rest]) {
	return new FaultError([first, ...rest]);
}
// src/commands/score-scale.ts
/** What a policy takes the scores for. */
function scaleOf(policy) {
	const { task } = policy;
	return {
		probabilities: task === "binary" || task === "multiclass",
		neededBy: probabilityMetrics(metricIdsOf(policy), task)
	};
}
// src/entry/score-model.ts
/** From a model of the policy to its scores table. */
/** The whole table of a model, in its folder. */
const scoresFile = (folder) => `${folder}/scores.parquet`;
/** Scores both models, in a table of its own or a shard of one. */
async function scoreModel({ model, policy, plan, pair, holdout, shard, folder }, context) {
	context.host.report(`${model}: scoring the holdout`);
	const source = rowSourceOf(holdout);
	const { slices, task, scoring } = policy;
	const [candidate, baseline] = [pair.candidate, pair.baseline];
	const mappings = mappingsOf(policy);
	const { label, group, weight, item } = holdout;
	const fixed = {
		...mappings,
		slices,
		perClass: task === "multiclass",
		batchRows: scoring.batch,
		shard
	};
	const out = shard ? `${folder}/${shard.file}` : scoresFile(folder);
	const processors = Math.floor(availableParallelism() / (baseline ? 2 : 1));
	const rows = await context.tables.identify(source);
	const key = createHash("sha256").update(JSON.stringify([
		VERSION,
		await context.runner.engine(),
		...[candidate, baseline].map((model) => [model?.subject.digest, model?.subject.external]),
		rows.digest,
		{
			label,
			group,
			weight,
			item
		},
		fixed
	]));
	const fixedModels = ![candidate, baseline].some((model) => model && isEndpoint(model.path));
	const cache = baseline && fixedModels && await runBaselineCache({
		baseline,
		rows,
		mapping: mappings,
		toolVersion: "0.1.0",
		machine: context.machine.describe(),
		scores: context.scoreCache
	}, context);
	return {
		...await runScore({
			...fixed,
			cache: cache || null,
			candidate: candidate.path,
			baseline: baseline?.path ?? null,
			holdout: {
				...holdout,
				source
			},
			workers: scoring.workers ?? Math.max(1, Math.min(processors, MOST_WORKERS)),
			limits: plan.limits,
			scale: scaleOf(policy),
			out,
			...fixedModels && rows.open === null && { parts: {
				folder: `${out}.parts`,
				key: key.digest("hex").slice(0, 32)
			} }
		}, context),
		source
	};
}
/** Of a whole machine; each holds the model once more. */
const MOST_WORKERS = 8;
/** The keys that say how both models are fed and read. */
function mappingsOf(policy) {
	const { inputs, output, "baseline-inputs": baselineInputs, "baseline-output": baselineOutput } = policy;
	return {
		inputs,
		output,
		"baseline-inputs": baselineInputs,
		"baseline-output": baselineOutput
	};
}
export { checkShards as a, sliceColumns as i, scoreModel as n, readShard as o, scoresFile as r, mappingsOf as t };
