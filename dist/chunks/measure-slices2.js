import { a as nearest, i as fault, o as throwFaults } from "./errors.js";
import { a as drawCopies, i as LANE_MASK, o as seededRandom, r as resampleCurves, s as CURVES, t as curveArm } from "./curve-bootstrap.js";
// src/core/stats/row-sums.ts
/** How many rows there are: their weight. */
const COUNT = {
	cellOf: null,
	cells: 1,
	value: null
};
function sumOf(value) {
	return {
		cellOf: null,
		cells: 1,
		value
	};
}
function widthOf(terms) {
	return terms.reduce((width, { cells }) => width + cells, 0);
}
/** Weighted sums over all `rows` rows. */
function sumRows(terms, rows, weight) {
	return sumByPart(terms, weight, {
		code: new Int32Array(rows),
		count: 1
	});
}
/** Weighted sums by part of the rows, such as a group: cell c of all terms together, of part p, at c·count + p. */
function sumByPart(terms, weight, { code, count }) {
	const sums = new Float64Array(count * widthOf(terms));
	let offset = 0;
	for (const { cellOf, cells, value } of terms) {
		for (let row = 0; row < code.length; row++) {
			const w = weight === null ? 1 : weight[row];
			const place = offset + code[row] + (cellOf === null ? 0 : count * cellOf[row]);
			sums[place] += value === null ? w : w * value[row];
		}
		offset += count * cells;
	}
	return sums;
}
// src/core/metrics/functional.ts
/** What the metrics that are no means have in common. */
function scoresOf(scores, arm) {
	return arm === "candidate" ? scores.candidate : scores.baseline;
}
const NO_ROWS$1 = {
	kind: "undefined",
	reason: "There are no rows."
};
/** For labels and scores of a regression, which have no bounds. */
const TOO_LARGE = {
	kind: "undefined",
	reason: "Labels or scores are too large to compute with; are they in the right unit?"
};
/** The mean of one value per row. */
function rowMean(values, clipped) {
	if (values.length === 0) return NO_ROWS$1;
	for (let row = 0; row < values.length; row++) if (!Number.isFinite(values[row])) return TOO_LARGE;
	return {
		kind: "rows",
		values,
		...clipped !== void 0 && { clipped }
	};
}
/**
* A metric as a function of the weights of rows, null for all ones; a weight may be 0, as in a resample.
* `evaluate` gives NaN where the metric is undefined; when it does so for the rows themselves, `reason` is why.
*/
function functional({ label, weight }, evaluate, reason, resampled) {
	if (label.length === 0) return NO_ROWS$1;
	const value = evaluate(weight);
	if (Number.isNaN(value)) return {
		kind: "undefined",
		reason
	};
	if (!Number.isFinite(value)) return TOO_LARGE;
	const product = weight === null ? null : new Float64Array(weight.length);
	return {
		kind: "functional",
		...resampled && { resampled },
		value(times) {
			if (times === null) return value;
			if (weight === null || product === null) return evaluate(times);
			for (let row = 0; row < times.length; row++) product[row] = weight[row] * times[row];
			return evaluate(product);
		}
	};
}
/** A metric that is a function of sums over rows. */
function ofSums(scores, terms, of, reason) {
	const evaluate = (weight) => of(sumRows(terms, scores.label.length, weight));
	return functional(scores, evaluate, reason, {
		by: "sums",
		terms,
		of
	});
}
/** `of` of the weighted means of `columns`; NaN without weight. */
function ofMeans(scores, columns, of, reason) {
	return ofSums(scores, [COUNT, ...columns.map(sumOf)], ([weight, ...sums]) => of(...sums.map((sum) => sum / weight)), reason);
}
/** Why a metric of two classes is undefined, for rows that have one. */
function oneClass(label, metric) {
	return `Every row has label ${label[0]}; ${metric} needs both classes.`;
}
// src/core/stats/level-cells.ts
/** O(n). Labels 0 0 1 1, scores .1 .4 .35 .8: levels {.1}, {.35}, {.4}, {.8}; cells 0 4 3 7, of 8. */
function levelCells(label, { order, begins }) {
	const n = order.length;
	const cellOf = new Uint32Array(n);
	let level = -1;
	let pure = false;
	for (let start = 0, end = 0; start < n; start = end) {
		let positives = 0;
		do
			if (label[order[end]] === 1) positives++;
		while (++end < n && begins[end] === 0);
		if (!(pure && positives === 0)) level++;
		pure = positives === 0;
		for (let i = start; i < end; i++) {
			const row = order[i];
			cellOf[row] = 2 * level + (label[row] === 1 ? 1 : 0);
		}
	}
	return {
		cellOf,
		cells: 2 * (level + 1)
	};
}
/** Sums of `weight` (null: ones) by cell. */
function cellSums({ cellOf, cells }, weight) {
	const sums = new Float64Array(cells);
	if (weight === null) for (let row = 0; row < cellOf.length; row++) sums[cellOf[row]]++;
	else for (let row = 0; row < cellOf.length; row++) sums[cellOf[row]] += weight[row];
	return sums;
}
// src/core/stats/order-key.ts
const value = /* @__PURE__ */ new Float32Array(1);
const bits = new Int32Array(value.buffer);
const SIGN = -2147483648;
/**
* A whole number that orders as the float32 nearest to `x` does, 0 … 2³² − 1. Rounding never swaps two doubles, so
* after a sort by key only doubles of one key remain to be compared. `orderKey(0)` = 2³¹. −0 must have become 0.
*/
function orderKey(x) {
	value[0] = x;
	const word = bits[0];
	return (word ^ (word >> 31 | SIGN)) >>> 0;
}
/** The key of each value, that of −0 the one of 0, and whether every value is a float32. Converted as a whole, which is twice as fast as one by one. */
function orderKeys(values) {
	const floats = new Float32Array(values);
	const words = new Int32Array(floats.buffer);
	const keys = new Uint32Array(floats.buffer);
	let exact = true;
	for (let row = 0; row < values.length; row++) {
		if (floats[row] !== values[row]) exact = false;
		const word = words[row];
		keys[row] = word === SIGN ? SIGN : word ^ (word >> 31 | SIGN);
	}
	return {
		keys,
		exact
	};
}
// src/core/stats/radix.ts
/** Least-significant-digit radix sort. Keys and rows lie side by side, so that one cache line serves both. */
/** 11 bits a digit: three passes over 32 bits, and the 2,048 places being written to stay in the cache. */
const BITS = 11;
const SIZE = 2048;
const DIGIT = 2047;
/**
* `key, row, key, row, …` by ascending key, stably, of `keys` by row: unsigned numbers of 32 bits. O(n). Digits that all keys
* share cost nothing but their counting, which is one pass for all three. With `tags`, 0 or 1 by row, 2·row + tag stands in
* place of the row: to look a tag up afterwards, out of order, costs more than to carry it along.
*/
function sortKeys(keys, tags) {
	const n = keys.length;
	const [low, middle, high] = [
		new Uint32Array(SIZE),
		new Uint32Array(SIZE),
		new Uint32Array(SIZE)
	];
	for (let row = 0; row < n; row++) {
		const key = keys[row];
		low[key & DIGIT]++;
		middle[key >>> BITS & DIGIT]++;
		high[key >>> 22]++;
	}
	let pairs = new Uint32Array(2 * n);
	if (sameDigit(low, n)) for (let row = 0; row < n; row++) {
		pairs[2 * row] = keys[row];
		pairs[2 * row + 1] = tags === null ? row : 2 * row + tags[row];
	}
	else {
		toPlaces(low);
		for (let row = 0; row < n; row++) {
			const key = keys[row];
			const place = low[key & DIGIT];
			low[key & DIGIT] = place + 2;
			pairs[place] = key;
			pairs[place + 1] = tags === null ? row : 2 * row + tags[row];
		}
	}
	let spare = null;
	for (const [shift, places] of [[BITS, middle], [22, high]]) {
		if (sameDigit(places, n)) continue;
		toPlaces(places);
		spare ??= new Uint32Array(2 * n);
		scatter(pairs, spare, shift, places);
		[pairs, spare] = [spare, pairs];
	}
	return pairs;
}
function scatter(from, to, shift, places) {
	for (let i = 0; i < from.length; i += 2) {
		const key = from[i];
		const digit = key >>> shift & DIGIT;
		const place = places[digit];
		places[digit] = place + 2;
		to[place] = key;
		to[place + 1] = from[i + 1];
	}
}
function sameDigit(counts, n) {
	return counts.includes(n);
}
/** From the count of each digit to where its pairs begin. */
function toPlaces(counts) {
	let next = 0;
	for (let digit = 0; digit < counts.length; digit++) {
		const count = counts[digit];
		counts[digit] = next;
		next += 2 * count;
	}
}
// src/core/stats/argsort.ts
/**
* Sorts rows by value; no NaN. `sortRows([0.5, 0.1, 0.5])`: order 1 0 2, begins 1 1 0.
*
* A radix sort of the values rounded to float32, O(n), then the doubles that share a float32 among themselves: none
* when scores came from float32, a few each in other scores, O(n log n) when all crowd within one step of float32.
*/
function sortRows(values) {
	const { keys, exact } = orderKeys(values);
	const sorted = sortKeys(keys, null);
	const order = new Uint32Array(values.length);
	const begins = new Uint8Array(values.length);
	for (let i = 0; i < order.length; i++) {
		order[i] = sorted[2 * i + 1];
		begins[i] = i > 0 && sorted[2 * i] === sorted[2 * i - 2] ? 0 : 1;
	}
	if (!exact) sortWithinRuns(values, order, begins);
	return {
		order,
		begins
	};
}
/**
* As `sortRows`, with the labels, 0 or 1: `key, 2·row + label, …` side by side, where neighbours have one key when their values
* are equal.
*/
function sortLabelled(values, label) {
	const { keys, exact } = orderKeys(values);
	if (exact) return sortKeys(keys, label);
	const { order, begins } = sortRows(values);
	const pairs = new Uint32Array(2 * order.length);
	for (let i = 0, run = 0; i < order.length; i++) {
		run += begins[i];
		pairs[2 * i] = run;
		pairs[2 * i + 1] = 2 * order[i] + label[order[i]];
	}
	return pairs;
}
/** The order of `sortRows` alone. `argsort([0.5, 0.1, 0.9])` = 1 0 2. */
function argsort(values) {
	return sortRows(values).order;
}
/** Longer runs that are out of order go to the library's sort. */
const LONG_RUN = 32;
/** Sorts each run of one key by its values, stably, and marks where those change. */
function sortWithinRuns(values, order, begins) {
	const n = order.length;
	const sorted = new Float64Array(n);
	for (let i = 0; i < n; i++) sorted[i] = values[order[i]];
	for (let start = 0, end = 0; start < n; start = end) {
		for (end = start + 1; end < n && begins[end] === 0;) end++;
		if (end - start > LONG_RUN && !ascends(sorted, start, end)) {
			order.subarray(start, end).sort((a, b) => values[a] - values[b]);
			for (let i = start; i < end; i++) sorted[i] = values[order[i]];
		}
		for (let i = start + 1; i < end; i++) {
			const value = sorted[i];
			const row = order[i];
			let place = i;
			for (; place > start && sorted[place - 1] > value; place--) {
				sorted[place] = sorted[place - 1];
				order[place] = order[place - 1];
			}
			sorted[place] = value;
			order[place] = row;
		}
	}
	for (let i = 1; i < n; i++) begins[i] = sorted[i] === sorted[i - 1] ? 0 : 1;
}
function ascends(values, start, end) {
	for (let i = start + 1; i < end; i++) if (values[i - 1] > values[i]) return false;
	return true;
}
// src/core/metrics/sorted-rows.ts
/** What is known of scores lives exactly as long as they do. */
const KNOWN$3 = /* @__PURE__ */ new WeakMap();
const DIVISIONS = /* @__PURE__ */ new WeakMap();
/** Says where subsets came from, so that they need not be sorted again. */
function noteDivision(division) {
	for (const subset of division.subsets) DIVISIONS.set(subset, division);
}
/** Rows by ascending score of one model. Sorted once; subsets take their order from the whole, all of them in one pass. */
function sortedRows(scores, arm) {
	const known = KNOWN$3.get(scores)?.get(arm);
	if (known) return known;
	const division = DIVISIONS.get(scores);
	if (!division) return remember(scores, arm, sortRows(scores[arm]));
	const orders = divide$1(sortedRows(division.whole, arm), division);
	for (const [part, order] of orders.entries()) remember(division.subsets[part], arm, order);
	return KNOWN$3.get(scores).get(arm);
}
function remember(scores, arm, order) {
	const known = KNOWN$3.get(scores) ?? /* @__PURE__ */ new Map();
	KNOWN$3.set(scores, known.set(arm, order));
	return order;
}
function divide$1({ order, begins }, { parts }) {
	const homes = new Uint32Array(2 * order.length);
	for (const [part, rows] of parts.entries()) for (let place = 0; place < rows.length; place++) {
		homes[2 * rows[place]] = part + 1;
		homes[2 * rows[place] + 1] = place;
	}
	const orders = parts.map(({ length }) => ({
		order: new Uint32Array(length),
		begins: new Uint8Array(length)
	}));
	const next = new Uint32Array(parts.length);
	const lastRun = new Uint32Array(parts.length);
	let run = 0;
	for (let i = 0; i < order.length; i++) {
		run += begins[i];
		const home = 2 * order[i];
		const part = homes[home] - 1;
		if (part < 0) continue;
		const place = next[part]++;
		orders[part].order[place] = homes[home + 1];
		orders[part].begins[place] = run === lastRun[part] ? 0 : 1;
		lastRun[part] = run;
	}
	return orders;
}
// src/core/metrics/binary/curves.ts
/** Metrics of the whole ranking, from the weight of either class at each distinct score. */
const CURVE = {
	direction: "higher",
	tasks: ["binary"],
	needs: "scores",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {}
};
/** A number of a curve; resampled in one pass over the rows, without sorting them again. */
function curveMetric(scores, arm, curve, at, reason) {
	const cells = levelCells(scores.label, sortedRows(scores, arm));
	const value = (weight) => CURVES[curve](cellSums(cells, weight), at);
	return functional(scores, value, reason, {
		by: "curve",
		curve,
		at,
		cells
	});
}
/** 2·AUC − 1, ties counting half. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
const gini$1 = {
	...CURVE,
	name: "gini",
	title: "Gini",
	prepare({ label }) {
		if (label.includes(0) && label.includes(1)) return {
			kind: "auc",
			gini: true
		};
		return {
			kind: "undefined",
			reason: oneClass(label, "Gini")
		};
	}
};
/** Kolmogorov–Smirnov: the largest TPR − FPR over all thresholds. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
const ks = {
	...CURVE,
	name: "ks",
	title: "KS",
	prepare: (scores, arm) => curveMetric(scores, arm, "ks", 0, oneClass(scores.label, "KS"))
};
/**
* Area under the ROC curve up to a false-positive rate of `at`, the curve cut there by linear interpolation, and
* standardised (McClish 1989) so that a constant model has 0.5 and a perfect one 1. scikit-learn's `max_fpr`.
*/
const partialAuc = {
	...CURVE,
	name: "pauc",
	title: "partial AUC",
	at: "fraction",
	defaultAt: .1,
	prepare: (scores, arm, { at }) => curveMetric(scores, arm, "pauc", at, oneClass(scores.label, "partial AUC"))
};
/**
* Average precision Σ(Rₙ − Rₙ₋₁)Pₙ over distinct thresholds, a step function without interpolation; tied scores are
* one threshold (scikit-learn's `average_precision_score`). Without positives undefined, 0 or 1.
* Labels 0 0 1 1, scores .1 .4 .35 .8: 0.8333333333333333.
*/
const averagePrecision = {
	...CURVE,
	name: "ap",
	title: "average precision",
	conventions: {
		ties: ["one_threshold"],
		empty: [
			"undefined",
			"zero",
			"one"
		]
	},
	prepare(scores, arm, { convention }) {
		return curveMetric(scores, arm, "ap", {
			zero: 0,
			one: 1
		}[convention.empty] ?? NaN, "No row has label 1; average precision needs one.");
	}
};
// src/core/metrics/binary/auc.ts
/**
* Area under the ROC curve: the probability that a positive row is scored above a negative one, ties counting half,
* pairs weighted by the product of their weights (scikit-learn's `roc_auc_score`). With one class undefined, or 1 as
* LightGBM has it. Its interval is DeLong's, or with `interval=bootstrap` one by resampling, which leans on no normal
* distribution.
*/
const auc$1 = {
	name: "auc",
	title: "AUC",
	direction: "higher",
	tasks: ["binary"],
	needs: "scores",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {
		ties: ["half"],
		one_class: ["undefined", "one"],
		interval: ["delong", "bootstrap"]
	},
	prepare(scores, arm, { convention }) {
		const { label } = scores;
		if (label.length === 0) return NO_ROWS$1;
		if (label.includes(0) && label.includes(1)) return convention.interval === "delong" ? { kind: "auc" } : curveMetric(scores, arm, "auc", 0, oneClass(label, "AUC"));
		if (convention.one_class === "one") return {
			kind: "functional",
			value: () => 1
		};
		return {
			kind: "undefined",
			reason: oneClass(label, "AUC")
		};
	}
};
// src/core/metrics/binary/brier.ts
/** Mean (p − y)² (Brier 1950; scikit-learn's `brier_score_loss`). */
const brier = {
	name: "brier",
	title: "Brier score",
	direction: "lower",
	tasks: ["binary"],
	needs: "probabilities",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {},
	prepare(scores, arm) {
		const p = scoresOf(scores, arm);
		return rowMean(scores.label.map((truth, row) => (p[row] - truth) ** 2));
	}
};
// src/core/metrics/binary/calibration-error.ts
/**
* Expected calibration error Σ (w_b/W)·|ȳ_b − p̄_b| over `at` bins (Naeini et al. 2015; Guo et al. 2017).
*
* `bins=mass`: the row with c of the weight W scored below it is in bin ⌊at·c/W⌋, so that bins weigh the same; click
* scores bunch near 0, where equal widths would put all of them into one bin. Equal scores stay in one bin, which
* keeps the order of rows out of it. `bins=width`: score p is in bin ⌊at·p⌋, and 1 in the last.
* Labels 0 1 0 1, scores .1 .3 .6 .8, two bins either way: 0.25.
*
* As w_b cancels, it is Σ_b |Σ w(y − p)| / W. Its resamples keep the bins of the rows themselves, so that both models'
* sums are taken once.
*/
const ece = calibrationError("ece", "expected calibration error", (bin) => ({
	terms: [bin.gap, COUNT],
	of(sums) {
		let gap = 0;
		for (let i = 0; i < sums.length - 1; i++) gap += Math.abs(sums[i]);
		return gap / sums.at(-1);
	}
}));
/** Maximum calibration error: the largest |ȳ_b − p̄_b| of the bins of `ece`. */
const mce = calibrationError("mce", "maximum calibration error", (bin) => ({
	terms: [bin.gap, bin.weight],
	of(sums) {
		const bins = sums.length / 2;
		let most = NaN;
		for (let i = 0; i < bins; i++) {
			const gap = Math.abs(sums[i]) / sums[bins + i];
			if (sums[bins + i] > 0 && !(gap <= most)) most = gap;
		}
		return most;
	}
}));
function calibrationError(name, title, sumsOf) {
	return {
		name,
		title,
		direction: "lower",
		tasks: ["binary"],
		needs: "probabilities",
		grouped: false,
		at: "count",
		defaultAt: 20,
		conventions: { bins: ["mass", "width"] },
		prepare(scores, arm, { at, convention }) {
			const score = scoresOf(scores, arm);
			if (score.length === 0) return NO_ROWS$1;
			const gap = new Float64Array(score.length);
			for (let row = 0; row < gap.length; row++) gap[row] = scores.label[row] - score[row];
			const binned = (weight) => {
				const bins = {
					cellOf: convention.bins === "mass" ? massBins(sortedRows(scores, arm), weight, at) : Uint32Array.from(score, (p) => Math.min(Math.floor(at * p), at - 1)),
					cells: at
				};
				return sumsOf({
					gap: {
						...bins,
						value: gap
					},
					weight: {
						...bins,
						value: null
					}
				});
			};
			const own = binned(scores.weight);
			const value = (weight) => {
				const { terms, of } = weight === scores.weight ? own : binned(weight);
				return of(sumRows(terms, score.length, weight));
			};
			return functional(scores, value, "No row has weight.", {
				by: "sums",
				...own
			});
		}
	};
}
/** By row, its bin of equal mass; rows without weight are in some bin. */
function massBins({ order, begins }, weight, bins) {
	const total = weight === null ? order.length : weight.reduce((sum, w) => sum + w, 0);
	const binOf = new Uint32Array(order.length);
	for (let start = 0, end = 0, below = 0; start < order.length; start = end) {
		const bin = Math.min(Math.floor(bins * below / total), bins - 1);
		do {
			const row = order[end];
			binOf[row] = bin;
			below += weight === null ? 1 : weight[row];
		} while (++end < order.length && begins[end] === 0);
	}
	return binOf;
}
// src/core/metrics/clipping.ts
/** Probabilities away from 0 and 1, whose logarithms are infinite. */
/**
* The smallest probability, by the text that a convention says it in. The machine epsilon of float64 (scikit-learn 1.2
* and later) and of float32 (the same, given float32 scores), LightGBM's 1e-15, and 1e-11 of Microsoft's recommenders.
* A certain and wrong score costs 36.04, 15.94, 34.54 or 25.33.
*/
const EPSILONS = /* @__PURE__ */ new Map([
	["2.2e-16", Number.EPSILON],
	["1.2e-7", 2 ** -23],
	["1e-15", 1e-15],
	["1e-11", 1e-11]
]);
const EPSILON_NAMES = [...EPSILONS.keys()];
function epsilonOf(convention) {
	return EPSILONS.get(convention.eps);
}
function clip(p, epsilon) {
	return Math.min(Math.max(p, epsilon), 1 - epsilon);
}
/** How many probabilities `clip` changes. */
function countClipped(values, epsilon) {
	let count = 0;
	for (const p of values) if (p < epsilon || p > 1 - epsilon) count++;
	return count;
}
// src/core/metrics/binary/calibration-line.ts
/** Slope and intercept of the line that would calibrate the scores. */
/**
* b of P(y = 1) = σ(a + b·logit p), fitted by maximum likelihood (Cox 1958). 1 when calibrated; below 1 the scores are
* too far from the base rate, as those of an overfitted model. Undefined when the classes do not overlap: the fit
* is then infinitely steep.
*/
const calibrationSlope = lineMetric("cal_slope", "calibration slope", 1, ({ slope }) => slope);
/** a of the same fit: 0 when calibrated. */
const calibrationIntercept = lineMetric("cal_intercept", "calibration intercept", 0, ({ intercept }) => intercept);
function lineMetric(name, title, target, of) {
	return {
		name,
		title,
		direction: { target },
		tasks: ["binary"],
		needs: "probabilities",
		grouped: false,
		at: "none",
		defaultAt: null,
		conventions: { eps: EPSILON_NAMES },
		prepare(scores, arm, { convention }) {
			const p = scoresOf(scores, arm);
			const epsilon = epsilonOf(convention);
			const x = p.map((score) => logit(clip(score, epsilon)));
			const reason = "The scores of the two classes do not overlap, so that no line through their logits is the best.";
			const fit = (weight) => of(fitLine(scores.label, x, weight));
			const { label, weight } = scores;
			const prepared = functional(scores, fit, reason, {
				by: "sums",
				...nextLine(fitLine(label, x, weight), label, x, of)
			});
			return prepared.kind === "functional" ? {
				...prepared,
				clipped: countClipped(p, epsilon)
			} : prepared;
		}
	};
}
/**
* One step of Newton's method from the line of all rows, as a function of sums over rows: near enough to the line of a
* resample, which is as far from it as the rows leave uncertain (the k-step bootstrap with k = 1, Andrews 2002, Econometrica 70:119).
*/
function nextLine(from, label, x, of) {
	const miss = new Float64Array(x.length);
	const curve = new Float64Array(x.length);
	for (let row = 0; row < x.length; row++) {
		const q = 1 / (1 + Math.exp(-(from.intercept + from.slope * x[row])));
		miss[row] = label[row] - q;
		curve[row] = q * (1 - q);
	}
	const timesX = (values) => values.map((value, row) => value * x[row]);
	const curveX = timesX(curve);
	return {
		terms: [
			miss,
			timesX(miss),
			curve,
			curveX,
			timesX(curveX)
		].map(sumOf),
		of([a, b, aa, ab, bb]) {
			const determinant = aa * bb - ab ** 2;
			if (!(determinant > 0)) return NaN;
			return of({
				intercept: from.intercept + (bb * a - ab * b) / determinant,
				slope: from.slope + (aa * b - ab * a) / determinant
			});
		}
	};
}
function logit(p) {
	return Math.log(p) - Math.log1p(-p);
}
const UNDEFINED = {
	intercept: NaN,
	slope: NaN
};
/** A Newton step smaller than this, relative to the parameters, is rounding. */
const SETTLED = 1e-12;
const MOST_STEPS = 100;
/**
* Newton's method on the concave log likelihood, halving steps that lower it. x is centred and scaled, and the first
* line is flat at the base rate, where the two parameters do not interact; from there some 6 steps of one pass each
* suffice, however far off the scores are.
*/
function fitLine(label, x, weight) {
	const frame = frameOf(label, x, weight);
	if (frame === null) return UNDEFINED;
	const { centre, scale, rate } = frame;
	let at = {
		a: logit(rate),
		b: 0
	};
	let here = slopesAt(label, x, weight, frame, at);
	for (let step = 0; step < MOST_STEPS; step++) {
		const determinant = here.aa * here.bb - here.ab ** 2;
		const da = (here.bb * here.a - here.ab * here.b) / determinant;
		const db = (here.aa * here.b - here.ab * here.a) / determinant;
		if (!Number.isFinite(da) || !Number.isFinite(db)) return UNDEFINED;
		const settled = Math.abs(da) + Math.abs(db) <= SETTLED * (1 + Math.abs(at.a) + Math.abs(at.b));
		let share = 1;
		let next = {
			a: at.a + da,
			b: at.b + db
		};
		if (settled) {
			at = next;
			break;
		}
		let there = slopesAt(label, x, weight, frame, next);
		while (there.loss > here.loss * 1.000000000001 && share > SETTLED) {
			share /= 2;
			next = {
				a: at.a + share * da,
				b: at.b + share * db
			};
			there = slopesAt(label, x, weight, frame, next);
		}
		[at, here] = [next, there];
	}
	return {
		slope: at.b / scale,
		intercept: at.a - at.b * centre / scale
	};
}
/** Mean and spread of x, and the base rate; null when no finite line is the best, which is when the ranges of the classes do not overlap. */
function frameOf(label, x, weight) {
	const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	const most = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
	let [total, positive, sum, squares] = [
		0,
		0,
		0,
		0
	];
	for (let row = 0; row < x.length; row++) {
		const w = weight === null ? 1 : weight[row];
		if (w === 0) continue;
		const value = x[row];
		const side = label[row];
		least[side] = Math.min(least[side], value);
		most[side] = Math.max(most[side], value);
		total += w;
		positive += w * side;
		sum += w * value;
		squares += w * value * value;
	}
	if (!(least[1] < most[0] && least[0] < most[1])) return null;
	const centre = sum / total;
	return {
		centre,
		scale: Math.sqrt(squares / total - centre ** 2),
		rate: positive / total
	};
}
/** Negative log likelihood of the line a + b·(x − centre)/scale, its downward gradient and its curvature. */
function slopesAt(label, x, weight, { centre, scale }, at) {
	let [loss, a, b, aa, ab, bb] = [
		0,
		0,
		0,
		0,
		0,
		0
	];
	for (let row = 0; row < x.length; row++) {
		const w = weight === null ? 1 : weight[row];
		if (w === 0) continue;
		const z = (x[row] - centre) / scale;
		const line = at.a + at.b * z;
		const small = Math.exp(-Math.abs(line));
		const q = (line >= 0 ? 1 : small) / (1 + small);
		const miss = w * (label[row] - q);
		const curve = w * small / (1 + small) ** 2;
		loss += w * (Math.max(line, 0) - line * label[row] + Math.log1p(small));
		a += miss;
		b += miss * z;
		aa += curve;
		ab += curve * z;
		bb += curve * z * z;
	}
	return {
		loss,
		a,
		b,
		aa,
		ab,
		bb
	};
}
// src/core/metrics/binary/copc.ts
/**
* Clicks over predicted clicks, Σwy / Σwp: 1 is calibrated on the whole, above 1 the model says too little. Undefined
* when every score is 0. Labels 0 1, scores .2 .6: 1.25.
*/
const copc = {
	name: "copc",
	title: "clicks over predicted clicks",
	direction: { target: 1 },
	tasks: ["binary"],
	needs: "probabilities",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {},
	prepare(scores, arm) {
		return ofSums(scores, [sumOf(scores.label), sumOf(scoresOf(scores, arm))], ([clicks, predicted]) => predicted === 0 ? NaN : clicks / predicted, "Every score is 0, so that there are no predicted clicks to divide by.");
	}
};
// src/core/metrics/binary/logloss.ts
const LOSS = {
	tasks: ["binary"],
	needs: "probabilities",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: { eps: EPSILON_NAMES }
};
/** −(y ln p + (1 − y) ln(1 − p)), weighted mean over rows, natural logarithm, p clipped to [eps, 1 − eps]. */
const logloss$1 = {
	...LOSS,
	name: "logloss",
	title: "log loss",
	direction: "lower",
	prepare(scores, arm, { convention }) {
		const p = scoresOf(scores, arm);
		const epsilon = epsilonOf(convention);
		return rowMean(losses(scores.label, p, epsilon), countClipped(p, epsilon));
	}
};
/**
* Normalised entropy: log loss over that of always saying the base rate of these very rows (He et al. 2014).
* Below 1 the model knows something. Undefined with one class. Labels 0 1, scores .25 .75: 0.4150374992788438.
*/
const ne = entropyRatio("ne", "normalised entropy", "lower", (ratio) => ratio);
/** Relative information gain, 1 − ne: D² of the log loss. */
const rig = entropyRatio("rig", "relative information gain", "higher", (ratio) => 1 - ratio);
function entropyRatio(name, title, direction, of) {
	return {
		...LOSS,
		name,
		title,
		direction,
		prepare(scores, arm, { convention }) {
			const { label } = scores;
			const p = scoresOf(scores, arm);
			const epsilon = epsilonOf(convention);
			const values = losses(label, p, epsilon);
			const ratio = (rate, loss) => of(loss / (-rate * Math.log(rate) - (1 - rate) * Math.log1p(-rate)));
			const prepared = ofMeans(scores, [label, values], ratio, oneClass(label, title));
			return prepared.kind === "functional" ? {
				...prepared,
				clipped: countClipped(p, epsilon)
			} : prepared;
		}
	};
}
function losses(label, p, epsilon) {
	const values = new Float64Array(label.length);
	for (let row = 0; row < values.length; row++) {
		const clipped = clip(p[row], epsilon);
		values[row] = label[row] === 1 ? -Math.log(clipped) : -Math.log1p(-clipped);
	}
	return values;
}
// src/core/metrics/zero-division.ts
/** What 0/0 is, such as the precision of a model that never says 1. scikit-learn has 0, with a warning. */
const ZERO_DIVISION = { zero_division: [
	"0",
	"1",
	"undefined"
] };
function divide(part, whole, convention) {
	return whole === 0 ? Number(convention.zero_division) : part / whole;
}
// src/core/metrics/binary/threshold.ts
/** Metrics of the decision that a threshold makes. */
/**
* A score above `at` is a 1, and with `op=ge` one equal to it too. `gt` is what LightGBM, XGBoost and the `predict` of a
* scikit-learn classifier do (argmax takes the first of equal probabilities).
*/
const THRESHOLD = {
	direction: "higher",
	tasks: ["binary"],
	needs: "probabilities",
	grouped: false,
	at: "threshold",
	defaultAt: .5,
	conventions: { op: ["gt", "ge"] }
};
/** 1 where the decision is 1. */
function decisions(score, { at, convention }) {
	const inclusive = convention.op === "ge";
	const decided = new Float64Array(score.length);
	for (let row = 0; row < score.length; row++) if (score[row] > at || inclusive && score[row] === at) decided[row] = 1;
	return decided;
}
/** Weighted share of rows that are decided rightly. */
const accuracy$1 = {
	...THRESHOLD,
	name: "accuracy",
	title: "accuracy",
	prepare(scores, arm, options) {
		const right = decisions(scoresOf(scores, arm), options);
		for (let row = 0; row < right.length; row++) right[row] = right[row] === scores.label[row] ? 1 : 0;
		return rowMean(right);
	}
};
function ofConfusion(name, title, conventions, of, reason, proportionOf) {
	return {
		...THRESHOLD,
		name,
		title,
		conventions: {
			...THRESHOLD.conventions,
			...conventions
		},
		prepare(scores, arm, options) {
			const decided = decisions(scoresOf(scores, arm), options);
			const terms = [{
				cellOf: Uint8Array.from(scores.label, (truth, row) => 2 * truth + decided[row]),
				cells: 4,
				value: null
			}];
			const confusion = ([tn, fp, fn, tp]) => ({
				tp,
				fp,
				fn,
				tn
			});
			const value = ofSums(scores, terms, (sums) => of(confusion(sums), options.convention), reason(scores.label));
			if (proportionOf === void 0 || value.kind !== "functional") return value;
			return {
				...value,
				proportion: proportionOf(confusion(sumRows(terms, scores.label.length, null)))
			};
		}
	};
}
// src/core/metrics/binary/index.ts
const BINARY_METRICS = [
	auc$1,
	partialAuc,
	averagePrecision,
	logloss$1,
	ne,
	rig,
	brier,
	copc,
	ece,
	mce,
	calibrationSlope,
	calibrationIntercept,
	accuracy$1,
	ofConfusion("balanced_accuracy", "balanced accuracy", {}, ({ tp, fp, fn, tn }) => (tp / (tp + fn) + tn / (tn + fp)) / 2, (label) => oneClass(label, "balanced accuracy")),
	ofConfusion("precision", "precision", ZERO_DIVISION, ({ tp, fp }, convention) => divide(tp, tp + fp, convention), () => "No row is decided 1, so that precision is 0/0.", ({ tp, fp }) => ({
		successes: tp,
		n: tp + fp
	})),
	ofConfusion("recall", "recall", ZERO_DIVISION, ({ tp, fn }, convention) => divide(tp, tp + fn, convention), () => "No row has label 1, so that recall is 0/0.", ({ tp, fn }) => ({
		successes: tp,
		n: tp + fn
	})),
	ofConfusion("f1", "F1", ZERO_DIVISION, ({ tp, fp, fn }, convention) => divide(2 * tp, 2 * tp + fp + fn, convention), () => "No row has label 1 or is decided 1, so that F1 is 0/0."),
	ofConfusion("mcc", "Matthews' correlation", ZERO_DIVISION, ({ tp, fp, fn, tn }, convention) => divide(tp * tn - fp * fn, Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn), convention), () => "All labels or all decisions are the same, so that the correlation is 0/0."),
	gini$1,
	ks
];
// src/core/metrics/presets.ts
const rows = (preset, task, sets, metrics) => ({
	preset,
	task,
	metrics: metrics.split(" "),
	sets
});
/**
* What a tool's numbers are made by. A metric that a tool does not have, or makes otherwise than any of ours (XGBoost's
* interpolated `aucpr`, LightGBM's `mape`), has no row, and so the preset is refused there.
*
* From the sources of scikit-learn 1.2, trec_eval 10, ranx, LightGBM and XGBoost; `din` is the GAUC of Zhou et al. 2018,
* `mind` the numbers of the MIND news challenge. How ranx and XGBoost order equal scores is nobody's promise: there `ties`
* stays ours.
*/
const PRESETS = [
	rows("sklearn", "binary", {}, "auc pauc brier"),
	rows("sklearn", "binary", { op: "gt" }, "accuracy balanced_accuracy"),
	rows("sklearn", "binary", {
		op: "gt",
		zero_division: "0"
	}, "precision recall f1 mcc"),
	rows("sklearn", "binary", { empty: "zero" }, "ap"),
	rows("sklearn", "binary", { eps: "2.2e-16" }, "logloss"),
	rows("sklearn", "multiclass", {}, "accuracy balanced_accuracy auc"),
	rows("sklearn", "multiclass", { ties: "last" }, "top"),
	rows("sklearn", "multiclass", { zero_division: "0" }, "precision recall f1 mcc"),
	rows("sklearn", "multiclass", { zero_division: "undefined" }, "kappa"),
	rows("sklearn", "multiclass", { eps: "2.2e-16" }, "logloss"),
	rows("sklearn", "regression", {}, "rmse mae r2"),
	rows("sklearn", "regression", { zero: "eps" }, "mape"),
	rows("sklearn", "ranking", {
		gain: "linear",
		ties: "expected",
		empty: "zero"
	}, "ndcg dcg"),
	rows("trec_eval", "ranking", {
		gain: "linear",
		ties: "id_desc",
		empty: "zero"
	}, "ndcg"),
	rows("trec_eval", "ranking", {
		D: "R",
		ties: "id_desc",
		empty: "zero"
	}, "map"),
	rows("trec_eval", "ranking", {
		ties: "id_desc",
		empty: "zero"
	}, "mrr precision recall hit r_prec bpref rbp"),
	rows("ranx", "ranking", {
		gain: "linear",
		empty: "zero"
	}, "ndcg"),
	rows("ranx", "ranking", {
		D: "R",
		empty: "zero"
	}, "map"),
	rows("ranx", "ranking", { empty: "zero" }, "mrr precision recall hit r_prec bpref rbp"),
	rows("lightgbm", "binary", { one_class: "one" }, "auc"),
	rows("lightgbm", "binary", { empty: "one" }, "ap"),
	rows("lightgbm", "binary", { eps: "1e-15" }, "logloss"),
	rows("lightgbm", "multiclass", { eps: "1e-15" }, "logloss"),
	rows("lightgbm", "regression", {}, "rmse mae"),
	rows("lightgbm", "ranking", {
		gain: "exp2",
		ties: "input",
		empty: "one"
	}, "ndcg"),
	rows("lightgbm", "ranking", {
		D: "minRk",
		ties: "input",
		empty: "one"
	}, "map"),
	rows("xgboost", "binary", { one_class: "undefined" }, "auc"),
	rows("xgboost", "regression", {}, "rmse mae"),
	rows("xgboost", "ranking", {
		gain: "exp2",
		empty: "one"
	}, "ndcg"),
	rows("xgboost", "ranking", {
		D: "minRk",
		empty: "one"
	}, "map"),
	rows("din", "ranking", { weight: "impressions" }, "gauc"),
	rows("mind", "ranking", { weight: "uniform" }, "gauc"),
	rows("mind", "ranking", {}, "mind_mrr"),
	rows("mind", "ranking", { gain: "exp2" }, "ndcg")
];
const covers = ({ name, tasks }) => {
	return ({ task, metrics }) => tasks.includes(task) && metrics.includes(name);
};
/** The presets that a metric takes. */
function presetNames(metric) {
	return PRESETS.filter(covers(metric)).map(({ preset }) => preset);
}
/** What `preset` sets in a metric. */
function presetOf(preset, metric) {
	return PRESETS.filter(covers(metric)).find((row) => row.preset === preset)?.sets ?? {};
}
// src/core/metrics/id.ts
/** `ndcg@10[gain=exp2,ties=input]`: how a metric is named in a policy, on a command line and in a document. */
const GRAMMAR = /^([^@[\]]*)(?:@([^[\]]*))?(?:\[([^[\]]*)\])?$/;
const LONGEST = 200;
/** Six decimals, which print as they are read. */
const DECIMAL = /^(\d(\.\d{0,6})?|\.\d{1,6})$/;
/** What may stand behind `@`. */
const NUMBERS = {
	none: {
		words: "",
		example: "",
		accepts: () => false
	},
	count: {
		words: "a whole number from 1",
		example: "10",
		accepts: (text) => /^[1-9]\d{0,8}$/.test(text)
	},
	fraction: {
		words: "a number above 0, and 1 at most, of up to six decimals",
		example: "0.1",
		accepts: (text) => DECIMAL.test(text) && Number(text) > 0 && Number(text) <= 1
	},
	threshold: {
		words: "a number from 0 to 1, of up to six decimals",
		example: "0.5",
		accepts: (text) => DECIMAL.test(text) && Number(text) <= 1
	}
};
/**
* Reads `name[@number][[key=value,…]]` against the metrics of a task; `preset` is a key of metrics that other tools have,
* and other keys win over it. One name may mean another metric in another task. All faults at once, code `metric-unknown`.
*/
function readMetricId(text, task, metrics) {
	const match = text.length > LONGEST ? null : GRAMMAR.exec(text.trim());
	if (match === null) return refused(`${quote(text)} is no metric.`, "Write `name`, `name@10` or `name@10[key=value,key=value]`.");
	const [, name = "", number, list] = match;
	const named = metrics.filter((metric) => metric.name === name.trim());
	const possible = named.filter(({ tasks }) => tasks.includes(task));
	const definition = possible.find(({ at }) => number !== void 0 && NUMBERS[at].accepts(number)) ?? possible[0];
	if (definition === void 0) return {
		ok: false,
		faults: [noSuchMetric(name, task, named, metrics)]
	};
	const faults = [...checkNumber(definition, number)];
	const convention = readConventions(definition, list, faults);
	if (faults.length > 0) return {
		ok: false,
		faults
	};
	return {
		ok: true,
		metric: namedMetric(definition, {
			at: number === void 0 ? definition.defaultAt : Number(number),
			convention
		})
	};
}
function namedMetric(definition, options) {
	const { at, convention } = options;
	const entries = Object.entries(convention);
	const unusual = entries.filter(([key, value]) => value !== definition.conventions[key][0]);
	const print = (pairs) => pairs.map(([key, value]) => `${key}=${value}`);
	const number = at === null || at === definition.defaultAt ? "" : `@${at}`;
	return {
		definition,
		options,
		id: `${definition.name}${number}${unusual.length > 0 ? `[${print(unusual).join(",")}]` : ""}`,
		convention: [...at !== null && Number.isFinite(at) ? [`@${at}`] : [], ...print(entries)].join(",")
	};
}
function* checkNumber({ name, at, defaultAt }, number) {
	const { words, example, accepts } = NUMBERS[at];
	if (number === void 0) {
		if (at !== "none" && defaultAt === null) yield unknown(`\`${name}\` needs a number.`, `Write \`${name}@${example}\`.`);
	} else if (at === "none") yield unknown(`\`${name}\` takes no number, but has @${clean(number)}.`, `Write \`${name}\`.`);
	else if (!accepts(number)) yield unknown(`The number of \`${name}\` is ${quote(number)}; it must be ${words}.`, `Write, for example, \`${name}@${example}\`.`);
}
/** Conventions with defaults filled in, in the order of the table. Adds what is wrong to `faults`. */
function readConventions(metric, list, faults) {
	const { name, conventions } = metric;
	const choices = choicesOf(metric);
	const given = /* @__PURE__ */ new Map();
	for (const part of list === void 0 ? [] : list.split(",")) {
		const [key = "", value = "", ...rest] = part.split("=").map((side) => side.trim());
		const allowed = Object.hasOwn(choices, key) ? choices[key] : null;
		if (value === "" || rest.length > 0) faults.push(unknown(`${quote(part)} in \`${name}[…]\` is not \`key=value\`.`, describe(choices)));
		else if (allowed === null) {
			const [close] = nearest(key, Object.keys(choices), 1);
			const guess = close === void 0 ? "" : `Did you mean \`${close}\`? `;
			faults.push(unknown(`\`${name}\` has no convention ${quote(key)}.`, guess + describe(choices)));
		} else if (!allowed.includes(value)) {
			const fix = `Write one of ${allowed.map((one) => `\`${key}=${one}\``).join(", ")}.`;
			faults.push(unknown(`The convention \`${key}\` of \`${name}\` is ${quote(value)}.`, fix));
		} else if (given.has(key)) faults.push(unknown(`\`${name}[…]\` gives \`${key}\` twice.`, "Keep one."));
		else given.set(key, value);
	}
	const preset = presetOf(given.get("preset") ?? "", metric);
	return Object.fromEntries(Object.entries(conventions).map(([key, [usual]]) => [key, given.get(key) ?? preset[key] ?? usual]));
}
/** What may stand between the brackets, by key. */
function choicesOf(metric) {
	const presets = presetNames(metric);
	return presets.length === 0 ? metric.conventions : {
		...metric.conventions,
		preset: presets
	};
}
function describe(choices) {
	const all = Object.entries(choices).map(([key, values]) => `${key} (${values.join(", ")})`);
	return all.length === 0 ? "It takes none." : `It takes ${all.join("; ")}.`;
}
function noSuchMetric(name, task, elsewhere, metrics) {
	const names = namesOf$1(metrics.filter(({ tasks }) => tasks.includes(task)));
	const all = `Metrics of ${task} are ${names.join(", ")}.`;
	if (elsewhere.length > 0) return unknown(`\`${name}\` is a metric of ${[...new Set(elsewhere.flatMap((metric) => metric.tasks))].join(" and ")}, not of ${task}.`, all);
	const [close] = nearest(name, names, 1);
	return unknown(`There is no metric ${quote(name)}.`, close === void 0 ? all : `Did you mean \`${close}\`?`);
}
function namesOf$1(metrics) {
	return [...new Set(metrics.map(({ name }) => name))];
}
function unknown(message, fix) {
	return {
		code: "metric-unknown",
		message,
		fix
	};
}
function refused(message, fix) {
	return {
		ok: false,
		faults: [unknown(message, fix)]
	};
}
function quote(text) {
	return JSON.stringify(text.slice(0, 80));
}
function clean(text) {
	return quote(text).slice(1, -1);
}
// src/core/stats/unsort.ts
/** Rows of a block: what is written to them stays in the cache. */
const BLOCK_BITS = 14;
/**
* Brings numbers in some order of the rows back to the rows. `pairs`: `number, row, …` side by side, every row once.
* `unsort([7, 2, 8, 0, 9, 1])` = 8 9 7.
*
* O(n), in two passes that write to few places at a time: first to blocks of neighbouring rows, then within each.
* One pass would miss the cache on nearly every write; at 10 million rows this takes a third of its time.
*/
function unsort(pairs) {
	const n = pairs.length / 2;
	const blocks = Math.ceil(n / 2 ** BLOCK_BITS);
	const places = Uint32Array.from({ length: blocks }, (_, block) => block << 15);
	const blocked = new Uint32Array(2 * n);
	for (let i = 0; i < pairs.length; i += 2) {
		const row = pairs[i + 1];
		const place = places[row >>> BLOCK_BITS];
		places[row >>> BLOCK_BITS] = place + 2;
		blocked[place] = pairs[i];
		blocked[place + 1] = row;
	}
	const result = new Uint32Array(n);
	for (let i = 0; i < blocked.length; i += 2) result[blocked[i + 1]] = blocked[i];
	return result;
}
// src/core/stats/placements.ts
/**
* AUC = Σᵢⱼ wᵢwⱼ([sᵢ > sⱼ] + ½[sᵢ = sⱼ]) / Σᵢⱼ wᵢwⱼ over positives i and negatives j, and the placement values that it
* is the mean of (the structural components of DeLong 1988), in one sort and one sweep (Sun & Xu 2014).
* `label` 0 or 1; `score` without NaN; `weight` positive or null; all of one length.
* Labels 0 0 1 1, scores .1 .4 .35 .8: auc 0.75, placements 1 .5 .5 1.
*/
function placements(label, score, weight) {
	return weight === null ? countedPlacements(label, score) : weightedPlacements(label, score, weight);
}
function countedPlacements(label, score) {
	const { auc, halves, total } = placementHalves(label, score);
	const of = new Float64Array(halves);
	for (let row = 0; row < of.length; row++) of[row] /= 2 * (label[row] === 1 ? total.negative : total.positive);
	return {
		auc,
		of
	};
}
function placementHalves(label, score) {
	const pairs = sortLabelled(score, label);
	const total = classWeights(label, null);
	let positiveBelow = 0;
	let negativeBelow = 0;
	let wins = 0;
	for (let start = 0, end = 0; start < pairs.length; start = end) {
		const key = pairs[start];
		let positive = 0;
		for (; end < pairs.length && pairs[end] === key; end += 2) positive += pairs[end + 1] & 1;
		const negative = (end - start) / 2 - positive;
		const below = 2 * negativeBelow + negative;
		const above = 2 * (total.positive - positiveBelow) - positive;
		for (let i = start; i < end; i += 2) {
			const tagged = pairs[i + 1];
			pairs[i] = (tagged & 1) === 1 ? below : above;
			pairs[i + 1] = tagged >>> 1;
		}
		wins += positive * below / 2;
		positiveBelow += positive;
		negativeBelow += negative;
	}
	return {
		auc: wins / (total.positive * total.negative),
		halves: unsort(pairs),
		total
	};
}
function weightedPlacements(label, score, weight) {
	const pairs = sortLabelled(score, label);
	const total = classWeights(label, weight);
	const of = new Float64Array(score.length);
	let positiveBelow = 0;
	let negativeBelow = 0;
	let won = 0;
	for (let start = 0, end = 0; start < pairs.length; start = end) {
		const key = pairs[start];
		let positive = 0;
		let negative = 0;
		for (; end < pairs.length && pairs[end] === key; end += 2) {
			const tagged = pairs[end + 1];
			if ((tagged & 1) === 1) positive += weight[tagged >>> 1];
			else negative += weight[tagged >>> 1];
		}
		const wins = negativeBelow + negative / 2;
		const above = (total.positive - positiveBelow - positive / 2) / total.positive;
		for (let i = start; i < end; i += 2) {
			const tagged = pairs[i + 1];
			of[tagged >>> 1] = (tagged & 1) === 1 ? wins / total.negative : above;
		}
		won += positive * wins;
		positiveBelow += positive;
		negativeBelow += negative;
	}
	return {
		auc: won / (total.positive * total.negative),
		of
	};
}
/** The weight of each class. */
function classWeights(label, weight) {
	let positive = 0;
	let negative = 0;
	for (let row = 0; row < label.length; row++) {
		const w = weight === null ? 1 : weight[row];
		if (label[row] === 1) positive += w;
		else negative += w;
	}
	return {
		positive,
		negative
	};
}
// src/core/stats/area.ts
/**
* Area under the ROC curve, ties counting half (see `placements`, which gives the same number to the bit).
* NaN when a class is empty. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.75.
*
* Unweighted float32 scores take a shorter way, O(n): only their order matters, not whose they are.
*/
function areaUnderCurve(label, score, weight) {
	const counted = weight === null ? countPairs(label, score) : null;
	if (counted === null) return placements(label, score, weight).auc;
	const { twiceWins, positives, negatives } = counted;
	return twiceWins / 2 / (positives * negatives);
}
/** Bits of a key below the split. */
const LOW_BITS = 10;
const LOWS = 1024;
/**
* Counts pairs of float32 scores; null when a score is not a float32.
*
* Keys are split into a high and a low part. One counting sort brings the high parts into the order of (low, label).
* Going through them, a counter per high part knows how many negatives share it and have a lower low part. Pairs with
* different high parts need the counters' totals alone.
*/
function countPairs(label, score) {
	const n = score.length;
	const ends = new Uint32Array(2 * LOWS);
	let lowest = 4194303;
	let highest = 0;
	for (let row = 0; row < n; row++) {
		const value = score[row] + 0;
		if (Math.fround(value) !== value) return null;
		const key = orderKey(value);
		const high = key >>> LOW_BITS;
		if (high < lowest) lowest = high;
		if (high > highest) highest = high;
		ends[(key & 1023) << 1 | label[row]]++;
	}
	let next = 0;
	for (let slot = 0; slot < ends.length; slot++) {
		const count = ends[slot];
		ends[slot] = next;
		next += count;
	}
	const highs = new Uint32Array(n);
	for (let row = 0; row < n; row++) {
		const key = orderKey(score[row] + 0);
		highs[ends[(key & 1023) << 1 | label[row]]++] = (key >>> LOW_BITS) - lowest;
	}
	const negative = new Uint32Array(Math.max(0, highest - lowest + 1));
	const positive = new Uint32Array(negative.length);
	let twiceWins = 0;
	for (let low = 0, start = 0; low < LOWS; low++) {
		const middle = ends[2 * low];
		const end = ends[2 * low + 1];
		for (let i = middle; i < end; i++) twiceWins += negative[highs[i]];
		for (let i = start; i < middle; i++) negative[highs[i]]++;
		for (let i = middle; i < end; i++) {
			const high = highs[i];
			twiceWins += negative[high];
			positive[high]++;
		}
		start = end;
	}
	let positives = 0;
	let negatives = 0;
	for (let high = 0; high < negative.length; high++) {
		twiceWins += 2 * positive[high] * negatives;
		negatives += negative[high];
		positives += positive[high];
	}
	return {
		twiceWins,
		positives,
		negatives
	};
}
// src/core/stats/delong.ts
/**
* AUC of two models on the same rows, and the standard error of candidate − baseline.
*
* Independent rows: DeLong, DeLong & Clarke-Pearson 1988, by placements. With D the difference of a row's placements
* and δ that of the AUCs, Var = Σ⁺w²(D−δ)²·m/(m−1)/W⁺² + the same over the n negatives; for unit weights this is
* S₁₀/m + S₀₁/n of the paper. Weights are taken as fixed: known ratios of importance, not counts of copies.
*
* With groups: Obuchowski 1997, Nonparametric analysis of clustered ROC curve data, Biometrics 53:567. Those deviations are summed within each group first, the factors count the groups
* that hold a positive (I₁₀) and a negative (I₀₁), and twice the covariance of both sums is added with I/(I−1). When
* every row is its own group this is DeLong again. Few groups make the normal distribution too confident, so t with
* I − 1 degrees of freedom takes its place: our choice, checked in `npm run bench:statistics`.
*
* O(n log n); both classes must be present. Labels 0 0 1 1, candidate .1 .4 .35 .8, baseline .4 .1 .35 .8:
* both AUCs 0.75, SE 0.5.
*/
function delong(label, candidate, baseline, sampling) {
	const { weight, group } = sampling;
	const { first, second, deviation } = weight === null ? countedDeviations(label, candidate, baseline) : weightedDeviations(label, candidate, baseline, weight);
	const spread = group === null ? rowSpread(label, deviation) : groupSpread(label, deviation, group);
	return {
		candidate: first,
		baseline: second,
		delta: first - second,
		...spread
	};
}
function countedDeviations(label, candidate, baseline) {
	const { auc: first, halves, total } = placementHalves(label, candidate);
	const { auc: second, halves: others } = placementHalves(label, baseline);
	const { positive, negative } = total;
	const deviation = (row) => {
		const difference = halves[row] - others[row];
		return label[row] === 1 ? (difference / (2 * negative) - (first - second)) / positive : (difference / (2 * positive) - (first - second)) / negative;
	};
	return {
		first,
		second,
		deviation
	};
}
function weightedDeviations(label, candidate, baseline, weight) {
	const one = placements(label, candidate, weight);
	const other = placements(label, baseline, weight);
	const total = classWeights(label, weight);
	const deviation = (row) => {
		return weight[row] / (label[row] === 1 ? total.positive : total.negative) * (one.of[row] - other.of[row] - (one.auc - other.auc));
	};
	return {
		first: one.auc,
		second: other.auc,
		deviation
	};
}
function rowSpread(label, deviation) {
	const method = {
		method: "DeLong",
		degrees: Number.POSITIVE_INFINITY
	};
	let positives = 0;
	let ofPositives = 0;
	let ofNegatives = 0;
	for (let row = 0; row < label.length; row++) {
		const square = deviation(row) ** 2;
		if (label[row] === 1) {
			positives++;
			ofPositives += square;
		} else ofNegatives += square;
	}
	const negatives = label.length - positives;
	if (negatives < 2 || positives < 2) {
		const reason = `An interval needs two rows of each class; there are ${positives} with label 1 and ${negatives} with label 0.`;
		return {
			...method,
			standardError: null,
			reason
		};
	}
	const variance = ofPositives * besselFactor(positives) + ofNegatives * besselFactor(negatives);
	return {
		...method,
		standardError: Math.sqrt(variance),
		reason: null
	};
}
function groupSpread(label, deviation, group) {
	const method = {
		method: "DeLong, clustered (Obuchowski)",
		degrees: group.count - 1
	};
	const positive = new Float64Array(group.count);
	const negative = new Float64Array(group.count);
	const holdsPositive = new Uint8Array(group.count);
	const holdsNegative = new Uint8Array(group.count);
	for (let row = 0; row < label.length; row++) {
		const code = group.code[row];
		if (label[row] === 1) {
			positive[code] += deviation(row);
			holdsPositive[code] = 1;
		} else {
			negative[code] += deviation(row);
			holdsNegative[code] = 1;
		}
	}
	let [withPositive, withNegative, ofPositive, ofNegative, across] = [
		0,
		0,
		0,
		0,
		0
	];
	for (let code = 0; code < group.count; code++) {
		withPositive += holdsPositive[code];
		withNegative += holdsNegative[code];
		ofPositive += positive[code] ** 2;
		ofNegative += negative[code] ** 2;
		across += positive[code] * negative[code];
	}
	if (withPositive < 2 || withNegative < 2) {
		const reason = `An interval needs two groups with each class; ${withPositive} of ${group.count} hold a label 1 and ${withNegative} a label 0.`;
		return {
			...method,
			standardError: null,
			reason
		};
	}
	const variance = ofPositive * besselFactor(withPositive) + ofNegative * besselFactor(withNegative) + 2 * across * besselFactor(group.count);
	return {
		...method,
		standardError: Math.sqrt(Math.max(0, variance)),
		reason: null
	};
}
function besselFactor(count) {
	return count / (count - 1);
}
// src/core/stats/fisher-randomization.ts
/** Sums this close, relative to the largest possible one, are equal: their terms were only added in another order. */
const ROUNDING$1 = 1e-12;
/**
* Two-sided p-value of Fisher's randomization test of paired differences: if neither model is better, each unit's
* difference could as well have had the other sign (Fisher 1935; Smucker, Allan & Carterette 2007 for queries).
* The share of sign patterns whose |sum| reaches the observed one: of all 2ⁿ when that is at most `resamples`, else
* (1 + hits)/(1 + resamples) over random ones, which keeps the test valid. Zeros cannot change and do not count.
*
* `differences` no NaN, multiplied by their weights. `fisherRandomizationP(Float64Array.of(1, 2, 3), 1000, 1)` = 0.25.
*/
function fisherRandomizationP(differences, resamples, seed) {
	const moving = differences.filter((difference) => difference !== 0);
	const observed = Math.abs(moving.reduce((sum, difference) => sum + difference, 0));
	const largest = moving.reduce((sum, difference) => sum + Math.abs(difference), 0);
	const reached = observed - ROUNDING$1 * largest;
	if (moving.length < 31 && 2 ** moving.length <= resamples) return enumerate(moving, reached);
	const { uint32 } = seededRandom(seed);
	let hits = 0;
	for (let index = 0; index < resamples; index++) {
		let sum = 0;
		let word = 0;
		for (let unit = 0; unit < moving.length; unit++) {
			word = unit % 32 === 0 ? uint32() : word >>> 1;
			sum += (word & 1) === 1 ? moving[unit] : -moving[unit];
		}
		if (Math.abs(sum) >= reached) hits++;
	}
	return (1 + hits) / (1 + resamples);
}
function enumerate(moving, reached) {
	const patterns = 2 ** moving.length;
	let hits = 0;
	for (let pattern = 0; pattern < patterns; pattern++) {
		let sum = 0;
		for (let unit = 0; unit < moving.length; unit++) sum += (pattern >>> unit & 1) === 1 ? moving[unit] : -moving[unit];
		if (Math.abs(sum) >= reached) hits++;
	}
	return hits / patterns;
}
// src/core/stats/mcnemar.ts
/**
* Two-sided mid-p of McNemar's test: rows that only one of two models gets right are coin tosses if the models are
* equally good. 2·P(X < k) + P(X = k) of X ~ Binomial(n, ½), n = `candidateOnly` + `baselineOnly`, k the smaller of them.
* Mid-p holds its level to a fraction of a percent, where the exact test wastes half of it and the χ² test exceeds it
* (Fagerland, Lydersen & Laake 2013). `mcnemarMidP(1, 6)` = 0.0703125; 1 without discordant rows.
*
* O(√n): terms relative to the largest, outwards until nothing is added.
*/
function mcnemarMidP(candidateOnly, baselineOnly) {
	const n = candidateOnly + baselineOnly;
	const k = Math.min(candidateOnly, baselineOnly);
	if (candidateOnly === baselineOnly) return 1;
	const mode = Math.floor(n / 2);
	let below = 0;
	let at = 0;
	let term = 1;
	let total = 0;
	for (let successes = mode; successes >= 0 && term > 0; successes--) {
		total += term;
		if (successes === k) at = term;
		if (successes < k) below += term;
		term *= successes / (n - successes + 1);
	}
	const all = 2 * total - (n % 2 === 0 ? 1 : 0);
	return (2 * below + at) / all;
}
/** p of the test, and its name as documents have it. */
function mcnemar(candidateOnly, baselineOnly) {
	return {
		p: mcnemarMidP(candidateOnly, baselineOnly),
		test: "McNemar, mid-p"
	};
}
// src/core/stats/normal.ts
/**
* The standard normal distribution, to 3e-15 relative in both tails (measured against values of 40 digits).
* No fitted tables: a power series near 0, Laplace's continued fraction for Mills' ratio beyond
* (Abramowitz & Stegun 26.2.11 and 26.2.14).
*/
const ROOT_2PI = Math.sqrt(2 * Math.PI);
const LOG_ROOT_2PI = Math.log(ROOT_2PI);
/** Where the series stops losing no more than a digit to ½ − Φ, and the fraction is short enough. */
const TAIL = 1.5;
/** Levels of the fraction that reach 1e-16 at `TAIL`. */
const LEVELS$1 = 200;
/** P(Z ≤ x). `normalCdf(1.96)` = 0.9750021048517795. */
function normalCdf(x) {
	return normalSurvival(-x);
}
/** P(Z > x), accurate where `1 - normalCdf(x)` would be 0. `normalSurvival(10)` = 7.619853024160525e-24. */
function normalSurvival(x) {
	if (Number.isNaN(x)) return NaN;
	if (x === Number.POSITIVE_INFINITY) return 0;
	if (x < -1.5) return 1 - normalSurvival(-x);
	return x < TAIL ? .5 - centre$1(x) : density(x) * mills(x);
}
/**
* The x with P(Z ≤ x) = p; −∞ at 0, ∞ at 1, NaN outside [0, 1]. `normalQuantile(0.975)` = 1.959963984540054.
* Newton's method on log P (concave, so it converges from the start below) in the tails, on P − ½ near 0.
*/
function normalQuantile(p) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p > .5) return -normalQuantile(1 - p);
	if (p === 0) return Number.NEGATIVE_INFINITY;
	return p > .0668 ? centreQuantile$1(p - .5) : -tailQuantile$1(p);
}
function density(x) {
	const high = Math.trunc(x * 16) / 16;
	return Math.exp(-high * high / 2) * Math.exp(-(x - high) * (x + high) / 2) / ROOT_2PI;
}
/** P(0 < Z ≤ x) for small |x|, signed: φ(x)·(x + x³/3 + x⁵/(3·5) + …). */
function centre$1(x) {
	let term = x;
	let total = x;
	for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(total); k += 2) {
		term *= x * x / k;
		total += term;
	}
	return density(x) * total;
}
/** (1 − Φ(x))/φ(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))) for x ≥ `TAIL`, from the inside out. */
function mills(x) {
	let value = x;
	for (let level = LEVELS$1; level > 0; level--) value = x + level / value;
	return 1 / value;
}
function centreQuantile$1(excess) {
	let x = excess * ROOT_2PI;
	for (let round = 0; round < 50; round++) {
		const step = (centre$1(x) - excess) / density(x);
		x -= step;
		if (Math.abs(step) <= 1e-15 * Math.abs(x)) break;
	}
	return x;
}
function tailQuantile$1(p) {
	const logP = Math.log(p);
	let x = Math.sqrt(-2 * logP);
	for (let round = 0; round < 50; round++) {
		const ratio = mills(x);
		const step = (Math.log(ratio) - x * x / 2 - LOG_ROOT_2PI - logP) * ratio;
		x += step;
		if (Math.abs(step) <= 1e-15 * x) break;
	}
	return x;
}
// src/core/stats/student.ts
/**
* Student's t distribution with `degrees` of freedom (any positive number), to about 1e-14 relative in the tails.
* P(T > t) = ½ I_x(ν/2, ½) with x = ν/(ν + t²), I the regularised incomplete beta function: its power series near 0,
* its continued fraction beyond (Abramowitz & Stegun 26.5 and 26.7).
* Infinite degrees are the normal distribution, so that one function serves z and t.
*/
/** Where the series hands over to the continued fraction, which converges fast for t² > 3. */
const TAIL_SQUARED = 3;
/** Levels of the fraction that reach 1e-16 there. */
const LEVELS = 100;
/** P(T > t), accurate in the far tail. `studentSurvival(2.228138851986274, 10)` = 0.025. */
function studentSurvival(t, degrees) {
	if (!(degrees > 0) || Number.isNaN(t)) return NaN;
	if (degrees === Number.POSITIVE_INFINITY) return normalSurvival(t);
	if (t * t <= TAIL_SQUARED) return .5 - centre(t, degrees);
	return t < 0 ? 1 - Math.exp(logTail(-t, degrees)) : Math.exp(logTail(t, degrees));
}
/**
* The t with P(T ≤ t) = p; −∞ at 0, ∞ at 1, NaN outside [0, 1]. `studentQuantile(0.975, 10)` = 2.228138851986274.
* Newton's method on P − ½ near 0, on log P against log t (concave) in the tails: both converge from any start.
*/
function studentQuantile(p, degrees) {
	if (!(degrees > 0)) return NaN;
	if (degrees === Number.POSITIVE_INFINITY || !(p > 0 && p < 1)) return normalQuantile(p);
	if (p > .5) return -studentQuantile(1 - p, degrees);
	return p > studentSurvival(Math.sqrt(TAIL_SQUARED), degrees) ? centreQuantile(p - .5, degrees) : -tailQuantile(p, degrees);
}
/** Density at 0: Γ((ν+1)/2) / (√(νπ) Γ(ν/2)). */
function densityAtZero(degrees) {
	return gammaRatio(degrees / 2) / Math.sqrt(degrees * Math.PI);
}
function logDensity(t, degrees) {
	const scaled = Math.abs(t) / Math.sqrt(degrees);
	const log = scaled > 1e8 ? 2 * Math.log(scaled) : Math.log1p(scaled * scaled);
	return Math.log(densityAtZero(degrees)) - (degrees + 1) / 2 * log;
}
/** Γ(a + ½)/Γ(a): the recurrence up to where the expansion of its logarithm in 1/a has full precision. */
function gammaRatio(a) {
	let factor = 1;
	let x = a;
	for (; x < 30; x++) factor *= x / (x + .5);
	const v = 1 / (x * x);
	const log = (-1 / 8 + v * (1 / 192 + v * (-1 / 640 + v * (17 / 14336 - v * 31 / 18432)))) / x;
	return factor * Math.sqrt(x) * Math.exp(log);
}
/** P(0 < T ≤ t), signed: t·f(t)·(1+t²/ν)·Σ (a+½)ₙ/(3/2)ₙ yⁿ with a = ν/2, y = t²/(ν+t²). */
function centre(t, degrees) {
	const y = t * t / (degrees + t * t);
	let term = 1;
	let total = 1;
	for (let n = 0; term > 1e-17 * total; n++) {
		term *= (degrees / 2 + .5 + n) / (1.5 + n) * y;
		total += term;
	}
	const power = Math.exp(-((degrees - 1) / 2) * Math.log1p(t * t / degrees));
	return t * densityAtZero(degrees) * power * total * (1 - y);
}
/**
* log P(T > t) for t² > 3: ½·t·f(t) over the continued fraction of I_x(a, ½), from the inside out.
* Didonato & Morris 1992 (TOMS 708), whose terms do not cancel when there are millions of degrees.
*/
function logTail(t, degrees) {
	if (t === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
	const a = degrees / 2;
	const b = .5;
	const odds = (t / Math.sqrt(degrees)) ** 2;
	const x = 1 / (1 + odds);
	const y = 1 / (1 + 1 / odds);
	const lambda = (a + b) * y - b;
	const beta = (n) => n + (n === 0 ? 0 : n * (b - n) * x / (a + 2 * n - 1)) + (a + n) / (a + 2 * n + 1) * (lambda + 1 + n * (1 + y));
	let value = beta(LEVELS);
	for (let n = LEVELS; n > 0; n--) {
		const alpha = (a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x / (a + 2 * n - 1) ** 2;
		value = beta(n - 1) + alpha / value;
	}
	return logDensity(t, degrees) + Math.log(t / 2 / value);
}
function centreQuantile(excess, degrees) {
	let t = excess / densityAtZero(degrees);
	for (let round = 0; round < 100; round++) {
		const step = (centre(t, degrees) - excess) / Math.exp(logDensity(t, degrees));
		t -= step;
		if (Math.abs(step) <= 1e-15 * Math.abs(t)) break;
	}
	return t;
}
function tailQuantile(p, degrees) {
	const logP = Math.log(p);
	let t = Math.max(-normalQuantile(p), Math.sqrt(TAIL_SQUARED));
	for (let round = 0; round < 100; round++) {
		const log = logTail(t, degrees);
		const step = (log - logP) / (t * Math.exp(logDensity(t, degrees) - log));
		t *= Math.exp(step);
		if (Math.abs(step) <= 1e-15) break;
	}
	return t;
}
// src/core/stats/detectable-difference.ts
const POWER = .8;
/**
* The smallest difference that a two-sided test at 1 − `confidence` finds with 80 % power:
* (q at (1 + confidence)/2 + q at 0.8)·SE, with q of Student's t with `degrees`, infinite for the normal.
* The negligible chance of significance in the wrong direction is left out.
* `detectableDifference(1, 0.95, Infinity)` = 2.801585218112968.
*/
function detectableDifference(standardError, confidence, degrees) {
	return (studentQuantile((1 + confidence) / 2, degrees) + studentQuantile(POWER, degrees)) * standardError;
}
// src/core/stats/percentile.ts
/**
* The value below which the share `p` of `sorted` lies, by linear interpolation between order statistics:
* position h = (n − 1)·p from 0 (Hyndman & Fan 1996, type 7; the default of R and NumPy).
* `percentile([1, 2, 4, 8], 0.5)` = 3.
*
* `sorted` ascending, not empty; 0 ≤ p ≤ 1. RangeError otherwise.
*/
function percentile(sorted, p) {
	if (sorted.length === 0 || !(p >= 0 && p <= 1)) throw new RangeError(`percentile ${p} of ${sorted.length} samples`);
	const position = (sorted.length - 1) * p;
	const below = Math.floor(position);
	const low = sorted[below];
	const high = sorted[Math.min(below + 1, sorted.length - 1)];
	return low + (position - below) * (high - low);
}
// src/core/stats/paired-bootstrap.ts
/** What resampling says about a difference between two models that no formula covers. */
/** More undefined resamples than this share, and what is left no longer stands for all. */
const MOST_UNDEFINED = .01;
/** `of(candidate, baseline)` of every resample. */
function spreadOf(values, resamples, of) {
	const drawn = new Float64Array(resamples);
	for (let i = 0; i < resamples; i++) drawn[i] = of(values[2 * i], values[2 * i + 1]);
	const sorted = drawn.filter((value) => !Number.isNaN(value)).sort();
	return {
		sorted,
		undefinedCount: resamples - sorted.length
	};
}
/** Level of a bound, as a quantile of the normal distribution, to the bound. */
function boundsOf({ sorted }) {
	return (z) => percentile(sorted, centred(normalCdf(z), sorted.length));
}
/** `percentile` takes order statistic k of n for (k − 1)/(n − 1); of a resample it stands for k/(n + 1) (Davison & Hinkley 1997). */
function centred(p, n) {
	return Math.min(1, Math.max(0, (p * (n + 1) - 1) / (n - 1)));
}
/**
* Percentile interval of `delta`, from the differences in paired resamples: over rows or, where there are groups, over
* whole groups, both models in the same resample.
*
* Copies are Poisson(1), each unit on its own (Chamandy et al. 2012): unlike multinomial counts they are drawn in row
* order at any size, and their variance of 1, not (n − 1)/n, takes nothing off the spread of few units. Metrics are
* ratios, so that the total, which varies, cancels.
*
* Student's t stands in place of the normal distribution for few units (Hesterberg 2015). BCa held the truth less often
* than it promises, in `npm run bench:statistics`. The two-sided p inverts the same bounds. Undefined resamples drop out
* and are counted in the method; above 1 % there is no interval.
*/
function percentileInference(delta, spread, units, { confidence, resamples }) {
	const { kind, count } = units;
	const lacking = whyNoInterval(spread, units, resamples);
	if (lacking !== null) return nothing(lacking);
	const at = boundsOf(spread);
	const reach = studentQuantile((1 + confidence) / 2, count - 1);
	const standardError = standardDeviation(spread.sorted);
	if (standardError === 0 && delta !== 0) return nothing("The difference is the same in every resample, so its spread cannot be estimated.");
	const missing = spread.undefinedCount === 0 ? "" : `, ${spread.undefinedCount} undefined`;
	return {
		standardError,
		interval: {
			lower: at(-reach),
			upper: at(reach),
			confidence,
			method: `paired bootstrap, percentile, over ${kind} (${resamples}${missing})`
		},
		p: standardError === 0 ? 1 : pOfZero(at, spread.sorted.length, count - 1),
		mde: detectableDifference(standardError, confidence, count - 1),
		reason: null
	};
}
/** Why so few units or resamples give no interval, or null. */
function whyNoInterval({ undefinedCount }, { kind, count }, resamples) {
	if (count < 2) return `An interval needs two ${kind}; there is ${count}.`;
	if (undefinedCount <= MOST_UNDEFINED * resamples) return null;
	return `The metric is undefined in ${undefinedCount} of ${resamples} resamples, so that it has no interval; more rows or groups are needed.`;
}
/**
* Values of any pair of statistics in every resample; `value(times)`, with `times` one number per row, is linear in the
* rows at best. The same for one seed, whatever the platform.
*/
function resampleRows([candidate, baseline], rows, group, { seed, resamples }) {
	const copies = new Uint32Array(group?.count ?? rows);
	const times = new Float64Array(rows);
	const values = new Float64Array(2 * resamples);
	for (let resample = 0; resample < resamples; resample++) {
		const lane = resample % 3;
		if (lane === 0) drawCopies(copies, seed, resample / 3);
		for (let row = 0; row < rows; row++) times[row] = copies[group === null ? row : group.code[row]] >>> 10 * lane & LANE_MASK;
		values[2 * resample] = candidate(times);
		values[2 * resample + 1] = baseline(times);
	}
	return values;
}
/** Of `values`, sorted. */
function standardDeviation(values) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return values[0] === values.at(-1) ? 0 : Math.sqrt(squares / (values.length - 1));
}
/** Twice the tail beyond the level whose bound is 0, by bisection; never below what so many resamples can show. */
function pOfZero(at, resamples, degrees) {
	let [low, high] = [-40, 40];
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (at(middle) < 0) low = middle;
		else high = middle;
	}
	return Math.min(1, Math.max(2 * studentSurvival(Math.abs(low), degrees), 2 / (resamples + 1)));
}
function nothing(reason) {
	return {
		standardError: null,
		interval: null,
		p: null,
		mde: null,
		reason
	};
}
// src/core/stats/paired-mean.ts
/**
* The standard error of `delta`, the weighted mean of per-row differences, for a paired t test, and the skewness of its
* distribution, Σe³/(Σe²)^{3/2} over the residuals e of the units.
*
* The mean is a ratio Σwd/Σw; its linearised residual is eᵢ = wᵢ(dᵢ − delta)/Σw, and Var = U/(U−1)·Σ(Σe)², the inner
* sum over one unit of sampling (Cochran 1977, 6.3 and 9A): a row, or with groups a group. U − 1 degrees of freedom.
* For rows of unit weight this is the paired t test of every textbook.
*
* `differences` candidate − baseline by row, not empty. Differences 1 2 3 4, delta 2.5: SE 0.6454972243679028,
* 3 degrees; in two groups {1, 2} and {3, 4}: SE 1, 1 degree.
*/
function pairedMean(differences, delta, sampling) {
	const { weight, group } = sampling;
	const units = group === null ? differences.length : group.count;
	const method = group === null ? "paired t, skewness-corrected" : "paired t, skewness-corrected, clustered";
	if (units < 2) return {
		delta,
		standardError: null,
		degrees: 0,
		method,
		reason: `An interval needs two ${group === null ? "rows" : "groups"}; there is ${units}.`
	};
	let total = 0;
	const sums = new Float64Array(units);
	for (let row = 0; row < differences.length; row++) {
		const w = weight === null ? 1 : weight[row];
		total += w;
		sums[group === null ? row : group.code[row]] += w * (differences[row] - delta);
	}
	let squares = 0;
	let cubes = 0;
	for (const sum of sums) {
		squares += sum ** 2;
		cubes += sum ** 3;
	}
	const standardError = Math.sqrt(units / (units - 1) * squares) / total;
	const skewness = squares > 0 ? cubes / squares ** 1.5 : 0;
	return {
		delta,
		standardError,
		degrees: units - 1,
		skewness,
		method,
		reason: null
	};
}
// src/core/stats/sum-bootstrap.ts
/** More units than this are resampled in so many random bundles. */
const MOST_BUNDLES = 2048;
/** More sums than this cost more than going through the rows. */
const WIDEST = 128;
function hasFewSums({ terms }) {
	return widthOf(terms) <= WIDEST;
}
/**
* Values of both models in `resamples` Poisson resamples, from sums that are taken once: a resample costs no look at the rows.
*
* Units beyond MOST_BUNDLES are first put into as many bundles at random, and whole bundles are resampled (random groups:
* Wolter 2007, Introduction to variance estimation, chapter 2). That leaves a variance unbiased, and adds an error of 1/√(2·2048) = 1.6 % to a standard error,
* less than the 2.2 % that 1,000 resamples add.
*/
function resampleSums(arms, rows, { weight, group }, { seed, resamples }) {
	const bundle = bundles(rows, group, seed);
	const both = (of) => [of(arms[0]), of(arms[1])];
	const sums = both(({ terms }) => sumByPart(terms, weight, bundle));
	const totals = both(({ terms }) => lanes(widthOf(terms)));
	const copies = new Uint32Array(bundle.count);
	const times = lanes(bundle.count);
	const values = new Float64Array(2 * resamples);
	for (let first = 0; first < resamples; first += 3) {
		drawCopies(copies, seed, first / 3);
		takeApart(copies, times);
		addUp(sums, times, totals);
		for (let lane = 0; lane < 3 && first + lane < resamples; lane++) for (const [side, { of }] of arms.entries()) values[2 * (first + lane) + side] = of(totals[side][lane]);
	}
	return values;
}
function lanes(length) {
	return [
		new Float64Array(length),
		new Float64Array(length),
		new Float64Array(length)
	];
}
/** By row, the bundle of its unit. */
function bundles(rows, group, seed) {
	const units = group?.count ?? rows;
	if (units <= MOST_BUNDLES) return {
		code: group?.code ?? Int32Array.from({ length: rows }, (_, row) => row),
		count: units
	};
	const { uint32 } = seededRandom(seed);
	const ofUnit = new Int32Array(units);
	for (let unit = 0; unit < units; unit++) ofUnit[unit] = uint32() % MOST_BUNDLES;
	return {
		code: group === null ? ofUnit : group.code.map((code) => ofUnit[code]),
		count: MOST_BUNDLES
	};
}
function takeApart(copies, [first, second, third]) {
	for (let unit = 0; unit < copies.length; unit++) {
		const word = copies[unit];
		first[unit] = word & LANE_MASK;
		second[unit] = word >>> 10 & LANE_MASK;
		third[unit] = word >>> 20 & LANE_MASK;
	}
}
/** Three resamples of both models in one pass: the six totals of one cell stay in registers. */
function addUp([candidate, baseline], [first, second, third], [ofCandidate, ofBaseline]) {
	const units = first.length;
	for (let cell = 0, place = 0; cell < ofCandidate[0].length; cell++) {
		let a0 = 0;
		let a1 = 0;
		let a2 = 0;
		let b0 = 0;
		let b1 = 0;
		let b2 = 0;
		for (let unit = 0; unit < units; unit++, place++) {
			const x = first[unit];
			const y = second[unit];
			const z = third[unit];
			const a = candidate[place];
			const b = baseline[place];
			a0 += x * a;
			a1 += y * a;
			a2 += z * a;
			b0 += x * b;
			b1 += y * b;
			b2 += z * b;
		}
		ofCandidate[0][cell] = a0;
		ofCandidate[1][cell] = a1;
		ofCandidate[2][cell] = a2;
		ofBaseline[0][cell] = b0;
		ofBaseline[1][cell] = b1;
		ofBaseline[2][cell] = b2;
	}
}
// src/core/stats/target-distance.ts
/** Level at which a side is known. */
const KNOWN_SIDE = .9995;
/** Ends the method where a model's side of the target is uncertain: an interval that then covers every side. */
const EITHER_SIDE = "either side of the target";
/**
* Inference about d = |c| − |b|, c and b the distances of candidate and baseline from the target.
*
* d has a kink where a model crosses the target, and there no estimator of it is regular or locally unbiased (Hirano & Porter
* 2012, Impossibility results for nondifferentiable functionals). So d is never resampled itself, but the smooth sums that it is made of:
*
* - Both models on a known side (more than 3.3 of their own standard errors from the target, so that a side is mistaken in
*   one of 1,000 cases): d = ±c ± b there, with its percentile interval.
* - One side unknown: d is the smaller or the greater of two such sums. The bound on which it suffices that one of them
*   holds takes the paired c − b; the other takes the worse of both (intersection–union, Berger 1982).
* - Both unknown: |d| ≤ |c − b|, whose interval gives both bounds.
*
* Where a side is unknown, intervals hold the truth more often than they say, and tests reject less often. Standard error and
* smallest detectable difference are those of c − b, or of c + b where the models lie on both sides.
*/
function distanceInference([candidate, baseline], values, target, units, options) {
	const { resamples, confidence } = options;
	const [c, b] = [candidate - target, baseline - target];
	const delta = Math.abs(c) - Math.abs(b);
	const spread = (ofC, ofB) => spreadOf(values, resamples, (x, y) => ofC * (x - target) + ofB * (y - target));
	const lacking = whyNoInterval(spread(1, -1), units, resamples);
	if (lacking !== null) return nothing(lacking);
	const reach = studentQuantile((1 + confidence) / 2, units.count - 1);
	const interval = (ofC, ofB) => {
		const at = boundsOf(spread(ofC, ofB));
		return {
			lower: at(-reach),
			upper: at(reach)
		};
	};
	const far = studentQuantile(KNOWN_SIDE, units.count - 1);
	const sideOf = (deviation, error) => Math.abs(deviation) > far * error ? Math.sign(deviation) : 0;
	const sideC = sideOf(c, standardDeviation(spread(1, 0).sorted));
	const sideB = sideOf(b, standardDeviation(spread(0, 1).sorted));
	const infer = (ofC, ofB) => percentileInference(ofC * c + ofB * b, spread(ofC, ofB), units, options);
	if (sideC !== 0 && sideB !== 0) return named(infer(sideC, -sideB), sideC === sideB ? `both ${sideC > 0 ? "above" : "below"} the target` : "on both sides of the target");
	const same = infer(1, -1);
	if (same.interval === null) return same;
	const across = infer(1, 1);
	const bounds = sideC !== 0 ? between(interval(sideC, -sideC), interval(sideC, sideC), "upper") : sideB !== 0 ? between(interval(sideB, -sideB), interval(-sideB, -sideB), "lower") : around(same.interval);
	return named({
		...same,
		interval: {
			...same.interval,
			lower: Math.min(bounds.lower, delta),
			upper: Math.max(bounds.upper, delta)
		},
		p: across.p === null ? null : Math.max(same.p, across.p)
	}, EITHER_SIDE);
}
/** `paired` alone gives the bound `sure`; of the other the worse counts. */
function between(paired, across, sure) {
	return sure === "upper" ? {
		upper: paired.upper,
		lower: Math.min(paired.lower, across.lower)
	} : {
		lower: paired.lower,
		upper: Math.max(paired.upper, across.upper)
	};
}
function around({ lower, upper }) {
	const most = Math.max(Math.abs(lower), Math.abs(upper));
	return {
		lower: -most,
		upper: most
	};
}
function named(inference, where) {
	const { interval } = inference;
	if (interval === null) return inference;
	return {
		...inference,
		interval: {
			...interval,
			method: `${interval.method}; ${where}`
		}
	};
}
// src/core/stats/wald.ts
/** A standard error this small beside the difference is rounding, not information. */
const DEGENERATE = 1e-10;
/**
* Interval `delta` ± q·SE at `confidence`, q of Student's t with `degrees`, and the two-sided p of delta = 0.
* delta 2, SE 1, infinite degrees, 0.95: interval [0.0400, 3.9600], p 0.0455, mde 2.8016.
*
* With a skewness the ratio T = (delta − truth)/SE is first transformed to one that has none (Johnson 1978, Modified t tests
* and confidence intervals for asymmetrical populations, with the cubic term that makes it monotone, known as Hall's, 1992): a mean of skewed differences is too small just where its standard error is, so that plain t
* bounds are broken too often on one side. A bound is only ever moved away from delta by it, and p only raised: in small samples the
* skewness is itself uncertain, and the nearer bound that it would allow is broken far out in the tail, where many slices
* look. delta 2, SE 1, skewness 0.1: [0.0400, 4.1234].
*
* Two models that score alike have SE 0 and delta 0: interval [0, 0], p 1. With SE 0 and another delta (such as a
* perfect model against a constant one) the data say nothing about the spread: all null, with a reason.
*/
function wald(estimate, confidence) {
	const { delta, standardError, degrees, skewness = 0, method, reason } = estimate;
	if (standardError === null) return {
		standardError,
		interval: null,
		p: null,
		mde: null,
		reason
	};
	if (standardError <= DEGENERATE * Math.abs(delta) && delta !== 0) return {
		standardError: null,
		interval: null,
		p: null,
		mde: null,
		reason: NO_SPREAD
	};
	const reach = studentQuantile((1 + confidence) / 2, degrees);
	return {
		standardError,
		interval: {
			lower: delta - standardError * Math.max(reach, skewed(reach, skewness)),
			upper: delta - standardError * Math.min(-reach, skewed(-reach, skewness)),
			confidence,
			method
		},
		p: standardError === 0 ? 1 : 2 * studentSurvival(surest(delta / standardError, skewness), degrees),
		mde: detectableDifference(standardError, confidence, degrees),
		reason
	};
}
/** The smaller of |T| and |g(T)|; 0 where g turns the sign. */
function surest(ratio, skewness) {
	const turned = Math.sign(ratio) * straightened(ratio, skewness);
	return Math.min(Math.abs(ratio), Math.max(0, turned));
}
/** Hall's g(T) = T + aT²/3 + a²T³/27 + a/6 with skewness a; monotone. */
function straightened(ratio, a) {
	return ratio + a * ratio ** 2 / 3 + a ** 2 * ratio ** 3 / 27 + a / 6;
}
/** The inverse of g. */
function skewed(quantile, a) {
	if (Math.abs(a) < 1e-6) return quantile;
	return 3 / a * (Math.cbrt(1 + a * (quantile - a / 6)) - 1);
}
const NO_SPREAD = "The difference is the same in every row, so its spread cannot be estimated; more varied rows are needed.";
// src/core/metrics/metric.ts
const NOTHING = {
	baseline: null,
	delta: null,
	standardError: null,
	interval: null,
	p: null,
	mde: null
};
/** A metric that these rows do not define. */
function undefinedBecause(reason) {
	return {
		candidate: null,
		...NOTHING,
		reason
	};
}
/** There is no baseline. */
function candidateAlone(candidate) {
	return {
		candidate,
		...NOTHING,
		reason: null
	};
}
// src/core/stats/wilson.ts
/**
* Wilson's score interval of a proportion (Wilson 1927), for one model on independent rows. Never outside [0, 1], and
* of positive width at 0 and n. `wilson(81, 263, 0.95)` = [0.2553, 0.3662].
*
* `successes` from 0 to `n`, n at least 1. RangeError otherwise.
*/
function wilson(successes, n, confidence) {
	if (!(n >= 1 && successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n} rows`);
	const z = normalQuantile((1 + confidence) / 2);
	const share = successes / n;
	const shrink = 1 + z * z / n;
	const centre = (share + z * z / (2 * n)) / shrink;
	const reach = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / shrink;
	return {
		lower: successes === 0 ? 0 : centre - reach,
		upper: successes === n ? 1 : centre + reach
	};
}
// src/core/metrics/own-interval.ts
/** Null where the metric is none, or where what it counts is weighted or not independent. */
const BY_KIND$1 = {
	rows: ({ values }, independent) => independent ? answers(values) : null,
	groups: ({ values, weights }) => {
		if (!weights.every((weight) => weight === 1 || weight === 0)) return null;
		return answers(values.filter((value) => !Number.isNaN(value)));
	},
	auc: () => null,
	functional: ({ proportion = null }, independent) => independent ? proportion : null
};
/**
* Wilson's interval of a share of independent rows or queries: accuracy, precision, recall, hit rate. Null for other metrics, with
* sample weights, and for shares of rows when rows are grouped.
*/
function ownInterval(prepared, { weight, group }, confidence) {
	const of = BY_KIND$1[prepared.kind];
	const proportion = of(prepared, weight === null && group === null);
	return proportion && proportionInterval(proportion, confidence);
}
/** Null of nothing. */
function proportionInterval({ successes, n }, confidence) {
	return n === 0 ? null : {
		...wilson(successes, n, confidence),
		confidence,
		method: "Wilson"
	};
}
/** Null where any is neither 0 nor 1. */
function answers(values) {
	let successes = 0;
	for (const value of values) {
		if (value !== 0 && value !== 1) return null;
		successes += value;
	}
	return {
		successes,
		n: values.length
	};
}
// src/core/metrics/infer.ts
/** From what a metric made of two models' scores to what can be said about their difference. */
const BY_KIND = {
	rows: compareRows,
	groups: compareGroups,
	auc: compareAuc,
	functional: compareFunctionals
};
/**
* Values of both models, and of their difference: standard error, interval, two-sided p of no difference, smallest
* difference that 80 % of such holdouts detect. Without a baseline the candidate's value alone. A proportion has an interval of
* its own (`ownInterval`).
*
* - `rows`: paired t, over groups where there are any. p is McNemar's mid-p where independent unweighted rows are each
*   0 or 1 (accuracy).
* - `groups`: paired t over the groups that both models define; p is Fisher's randomization.
* - `auc`: DeLong, or Obuchowski with groups.
* - `functional`: paired bootstrap over groups, or rows; of a metric with a target see `distanceInference`.
*
* `delta` is candidate − baseline; of a metric with a target it is |candidate − target| − |baseline − target|, so that lower is better.
*
* `scores` have passed `checkScores`, weights are positive; both preparations are of these scores and of one kind
* (TypeError otherwise).
*/
function infer(definition, candidate, baseline, scores, options) {
	if (candidate.kind === "undefined") return undefinedBecause(candidate.reason);
	if (scores.label.length === 0) return undefinedBecause("There are no rows.");
	const known = baseline === null || baseline.kind === "undefined" ? null : baseline;
	if (known !== null && known.kind !== candidate.kind) throw new TypeError(`${candidate.kind} against ${known.kind}`);
	if (typeof definition.direction === "object" && candidate.kind !== "functional") throw new TypeError(`${candidate.kind} has no inference about a distance from a target`);
	const compare = BY_KIND[candidate.kind];
	const own = ownInterval(candidate, scores, options.confidence);
	const comparison = {
		...compare(candidate, known, scores, options, definition.direction),
		...own && { candidateInterval: own }
	};
	return baseline?.kind === "undefined" ? {
		...comparison,
		reason: baseline.reason
	} : comparison;
}
function compareRows(candidate, baseline, scores, { confidence }) {
	const mean = weightedMean(candidate.values, scores.weight);
	if (baseline === null) return candidateAlone(mean);
	const baselineMean = weightedMean(baseline.values, scores.weight);
	const differences = subtract(candidate.values, baseline.values);
	const delta = mean - baselineMean;
	const said = wald(pairedMean(differences, delta, scores), confidence);
	const test = said.p === null ? null : discordantTest(candidate, baseline, scores);
	return {
		candidate: mean,
		baseline: baselineMean,
		delta,
		...said,
		...test
	};
}
/** McNemar's, or null where these are not independent right or wrong answers. */
function discordantTest(candidate, baseline, scores) {
	if (scores.group !== null || scores.weight !== null) return null;
	let onlyCandidate = 0;
	let onlyBaseline = 0;
	for (let row = 0; row < candidate.values.length; row++) {
		const ofCandidate = candidate.values[row];
		const ofBaseline = baseline.values[row];
		if (!isAnswer(ofCandidate) || !isAnswer(ofBaseline)) return null;
		if (ofCandidate > ofBaseline) onlyCandidate++;
		else if (ofBaseline > ofCandidate) onlyBaseline++;
	}
	return mcnemar(onlyCandidate, onlyBaseline);
}
function isAnswer(value) {
	return value === 0 || value === 1;
}
function compareGroups(candidate, baseline, _scores, { confidence, resamples, seed }) {
	const defined = definedIn(candidate, baseline);
	const keep = (values) => {
		const kept = new Float64Array(defined.length);
		for (let i = 0; i < kept.length; i++) kept[i] = values[defined[i]];
		return kept;
	};
	const values = keep(candidate.values);
	const weight = keep(candidate.weights);
	if (values.length === 0) return undefinedBecause("The metric is defined in none of the groups.");
	const mean = weightedMean(values, weight);
	if (baseline === null) return candidateAlone(mean);
	const baselineValues = keep(baseline.values);
	const baselineMean = weightedMean(baselineValues, weight);
	const delta = mean - baselineMean;
	const differences = subtract(values, baselineValues);
	const estimate = pairedMean(differences, delta, {
		weight,
		group: null
	});
	const reason = values.length > 1 ? null : "An interval needs two groups; the metric is defined in 1.";
	const said = wald({
		...estimate,
		method: "paired t over groups",
		reason
	}, confidence);
	const weighted = differences.map((difference, index) => difference * weight[index]);
	const test = said.p === null ? {} : {
		p: fisherRandomizationP(weighted, resamples, seed),
		test: "Fisher randomization"
	};
	return {
		candidate: mean,
		baseline: baselineMean,
		delta,
		...said,
		...test
	};
}
/** The groups of weight in which the metric is defined for both models. */
function definedIn(candidate, baseline) {
	const groups = new Uint32Array(candidate.values.length);
	let count = 0;
	for (let group = 0; group < groups.length; group++) if (!(Number.isNaN(candidate.values[group]) || baseline !== null && Number.isNaN(baseline.values[group])) && candidate.weights[group] > 0) groups[count++] = group;
	return groups.subarray(0, count);
}
function compareAuc({ gini }, baseline, scores, { confidence }) {
	const { label, candidate, weight } = scores;
	const first = label[0];
	if (label.every((value) => value === first)) return undefinedBecause(`Every row has label ${first}; AUC needs both classes.`);
	const scaled = (auc) => gini ? 2 * auc - 1 : auc;
	if (baseline === null || scores.baseline === null) return candidateAlone(scaled(areaUnderCurve(label, candidate, weight)));
	const both = delong(label, candidate, scores.baseline, scores);
	const delta = gini ? 2 * both.delta : both.delta;
	const standardError = gini && both.standardError !== null ? 2 * both.standardError : both.standardError;
	return {
		candidate: scaled(both.candidate),
		baseline: scaled(both.baseline),
		delta,
		...wald({
			...both,
			delta,
			standardError
		}, confidence)
	};
}
function compareFunctionals(candidate, baseline, scores, options, direction) {
	const value = candidate.value(null);
	if (Number.isNaN(value)) return undefinedBecause("The metric is undefined on these rows.");
	if (baseline === null) return candidateAlone(value);
	const baselineValue = baseline.value(null);
	if (Number.isNaN(baselineValue)) return {
		...candidateAlone(value),
		reason: "The metric is undefined for the baseline, so there is no difference."
	};
	const { group, label } = scores;
	const units = group ? {
		kind: "groups",
		count: group.count
	} : {
		kind: "rows",
		count: label.length
	};
	const values = units.count < 2 ? new Float64Array(2 * options.resamples) : resampled(candidate, baseline, scores, options);
	const delta = judged(value, direction) - judged(baselineValue, direction);
	return {
		candidate: value,
		baseline: baselineValue,
		delta,
		...typeof direction === "object" ? distanceInference([value, baselineValue], values, direction.target, units, options) : percentileInference(delta, spreadOf(values, options.resamples, (a, b) => a - b), units, options)
	};
}
/** Both models in the same resamples, by the shortest way that both have. */
function resampled(candidate, baseline, scores, options) {
	const [one, other] = [candidate.resampled, baseline.resampled];
	const { label, group, weight } = scores;
	const rows = label.length;
	if (one?.by === "curve" && other?.by === "curve") {
		const { resampler = resampleCurves, seed, resamples } = options;
		return resampler({
			curve: one.curve,
			at: one.at,
			arms: [curveArm(one.cells), curveArm(other.cells)],
			weight,
			unit: group?.code ?? null,
			units: group?.count ?? rows,
			seed,
			triples: Math.ceil(resamples / 3)
		});
	}
	if (one?.by === "sums" && other?.by === "sums" && hasFewSums(one)) return resampleSums([one, other], rows, scores, options);
	return resampleRows([candidate.value, baseline.value], rows, group, options);
}
/** What is compared: the value, or its distance from the target. */
function judged(value, direction) {
	return typeof direction === "object" ? Math.abs(value - direction.target) : value;
}
function subtract(candidate, baseline) {
	const differences = new Float64Array(candidate.length);
	for (let i = 0; i < differences.length; i++) differences[i] = candidate[i] - baseline[i];
	return differences;
}
function weightedMean(values, weight) {
	let sum = 0;
	let total = 0;
	for (let index = 0; index < values.length; index++) {
		const w = weight === null ? 1 : weight[index];
		sum += w * values[index];
		total += w;
	}
	return sum / total;
}
// src/core/metrics/multiclass/classes.ts
const MULTICLASS = {
	direction: "higher",
	tasks: ["multiclass"],
	needs: "scores",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {}
};
function classScores(scores, arm) {
	return {
		score: scoresOf(scores, arm),
		count: scores.classes ?? 1
	};
}
/** By row, the class of the highest score; of equal ones the first, as numpy's argmax. */
function predictions({ score, count }) {
	const predicted = new Int32Array(score.length / count);
	for (let row = 0; row < predicted.length; row++) {
		let best = 0;
		const start = row * count;
		for (let c = 1; c < count; c++) if (score[start + c] > score[start + best]) best = c;
		predicted[row] = best;
	}
	return predicted;
}
/** A metric of the counts of the classes. */
function ofCounts(scores, arm, of, reason) {
	const given = classScores(scores, arm);
	const { count } = given;
	const predicted = predictions(given);
	const { label } = scores;
	const terms = [
		{
			cellOf: Uint32Array.from(label, (truth, row) => truth === predicted[row] ? truth : count),
			cells: count + 1,
			value: null
		},
		{
			cellOf: Uint32Array.from(label),
			cells: count,
			value: null
		},
		{
			cellOf: Uint32Array.from(predicted),
			cells: count,
			value: null
		}
	];
	const read = (sums) => ({
		hits: sums.subarray(0, count),
		truths: sums.subarray(count + 1, 2 * count + 1),
		guesses: sums.subarray(2 * count + 1)
	});
	return ofSums(scores, terms, (sums) => of(read(sums)), reason);
}
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}
// src/core/metrics/multiclass/accuracy.ts
/** Share of rows whose class has the highest score; of equal scores the first class is predicted. */
const accuracy = {
	...MULTICLASS,
	name: "accuracy",
	title: "accuracy",
	conventions: { ties: ["first"] },
	prepare(scores, arm) {
		const predicted = predictions(classScores(scores, arm));
		return rowMean(scores.label.map((truth, row) => truth === predicted[row] ? 1 : 0));
	}
};
/**
* Share of rows whose class is among the `at` highest scores. Among equal scores the first class goes ahead, as in
* `accuracy`; or the last, as in scikit-learn's `top_k_accuracy_score`.
*/
const top = {
	...MULTICLASS,
	name: "top",
	title: "top-k accuracy",
	at: "count",
	conventions: { ties: ["first", "last"] },
	prepare(scores, arm, { at, convention }) {
		const { score, count } = classScores(scores, arm);
		const last = convention.ties === "last";
		return rowMean(scores.label.map((truth, row) => {
			const own = score[row * count + truth];
			let ahead = 0;
			for (let c = 0; c < count; c++) {
				const other = score[row * count + c];
				if (other > own || other === own && (last ? c > truth : c < truth)) ahead++;
			}
			return ahead < at ? 1 : 0;
		}));
	}
};
// src/core/metrics/multiclass/agreement.ts
function agreement(name, title, conventions, of) {
	return {
		...MULTICLASS,
		name,
		title,
		conventions,
		prepare(scores, arm, { convention }) {
			return ofCounts(scores, arm, (counts) => of(counts, convention), `All labels or all predictions are the same, so that ${title} is 0/0.`);
		}
	};
}
/** Mean recall over the classes that occur as labels. */
const balancedAccuracy = agreement("balanced_accuracy", "balanced accuracy", {}, ({ hits, truths }) => {
	let [total, classes] = [0, 0];
	for (let c = 0; c < truths.length; c++) {
		if (truths[c] === 0) continue;
		total += hits[c] / truths[c];
		classes++;
	}
	return total / classes;
});
/** Matthews' correlation for several classes (Gorodkin 2004); for two classes that of `mcc`. */
const mcc = agreement("mcc", "Matthews' correlation", ZERO_DIVISION, ({ hits, truths, guesses }, convention) => {
	const all = sum(truths);
	return divide(sum(hits) * all - dot(truths, guesses), Math.sqrt(all * all - dot(truths, truths)) * Math.sqrt(all * all - dot(guesses, guesses)), convention);
});
/** Cohen's kappa: agreement above chance, over the most that there could be above it. */
const kappa = agreement("kappa", "Cohen's kappa", ZERO_DIVISION, ({ hits, truths, guesses }, convention) => {
	const all = sum(truths);
	const chance = dot(truths, guesses) / all;
	return divide(sum(hits) - chance, all - chance, convention);
});
function dot(a, b) {
	let total = 0;
	for (let i = 0; i < a.length; i++) total += a[i] * b[i];
	return total;
}
// src/core/metrics/multiclass/auc.ts
/**
* AUC of several classes. `multi=ovr`: of each class against all others by the class's own score; `multi=ovo`: of each
* pair of classes, the mean of both scores' AUCs (Hand & Till 2001). `average=macro`: the plain mean; `weighted`: by
* the prevalence of the class, or of the pair. Ties count half. As scikit-learn's `roc_auc_score`, with weights in
* `ovo` too. Undefined when a class has no rows.
*/
const auc = {
	...MULTICLASS,
	name: "auc",
	title: "AUC",
	conventions: {
		multi: ["ovr", "ovo"],
		average: ["macro", "weighted"],
		ties: ["half"]
	},
	prepare(scores, arm, { convention }) {
		const of = classScores(scores, arm);
		const wins = countWins(scores.label, of);
		const summarise = convention.multi === "ovo" ? oneVersusOne : oneVersusRest;
		const weighted = convention.average === "weighted";
		const value = (weight) => summarise(wins(weight), of.count, weighted);
		return functional(scores, value, missingClass(scores.label, of.count));
	}
};
function missingClass(label, count) {
	const seen = new Set(label);
	return `No row has label ${Array.from({ length: count }, (_, c) => c).find((c) => !seen.has(c)) ?? 0}; AUC needs all ${count} classes.`;
}
/** Sorts each class's scores once. A call costs rows × classes, whatever the convention. */
function countWins(label, { score, count }) {
	const n = label.length;
	const column = (c) => Float64Array.from({ length: n }, (_, row) => score[row * count + c]);
	const orders = Array.from({ length: count }, (_, c) => argsort(column(c)));
	return (weight) => {
		const pairs = new Float64Array(count * count);
		const total = new Float64Array(count);
		for (let row = 0; row < n; row++) total[label[row]] += weight === null ? 1 : weight[row];
		for (let c = 0; c < count; c++) {
			const order = orders[c];
			const below = new Float64Array(count);
			const tied = new Float64Array(count);
			for (let start = 0, end = 0; start < n; start = end) {
				const value = score[order[start] * count + c];
				for (; end < n && score[order[end] * count + c] === value; end++) {
					const row = order[end];
					tied[label[row]] += weight === null ? 1 : weight[row];
				}
				const own = tied[c];
				if (own > 0) for (let b = 0; b < count; b++) pairs[c * count + b] += own * (below[b] + tied[b] / 2);
				for (let i = start; i < end; i++) {
					const of = label[order[i]];
					below[of] += tied[of];
					tied[of] = 0;
				}
			}
		}
		return {
			pairs,
			total
		};
	};
}
function oneVersusRest({ pairs, total }, count, weighted) {
	const all = total.reduce((sum, w) => sum + w, 0);
	let [sum, weights] = [0, 0];
	for (let a = 0; a < count; a++) {
		let won = 0;
		for (let b = 0; b < count; b++) if (b !== a) won += pairs[a * count + b];
		const w = weighted ? total[a] : 1;
		sum += w * won / (total[a] * (all - total[a]));
		weights += w;
	}
	return sum / weights;
}
function oneVersusOne({ pairs, total }, count, weighted) {
	let [sum, weights] = [0, 0];
	for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) {
		const w = weighted ? total[a] + total[b] : 1;
		const won = (pairs[a * count + b] + pairs[b * count + a]) / 2;
		sum += w * won / (total[a] * total[b]);
		weights += w;
	}
	return sum / weights;
}
// src/core/metrics/multiclass/averaged.ts
/**
* `average=macro`: the mean over the classes that occur as a label or a prediction; `weighted`: the same, weighted by
* labels; `micro`: of the counts summed over classes, which is accuracy. As scikit-learn.
*/
function averaged(name, title, ratio) {
	return {
		...MULTICLASS,
		name,
		title,
		conventions: {
			average: [
				"macro",
				"micro",
				"weighted"
			],
			...ZERO_DIVISION
		},
		prepare(scores, arm, { convention }) {
			const share = ([part, whole]) => divide(part, whole, convention);
			const value = ({ hits, truths, guesses }) => {
				if (convention.average === "micro") return share(ratio(sum(hits), sum(truths), sum(guesses)));
				let [total, weights] = [0, 0];
				for (let c = 0; c < truths.length; c++) {
					if (truths[c] === 0 && guesses[c] === 0) continue;
					const w = convention.average === "macro" ? 1 : truths[c];
					if (w === 0) continue;
					total += w * share(ratio(hits[c], truths[c], guesses[c]));
					weights += w;
				}
				return total / weights;
			};
			return ofCounts(scores, arm, value, `The ${title} of a class is 0/0.`);
		}
	};
}
// src/core/metrics/multiclass/index.ts
const MULTICLASS_METRICS = [
	accuracy,
	top,
	averaged("precision", "precision", (hits, _, predicted) => [hits, predicted]),
	averaged("recall", "recall", (hits, truths) => [hits, truths]),
	averaged("f1", "F1", (hits, truths, predicted) => [2 * hits, truths + predicted]),
	balancedAccuracy,
	mcc,
	kappa,
	{
		...MULTICLASS,
		name: "logloss",
		title: "log loss",
		direction: "lower",
		needs: "probabilities",
		conventions: { eps: EPSILON_NAMES },
		prepare(scores, arm, { convention }) {
			const { score, count } = classScores(scores, arm);
			const epsilon = epsilonOf(convention);
			let clipped = 0;
			return rowMean(scores.label.map((truth, row) => {
				let sum = 0;
				for (let c = 0; c < count; c++) sum += clip(score[row * count + c], epsilon);
				const given = score[row * count + truth];
				const own = clip(given, epsilon);
				if (own !== given) clipped++;
				return -Math.log(own / sum);
			}), clipped);
		}
	},
	auc
];
// src/core/metrics/positive-weights.ts
/** Every metric asks again. */
const KNOWN$2 = /* @__PURE__ */ new WeakMap();
/**
* The rows that count: those of positive weight, and the groups that still have one, renumbered.
* Returns `scores` itself when that is all of them, and the same object each time.
*/
function withPositiveWeights(scores) {
	const known = KNOWN$2.get(scores);
	if (known) return known;
	const used = leaveOut(scores);
	KNOWN$2.set(scores, used);
	return used;
}
function leaveOut(scores) {
	const { weight, classes = 1 } = scores;
	if (weight === null || weight.every((w) => w > 0)) return scores;
	const counts = (row) => weight[row] > 0;
	const keep = (values) => values.filter((_, row) => counts(row));
	const keepScores = (values) => values.filter((_, i) => counts(Math.floor(i / classes)));
	const used = {
		...scores,
		label: keep(scores.label),
		candidate: keepScores(scores.candidate),
		baseline: scores.baseline && keepScores(scores.baseline),
		weight: keep(weight),
		group: scores.group && renumber(scores.group.code.filter((_, row) => counts(row))),
		...scores.item && { item: {
			...scores.item,
			code: scores.item.code.filter((_, row) => counts(row))
		} }
	};
	noteDivision({
		whole: scores,
		parts: [Int32Array.from(weight.keys()).filter(counts)],
		subsets: [used]
	});
	return used;
}
function renumber(codes) {
	const dense = /* @__PURE__ */ new Map();
	return {
		code: codes.map((old) => {
			const known = dense.get(old) ?? dense.size;
			dense.set(old, known);
			return known;
		}),
		count: dense.size
	};
}
// src/core/metrics/ranking/sort-ranges.ts
/** Runs this short are sorted by insertion, which is faster than merging them. */
const SHORT = 40;
/**
* Sorts every range `starts[g]` … `starts[g + 1] − 1` of `keys` descending, in place, and `rows` along with it. Equal
* keys keep their order; −0 equals 0. No NaN. O(n log n); scratch of the length of the `longest` range.
* Keys 1 3 2 5 4, starts 0 3 5: keys 3 2 1 5 4.
*/
function sortRangesDescending(keys, rows, starts, longest) {
	const spareKeys = new Float64Array(longest > SHORT ? longest : 0);
	const spareRows = new Uint32Array(spareKeys.length);
	for (let g = 0; g + 1 < starts.length; g++) {
		const from = starts[g];
		const to = starts[g + 1];
		for (let start = from; start < to; start += SHORT) insert(keys, rows, start, Math.min(start + SHORT, to));
		for (let width = SHORT; width < to - from; width *= 2) for (let start = from; start + width < to; start += 2 * width) merge(keys, rows, start, start + width, Math.min(start + 2 * width, to), spareKeys, spareRows);
	}
}
function insert(keys, rows, from, to) {
	for (let i = from + 1; i < to; i++) {
		const key = keys[i];
		const row = rows[i];
		let place = i;
		for (; place > from && keys[place - 1] < key; place--) {
			keys[place] = keys[place - 1];
			rows[place] = rows[place - 1];
		}
		keys[place] = key;
		rows[place] = row;
	}
}
/** Merges two sorted neighbours. Only the left one is set aside: what it leaves free is always enough. */
function merge(keys, rows, from, middle, to, spareKeys, spareRows) {
	const left = middle - from;
	for (let i = 0; i < left; i++) {
		spareKeys[i] = keys[from + i];
		spareRows[i] = rows[from + i];
	}
	let place = from;
	let right = middle;
	for (let i = 0; i < left; place++) if (right < to && keys[right] > spareKeys[i]) {
		keys[place] = keys[right];
		rows[place] = rows[right++];
	} else {
		keys[place] = spareKeys[i];
		rows[place] = spareRows[i++];
	}
}
/** Longer ranges go to the library's sort, whose call costs as much as sorting a few values by insertion. */
const LONG = 48;
/** Sorts one range of `values` descending, in place. No NaN. */
function sortDescending(values, from, to) {
	if (to - from > LONG) {
		values.subarray(from, to).sort().reverse();
		return;
	}
	for (let i = from + 1; i < to; i++) {
		const value = values[i];
		let place = i;
		for (; place > from && values[place - 1] < value; place--) values[place] = values[place - 1];
		values[place] = value;
	}
}
// src/core/metrics/ranking/packed-order.ts
const MOST_ROWS = 2 ** 29;
const ROW = MOST_ROWS - 1;
/** Where the low half of a double stands among 32-bit words. */
const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;
/**
* The order that `sortRangesDescending` makes, sooner, for what a model gives in single precision: the number
* of its row takes the spare bits of a score, so that one array is moved about instead of two, and no two keys are equal.
* `starts`: of the groups; `next`: a copy, which is used up. Null where a value is no finite float32, or rows are too many.
*/
function packedOrder(values, code, starts, next) {
	const n = values.length;
	if (n > MOST_ROWS) return null;
	const keys = new Float64Array(n);
	const words = new Uint32Array(keys.buffer);
	for (let row = 0; row < n; row++) {
		const value = values[row];
		if (Math.fround(value) !== value || Math.abs(value) === Number.POSITIVE_INFINITY) return null;
		const place = next[code[row]]++;
		keys[place] = value + 0;
		words[2 * place + LOW] |= value < 0 ? row : ROW - row;
	}
	for (let g = 0; g + 1 < starts.length; g++) sortDescending(keys, starts[g], starts[g + 1]);
	const rows = new Uint32Array(n);
	for (let place = 0; place < n; place++) {
		const packed = words[2 * place + LOW] & ROW;
		rows[place] = keys[place] < 0 ? packed : ROW - packed;
		words[2 * place + LOW] &= ~ROW;
	}
	return {
		keys,
		rows
	};
}
// src/core/metrics/ranking/grouped-order.ts
/** Every ranking metric starts from the same order: it lives exactly as long as the scores it belongs to. */
const KNOWN$1 = /* @__PURE__ */ new WeakMap();
/**
* The rows of each group by the score of one model, descending. Sorted at the first call and kept. `scores[by]` must be there, without NaN. O(n log n), 12 bytes a row.
* Groups 0 1 0, scores .1 .5 .2: starts 0 2 3, rows 2 0 1.
*/
function groupedOrder(scores, by) {
	const known = KNOWN$1.get(scores) ?? /* @__PURE__ */ new Map();
	KNOWN$1.set(scores, known);
	const order = known.get(by) ?? orderWithinGroups(scores[by], scores.group);
	known.set(by, order);
	return order;
}
const STARTS = /* @__PURE__ */ new WeakMap();
/** Where each group's places begin; one longer than there are groups. Counted at the first call and kept. */
function groupStarts(group) {
	const starts = STARTS.get(group) ?? countStarts(group);
	STARTS.set(group, starts);
	return starts;
}
function countStarts({ code, count }) {
	const starts = new Uint32Array(count + 1);
	for (let row = 0; row < code.length; row++) starts[code[row] + 1]++;
	for (let g = 0; g < count; g++) starts[g + 1] += starts[g];
	return starts;
}
function orderWithinGroups(values, group) {
	const starts = groupStarts(group);
	const longest = longestOf(starts);
	const { keys, rows } = packedOrder(values, group.code, starts, starts.slice()) ?? sortedOrder(values, group.code, starts, longest);
	return {
		starts,
		rows,
		runEnds: runEnds(keys, starts),
		longest
	};
}
function sortedOrder(values, code, starts, longest) {
	const next = starts.slice();
	const rows = new Uint32Array(values.length);
	const keys = new Float64Array(values.length);
	for (let row = 0; row < values.length; row++) {
		const place = next[code[row]]++;
		rows[place] = row;
		keys[place] = values[row];
	}
	sortRangesDescending(keys, rows, starts, longest);
	return {
		keys,
		rows
	};
}
function runEnds(keys, starts) {
	const ends = new Uint32Array(keys.length);
	for (let g = starts.length - 2; g >= 0; g--) {
		const from = starts[g];
		const to = starts[g + 1];
		for (let place = to - 1; place >= from; place--) ends[place] = place + 1 < to && keys[place + 1] === keys[place] ? ends[place + 1] : place + 1;
	}
	return ends;
}
function longestOf(starts) {
	let longest = 0;
	for (let g = 0; g + 1 < starts.length; g++) longest = Math.max(longest, starts[g + 1] - starts[g]);
	return longest;
}
// src/core/metrics/ranking/group-coverage.ts
/** What a metric leaves out. `values`: one per group, NaN where the metric is not defined (`Prepared` of kind `groups`). */
function groupCoverage({ group }, values) {
	const starts = groupStarts(group);
	let groups = 0;
	let droppedGroups = 0;
	let droppedRows = 0;
	for (let code = 0; code < group.count; code++) {
		const size = starts[code + 1] - starts[code];
		if (size === 0) continue;
		groups++;
		if (!Number.isNaN(values[code])) continue;
		droppedGroups++;
		droppedRows += size;
	}
	const rows = group.code.length;
	return {
		groups,
		droppedGroups,
		rows,
		droppedRows,
		coverage: rows === 0 ? 0 : (rows - droppedRows) / rows
	};
}
// src/core/metrics/find-offender.ts
/**
* The first value that is `bad`, with words for where it stands, such as `row 3 (and 7 more of 100)`; or null.
* With several `columns`, values are row-major and a row is bad once.
*/
function findOffender(values, bad, columns = 1) {
	let first = -1;
	let lastRow = -1;
	let count = 0;
	for (let i = 0; i < values.length; i++) {
		if (!bad(values[i])) continue;
		const row = Math.floor(i / columns);
		if (count === 0) first = i;
		if (row !== lastRow) count++;
		lastRow = row;
	}
	if (count === 0) return null;
	const more = count === 1 ? "" : ` (and ${count - 1} more of ${values.length / columns})`;
	const column = columns === 1 ? "" : `, class ${first % columns},`;
	return {
		value: values[first],
		where: `row ${Math.floor(first / columns) + 1}${column}${more}`
	};
}
// src/core/metrics/ranking/id-order.ts
/**
* `order.rows` with every run of equal scores by the id of its items, descending by UTF-8 bytes, as `strcmp` compares them
* (trec_eval's form_res_rels.c); rows of one id keep the order of the input. Ids 9 and 10: 9 goes first.
*/
function rowsByIdDescending({ rows, runEnds }, { code, ids }) {
	const sorted = rows.slice();
	for (let start = 0; start < rows.length; start = runEnds[start]) {
		if (runEnds[start] - start === 1) continue;
		const run = [...rows.subarray(start, runEnds[start])];
		sorted.set(run.sort((a, b) => compareUtf8(ids[code[b]], ids[code[a]])), start);
	}
	return sorted;
}
/** Below 0 where the UTF-8 bytes of `a` come before those of `b`: the order of code points, and not that of `<`. */
function compareUtf8(a, b) {
	const end = Math.min(a.length, b.length);
	for (let i = 0; i < end; i++) {
		const difference = byCodePoint(a.charCodeAt(i)) - byCodePoint(b.charCodeAt(i));
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}
/** Surrogates stand for code points above all that one unit of UTF-16 can hold, but lie below U+E000. */
function byCodePoint(unit) {
	if (unit < 55296) return unit;
	return unit < 57344 ? unit + 8192 : unit - 2048;
}
// src/core/metrics/ranking/ranked-list.ts
/** What becomes of rows with equal scores. */
const TIES = [
	"expected",
	"input",
	"id_desc",
	"worst",
	"best"
];
/**
* Gains in the order of one model's scores. `ties` decides among equal scores: `expected` keeps them as runs, whose
* every order is equally likely; `input` takes the order of the rows, `id_desc` that of the items' ids, descending by bytes, as
* trec_eval does, `worst` the least gain first, `best` the greatest. `id_desc` needs items.
*/
function rankedGains(scores, arm, ties, gain) {
	const order = groupedOrder(scores, arm);
	const gains = gainsInOrder(scores, ties === "id_desc" ? rowsByIdDescending(order, scores.item) : order.rows, gain);
	if (ties === "expected") return {
		order,
		gains,
		runEnds: order.runEnds
	};
	if (ties === "worst" || ties === "best") sortRuns(gains, order.runEnds, ties === "best");
	return {
		order,
		gains,
		runEnds: order.runEnds.map((_, place) => place + 1)
	};
}
function gainsInOrder({ label }, rows, gain) {
	const gains = new Float64Array(rows.length);
	for (let place = 0; place < rows.length; place++) gains[place] = gain(label[rows[place]]);
	return gains;
}
function sortRuns(gains, ends, descending) {
	for (let start = 0; start < gains.length; start = ends[start]) {
		if (ends[start] - start === 1) continue;
		const run = gains.subarray(start, ends[start]).sort();
		if (descending) run.reverse();
	}
}
// src/core/metrics/ranking/per-query.ts
/** What a query without anything relevant counts as: nothing, 0 or 1. */
const EMPTY = {
	skip: NaN,
	zero: 0,
	one: 1
};
/** The fields that metrics over ranked lists share. */
const RANKED = {
	direction: "higher",
	tasks: ["binary", "ranking"],
	needs: "scores",
	grouped: true,
	at: "count",
	defaultAt: null,
	conventions: {
		ties: TIES,
		empty: [
			"skip",
			"zero",
			"one"
		]
	}
};
/** `defaultAt` of metrics that without a cut-off rank the whole list. */
const WHOLE_LIST = Number.POSITIVE_INFINITY;
/** 1 for a relevant row: a grade above 0. */
const RELEVANCE = {
	of: (grade) => grade > 0 ? 1 : 0,
	highest: Number.MAX_VALUE
};
/**
* A metric that is the mean over queries of a value per ranked list, each query weighted by the mean weight of its rows
* (as LightGBM does). `valuing(scores, depth)` gives that value; it sees only lists with something relevant, and `depth`
* is the cut-off or the longest list, whichever is less. What the other lists count as is the convention `empty`.
*
* Undefined without groups, with a grade that is negative or above `gain.highest`, and when no query has a value.
*/
function perQuery(scores, arm, { at, convention }, gain, valuing) {
	if (!isGrouped(scores)) return NO_GROUPS;
	const unfit = checkGrades(scores.label, gain.highest);
	if (unfit !== null) return unfit;
	const { order, gains, runEnds } = rankedGains(scores, arm, convention.ties, gain.of);
	const measure = valuing(scores, Math.min(at ?? WHOLE_LIST, order.longest));
	const ofEmpty = EMPTY[convention.empty];
	return perGroup(scores, queryWeights(scores), "has a row with a grade above 0", (group) => {
		const from = order.starts[group];
		const to = order.starts[group + 1];
		if (from === to) return NaN;
		let relevant = 0;
		for (let place = from; place < to; place++) if (gains[place] > 0) relevant++;
		return relevant === 0 ? ofEmpty : measure({
			gains,
			runEnds,
			from,
			to,
			relevant
		});
	});
}
/** `measure(group)` for every group, NaN where undefined; when that is everywhere, none of the groups `qualifies`. */
function perGroup({ group }, weights, qualifies, measure) {
	const values = new Float64Array(group.count);
	let defined = 0;
	for (let code = 0; code < group.count; code++) {
		const value = measure(code);
		values[code] = value;
		if (!Number.isNaN(value)) defined++;
	}
	if (defined > 0) return {
		kind: "groups",
		values,
		weights
	};
	return {
		kind: "undefined",
		reason: group.count === 0 ? "There are no groups." : `None of the ${group.count} groups ${qualifies}.`
	};
}
function isGrouped(scores) {
	return scores.group !== null;
}
const NO_GROUPS = {
	kind: "undefined",
	reason: "Rows are not grouped; name the column of the user or the query as `group`."
};
/** Why these labels are no grades, or null. */
function checkGrades(label, highest = Number.MAX_VALUE) {
	const bad = (grade) => !(grade >= 0 && grade <= highest);
	let row = 0;
	while (row < label.length && !bad(label[row])) row++;
	const offender = row === label.length ? null : findOffender(label, bad);
	if (offender === null) return null;
	const range = highest === Number.MAX_VALUE ? "0 or more" : `from 0 to ${highest}`;
	return {
		kind: "undefined",
		reason: `The grade in ${offender.where} is ${offender.value}; here grades are ${range}.`
	};
}
/** By group, the mean weight of its rows; 1 where rows have no weights, 0 for a group without rows. */
function queryWeights({ group, weight }) {
	const mean = new Float64Array(group.count);
	if (weight === null) {
		const starts = groupStarts(group);
		return mean.map((_, code) => starts[code + 1] > starts[code] ? 1 : 0);
	}
	const rows = new Uint32Array(group.count);
	for (let row = 0; row < group.code.length; row++) {
		const code = group.code[row];
		rows[code]++;
		mean[code] += (weight[row] - mean[code]) / rows[code];
	}
	return mean;
}
// src/core/metrics/ranking/average-precision.ts
/**
* MAP@k: the mean of Σ_{i≤k} relᵢ·P@i / D over queries (Buckley & Voorhees). D is R, everything relevant (trec_eval, ranx),
* or min(R, k) (LightGBM, XGBoost, RecBole).
* Relevance 1 0 1 by rank: (1 + 2/3)/2 = .8333; at 1 with R .5, with min(R, k) 1.
*/
const map = {
	...RANKED,
	name: "map",
	title: "MAP",
	defaultAt: WHOLE_LIST,
	conventions: {
		D: ["R", "minRk"],
		...RANKED.conventions
	},
	prepare: (scores, arm, options) => {
		const most = options.convention.D === "minRk" ? options.at ?? WHOLE_LIST : WHOLE_LIST;
		return perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedPrecisionSum(list, depth) / Math.min(list.relevant, most));
	}
};
/**
* The expectation of Σ relᵢ·P@i over the orders of tied rows (McSherry & Najork 2008, section 3.3): in a run of t rows, r of
* them relevant, behind b relevant ones, the row at the run's i-th place is relevant with probability r/t, and then
* finds b + (i − 1)(r − 1)/(t − 1) relevant ones above it.
*/
function expectedPrecisionSum({ gains, runEnds, from, to }, depth) {
	const limit = Math.min(to, from + depth);
	let sum = 0;
	let before = 0;
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		let hits = 0;
		for (let place = start; place < end; place++) hits += gains[place];
		if (hits === 0) continue;
		const size = end - start;
		const above = size === 1 ? 0 : (hits - 1) / (size - 1);
		for (let place = start; place < Math.min(end, limit); place++) sum += hits / size * (before + 1 + (place - start) * above) / (place - from + 1);
		before += hits;
	}
	return sum;
}
// src/core/metrics/ranking/bpref.ts
/**
* Binary preference (Buckley & Voorhees 2004): the mean over relevant rows of 1 − min(n, B)/B, n the irrelevant rows above and
* B the lesser of relevant and irrelevant rows of the query (trec_eval, ranx). Every row of a holdout is judged.
* Relevance 0 1 0 0 1 by rank: B = 2, (½ + 0)/2 = .25.
*/
const bpref = {
	...RANKED,
	name: "bpref",
	title: "binary preference",
	at: "none",
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, () => expectedPreference)
};
/** In a run of equal scores with b irrelevant rows, 0, 1 … b of them above a relevant one are equally likely. */
function expectedPreference({ gains, runEnds, from, to, relevant }) {
	const most = Math.min(relevant, to - from - relevant);
	if (most === 0) return 1;
	let kept = 0;
	let above = 0;
	for (let start = from; start < to && above < most; start = runEnds[start]) {
		const end = runEnds[start];
		let hits = 0;
		for (let place = start; place < end; place++) hits += gains[place];
		const misses = end - start - hits;
		const left = most - above;
		const terms = Math.min(misses + 1, left);
		kept += hits * terms * (left - (terms - 1) / 2) / (misses + 1);
		above += misses;
	}
	return kept / (most * relevant);
}
// src/core/metrics/ranking/exposure.ts
/** The fields that metrics over what is shown share. */
const EXPOSED = {
	...RANKED,
	conventions: { ties: ["expected", "input"] },
	items: true
};
/**
* A metric over what one model shows in the first k of each list. `valuing(exposure, scores)` gives its value, NaN where
* undefined, for a resample that holds row r `times[r]` times. Undefined without groups or items.
*/
function overExposure(scores, arm, options, valuing) {
	if (!isGrouped(scores)) return NO_GROUPS;
	if (!hasItems(scores)) return NO_ITEMS;
	if (scores.label.length === 0) return NO_ROWS;
	return {
		kind: "functional",
		value: valuing(exposureOf(scores, arm, options), scores)
	};
}
const NO_ROWS = {
	kind: "undefined",
	reason: "There are no rows."
};
const NO_ITEMS = {
	kind: "undefined",
	reason: "It is not known which item each row shows; name the column of the item as `item`."
};
function hasItems(scores) {
	return scores.item != null && scores.item.count > 0;
}
function exposureOf(scores, arm, { at, convention }) {
	const k = at;
	const expected = convention.ties === "expected";
	const { starts, rows, runEnds } = groupedOrder(scores, arm);
	const row = [];
	const chance = [];
	for (let group = 0; group < scores.group.count; group++) {
		const from = starts[group];
		const limit = Math.min(starts[group + 1], from + k);
		for (let start = from; start < limit; start = runEnds[start]) {
			const end = runEnds[start];
			const shared = expected && end > limit;
			for (let place = start; place < (shared ? end : Math.min(end, limit)); place++) {
				row.push(rows[place]);
				chance.push(shared ? (limit - start) / (end - start) : 1);
			}
		}
	}
	return {
		row: Uint32Array.from(row),
		item: Int32Array.from(row, (r) => scores.item.code[r]),
		chance: Float64Array.from(chance),
		items: scores.item.count,
		weight: scores.weight
	};
}
/** By item, its summed chances of being shown, weighted; `times` as in `Prepared`. */
function exposureByItem({ row, item, chance, items, weight }, times) {
	const shown = new Float64Array(items);
	for (let i = 0; i < row.length; i++) {
		const w = weight === null ? 1 : weight[row[i]];
		shown[item[i]] += chance[i] * w * (times === null ? 1 : times[row[i]]);
	}
	return shown;
}
// src/core/metrics/ranking/catalogue-coverage.ts
/**
* Share of the catalogue, all items that the holdout has, that stands among the first k of at least one list (Ge et al.
* 2010, catalogue coverage). With ties, the expected share: an item is missed with probability Π(1 − chance), lists being
* independent. Row weights do not matter.
* Lists a b | a c of four items a b c d, k 1: 1/4.
*/
const catalogueCoverage = {
	...EXPOSED,
	name: "coverage",
	title: "catalogue coverage",
	prepare: (scores, arm, options) => overExposure(scores, arm, options, ({ row, item, chance, items }) => (times) => {
		const missed = new Float64Array(items).fill(1);
		for (let i = 0; i < row.length; i++) missed[item[i]] *= (1 - chance[i]) ** (times === null ? 1 : times[row[i]]);
		let sum = 0;
		for (const chanceOfMiss of missed) sum += 1 - chanceOfMiss;
		return sum / items;
	})
};
// src/core/metrics/ranking/expected-sum.ts
/**
* Σ gain · `byRank[rank − 1]` over the first `depth` ranks, in expectation over the orders of tied rows: each run
* contributes its mean gain times the sum of its weights (McSherry & Najork 2008, section 3). `byRank` must reach as far
* as the list or the depth, whichever is shorter.
*
* Gains 0 and 3 tied for the first place, weights 1 and .5: 1.5 · 1.5 = 2.25; to depth 1: 1.5.
*/
function expectedSum(list, byRank, depth) {
	const { gains, runEnds, from } = list;
	const limit = Math.min(list.to, from + depth);
	let sum = 0;
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		if (end === start + 1) {
			sum += gains[start] * byRank[start - from];
			continue;
		}
		let gain = 0;
		for (let place = start; place < end; place++) gain += gains[place];
		if (gain === 0) continue;
		let weight = 0;
		for (let place = start; place < Math.min(end, limit); place++) weight += byRank[place - from];
		sum += gain / (end - start) * weight;
	}
	return sum;
}
/** `weight(rank)` for ranks 1 … `length`. */
function weightsByRank(length, weight) {
	return Float64Array.from({ length }, (_, index) => weight(index + 1));
}
// src/core/metrics/ranking/sorted-grades.ts
/** Both models have the same ideal. */
const KNOWN = /* @__PURE__ */ new WeakMap();
/**
* The grades of each group, descending, at the places of `groupedOrder`: the ideal ranking. Kept.
* Groups 0 1 0, grades 2 1 3: 3 2 1.
*/
function sortedGrades(scores) {
	const grades = KNOWN.get(scores) ?? sortGrades(scores);
	KNOWN.set(scores, grades);
	return grades;
}
function sortGrades(scores) {
	const { label, group } = scores;
	const { starts, rows } = groupedOrder(scores, "candidate");
	const grades = new Float64Array(label.length);
	for (let place = 0; place < grades.length; place++) grades[place] = label[rows[place]];
	for (let g = 0; g < group.count; g++) sortDescending(grades, starts[g], starts[g + 1]);
	return grades;
}
// src/core/metrics/ranking/dcg.ts
const GAINS = {
	linear: {
		of: (grade) => grade,
		highest: Number.MAX_VALUE
	},
	exp2: {
		of: (grade) => 2 ** grade - 1,
		highest: 31
	}
};
/**
* DCG@k = Σ_{i≤k} gain(gᵢ)/log₂(i + 1). Gain linear: Järvelin & Kekäläinen 2002 (trec_eval, scikit-learn); exp2, 2^g − 1:
* Burges et al. 2005 (LightGBM, XGBoost). Tied scores: the mean over their orders, as scikit-learn.
* Grades 3 0 2 0 1 0 by rank: DCG@3 = 3 + 2/2 = 4.
*/
const dcg = {
	...RANKED,
	name: "dcg",
	title: "DCG",
	defaultAt: WHOLE_LIST,
	conventions: {
		gain: ["linear", "exp2"],
		ties: TIES,
		empty: ["skip", "zero"]
	},
	prepare: (scores, arm, options) => discounted(scores, arm, options, () => () => 1)
};
/**
* nDCG@k: DCG@k over that of the ideal order, which takes the k best grades of the query.
* Grades 3 0 2 0 1 0 with scores .5 .4 .9 .1 .3 .8: nDCG@5 = .8162468467211518, with exp2 .7332063582049066.
*/
const ndcg = {
	...RANKED,
	name: "ndcg",
	title: "nDCG",
	defaultAt: WHOLE_LIST,
	conventions: {
		gain: ["linear", "exp2"],
		...RANKED.conventions
	},
	prepare: (scores, arm, options) => discounted(scores, arm, options, idealDcg)
};
const idealDcg = (scores, gain, discounts) => {
	const grades = sortedGrades(scores);
	return (from, to) => {
		const depth = Math.min(to - from, discounts.length);
		let sum = 0;
		for (let i = 0; i < depth; i++) sum += gain.of(grades[from + i]) * discounts[i];
		return sum;
	};
};
function discounted(scores, arm, options, norm) {
	const gain = GAINS[options.convention.gain];
	return perQuery(scores, arm, options, gain, (grouped, depth) => {
		const discounts = weightsByRank(depth, (rank) => 1 / Math.log2(rank + 1));
		const normOf = norm(grouped, gain, discounts);
		return (list) => expectedSum(list, discounts, depth) / normOf(list.from, list.to);
	});
}
// src/core/metrics/ranking/err.ts
/**
* Expected reciprocal rank ERR@k = Σ_{i≤k} (1/i)·Πⱼ<ᵢ(1 − Rⱼ)·Rᵢ, R = (2^g − 1)/2^gmax, the chance that a reader stops at a
* row (Chapelle et al. 2009). `gmax` is the highest grade of the scale, 4 as in gdeval; a higher grade leaves it undefined.
* Grades 2 0 1 by rank, gmax 2: R = .75 0 .25, ERR@3 = .75 + .25·.25/3 = .7708.
*/
const err = {
	...RANKED,
	name: "err",
	title: "ERR",
	conventions: {
		gmax: [
			"4",
			"1",
			"2",
			"3",
			"5",
			"6",
			"7",
			"8",
			"9",
			"10"
		],
		...RANKED.conventions
	},
	prepare: (scores, arm, options) => {
		const highest = Number(options.convention.gmax);
		return perQuery(scores, arm, options, {
			of: (grade) => (2 ** grade - 1) / 2 ** highest,
			highest
		}, (_, depth) => (list) => expectedErr(list, depth));
	}
};
/**
* In expectation over the orders of tied rows. With q(s) the mean over all s-subsets of a run of Π(1 − R), a reader who
* arrives at the run stops at its i-th place with probability q(i − 1) − q(i). Linear but for ties: a run of t rows costs
* t times its rows before the cut.
*/
function expectedErr({ gains, runEnds, from, to }, depth) {
	const limit = Math.min(to, from + depth);
	let sum = 0;
	let arrives = 1;
	for (let start = from; start < limit && arrives > 0; start = runEnds[start]) {
		const end = Math.min(runEnds[start], limit);
		const goesOn = meanProducts(gains.subarray(start, runEnds[start]), end - start);
		for (let i = 1; i < goesOn.length; i++) sum += arrives * (goesOn[i - 1] - goesOn[i]) / (start - from + i);
		arrives *= goesOn[end - start];
	}
	return sum;
}
/**
* q(0) … q(most): q(s) the mean of Π(1 − R) over all s-subsets of `stops`. Row by row: of the s-subsets of n + 1 rows, a share
* of s/(n + 1) holds the last one. All terms are positive, so that nothing cancels.
*/
function meanProducts(stops, most) {
	const q = new Float64Array(most + 1);
	q[0] = 1;
	for (let n = 0; n < stops.length; n++) for (let s = Math.min(n + 1, most); s > 0; s--) {
		const share = s / (n + 1);
		q[s] = (1 - share) * q[s] + share * (1 - stops[n]) * q[s - 1];
	}
	return q;
}
// src/core/metrics/ranking/exposure-entropy.ts
/**
* Shannon entropy, in bits, of what stands among the first k: −Σ p·log₂ p, p an item's share of all places. 0 when one item has
* them all, log₂ n when n items share them equally. RecBole's `shannonentropy` is this in nats, over the number of items that are shown.
* Exposures 2 1 1 0: 1.5.
*/
const exposureEntropy = {
	...EXPOSED,
	name: "exposure_entropy",
	title: "entropy of exposure",
	prepare: (scores, arm, options) => overExposure(scores, arm, options, (exposure) => (times) => entropy(exposureByItem(exposure, times)))
};
function entropy(values) {
	const total = values.reduce((sum, value) => sum + value, 0);
	if (total === 0) return NaN;
	let bits = 0;
	for (const value of values) if (value > 0) bits -= value / total * Math.log2(value / total);
	return bits;
}
// src/core/metrics/ranking/exposure-gini.ts
/**
* Gini index of how often the items of the catalogue stand among the first k: 0 when all are shown equally often, 1 − 1/n when
* only one of n is. Σᵢ(2i − n − 1)xᵢ / (n·Σx), x ascending (RecBole's `giniindex`). Items that are never shown count.
* A call also sorts the items.
* Exposures 3 1 0 0: (1 · 1 + 3 · 3)/(4 · 4) = .625.
*/
const exposureGini = {
	...EXPOSED,
	name: "exposure_gini",
	title: "Gini index of exposure",
	direction: "lower",
	prepare: (scores, arm, options) => overExposure(scores, arm, options, (exposure) => (times) => gini(exposureByItem(exposure, times)))
};
function gini(values) {
	const n = values.length;
	let moment = 0;
	let total = 0;
	values.sort().forEach((value, index) => {
		moment += (2 * (index + 1) - n - 1) * value;
		total += value;
	});
	return moment / (n * total);
}
// src/core/metrics/ranking/gauc.ts
/** By the convention `weight`: what a group weighs, from the weights of its positive and its negative rows. */
const WEIGHTS = {
	impressions: (positive, negative) => positive + negative,
	positives: (positive) => positive,
	uniform: (positive, negative) => positive + negative > 0 ? 1 : 0
};
/**
* Grouped AUC Σ w_g·AUC_g / Σ w_g over the groups that have both classes; positive is a label above 0, tied scores count
* half, and row weights weigh pairs. A group's weight is its impressions (Zhou et al. 2018, DIN), its positives (RecBole) or 1
* (the evaluation of MIND).
* Labels 1 0 | 1 1 0, scores .9 .1 | .2 .3 .2: AUCs 1 and .75; impressions (2·1 + 3·.75)/5 = .85.
*/
const gauc = {
	...RANKED,
	name: "gauc",
	title: "GAUC",
	at: "none",
	conventions: { weight: [
		"impressions",
		"positives",
		"uniform"
	] },
	prepare(scores, arm, { convention }) {
		if (!isGrouped(scores)) return NO_GROUPS;
		const unfit = checkGrades(scores.label);
		if (unfit !== null) return unfit;
		const weightOf = WEIGHTS[convention.weight];
		const weights = new Float64Array(scores.group.count);
		const pairsOf = pairCounter(scores, groupedOrder(scores, arm));
		return perGroup(scores, weights, "has rows of both classes", (group) => {
			const { right, positive, negative } = pairsOf(group);
			weights[group] = weightOf(positive, negative);
			return positive > 0 && negative > 0 ? right / (positive * negative) : NaN;
		});
	}
};
function pairCounter({ label, weight }, { starts, rows, runEnds }) {
	const positiveRow = new Uint8Array(label.length);
	for (let row = 0; row < label.length; row++) positiveRow[row] = label[row] > 0 ? 1 : 0;
	return (group) => {
		const to = starts[group + 1];
		let right = 0;
		let positive = 0;
		let negative = 0;
		for (let place = starts[group]; place < to;) {
			const end = runEnds[place];
			let positiveHere = 0;
			let negativeHere = 0;
			for (; place < end; place++) {
				const row = rows[place];
				const w = weight === null ? 1 : weight[row];
				if (positiveRow[row] === 1) positiveHere += w;
				else negativeHere += w;
			}
			right += negativeHere * (positive + positiveHere / 2);
			positive += positiveHere;
			negative += negativeHere;
		}
		return {
			right,
			positive,
			negative
		};
	};
}
// src/core/metrics/ranking/expected-first.ts
/**
* `worth(rank)` of the first relevant row, in expectation over the orders of tied rows; 0 when none is among the first `depth`.
*
* Only the run of the first relevant row counts. Of its t rows, r relevant, the first relevant one stands at place j with
* probability (r/(t − j + 1))·Π_{i<j} (1 − r/(t − i + 1)) (McSherry & Najork 2008, section 3.4).
* Relevance 0 0 1 1 by rank, worth 1/rank: 1/3; tied: (1/2)·1 + (1/3)·(1/2) + (1/6)·(1/3) = .7222.
*/
function expectedFirst({ gains, runEnds, from, to }, depth, worth) {
	const limit = Math.min(to, from + depth);
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		let hits = 0;
		for (let place = start; place < end; place++) hits += gains[place];
		if (hits === 0) continue;
		let sum = 0;
		let noneYet = 1;
		for (let place = start; place < Math.min(end, limit) && noneYet > 0; place++) {
			const chance = hits / (end - place);
			sum += noneYet * chance * worth(place - from + 1);
			noneYet *= 1 - chance;
		}
		return sum;
	}
	return 0;
}
// src/core/metrics/ranking/hits.ts
/**
* P@k: relevant rows among the first k, over k, also where the list is shorter (trec_eval, ranx).
* Relevance 1 0 1 by rank: P@2 = .5, P@5 = .4.
*/
const precisionAt = {
	...RANKED,
	name: "precision",
	title: "precision",
	tasks: ["ranking"],
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, () => (list) => expectedHits(list, options.at) / options.at)
};
/** Relevant rows among the first k, over all relevant ones of the query. Relevance 1 0 1 by rank: .5 at 1 and at 2. */
const recallAt = {
	...RANKED,
	name: "recall",
	title: "recall",
	tasks: ["ranking"],
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedHits(list, depth) / list.relevant)
};
/** Share of queries with something relevant among the first k (trec_eval's `success`). */
const hit = {
	...RANKED,
	name: "hit",
	title: "hit rate",
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedFirst(list, depth, () => 1))
};
/** R-precision: precision at R, the number of relevant rows of the query (trec_eval's `Rprec`). */
const rPrecision = {
	...RANKED,
	name: "r_prec",
	title: "R-precision",
	at: "none",
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, () => (list) => expectedHits(list, list.relevant) / list.relevant)
};
/** Relevant rows among the first `depth`; a run that straddles the cut gives its share. */
function expectedHits({ gains, runEnds, from, to }, depth) {
	const limit = Math.min(to, from + depth);
	let sum = 0;
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		let hits = 0;
		for (let place = start; place < end; place++) hits += gains[place];
		sum += end <= limit ? hits : hits * (limit - start) / (end - start);
	}
	return sum;
}
// src/core/metrics/ranking/novelty.ts
/**
* Mean self-information, in bits, of what stands among the first k: −log₂ of an item's share of the holdout's rows, weighted
* (Zhou et al. 2010; Vargas & Castells 2011). The popularity is that of the whole holdout, in resamples too.
* An item on half of the rows is worth 1 bit, one on an eighth 3.
*/
const novelty = {
	...EXPOSED,
	name: "novelty",
	title: "novelty",
	prepare: (scores, arm, options) => overExposure(scores, arm, options, (exposure, known) => {
		const bits = selfInformation(known);
		return (times) => {
			let sum = 0;
			let total = 0;
			exposureByItem(exposure, times).forEach((shown, item) => {
				if (shown === 0) return;
				sum += shown * bits[item];
				total += shown;
			});
			return sum / total;
		};
	})
};
function selfInformation({ item, weight }) {
	const rows = new Float64Array(item.count);
	let total = 0;
	for (let row = 0; row < item.code.length; row++) {
		const w = weight === null ? 1 : weight[row];
		rows[item.code[row]] += w;
		total += w;
	}
	return rows.map((count) => -Math.log2(count / total));
}
// src/core/metrics/ranking/inversions.ts
/**
* The number of pairs i < j with `values[i] > values[j]`, by merge sort (Knight 1966). Sorts `values` ascending on the way.
* O(n log n); exact below 2⁵³, that is up to 134 million values. 3 1 2 has 2.
*/
function sortCountingInversions(values) {
	const n = values.length;
	let from = values;
	let to = new Float64Array(n);
	let count = 0;
	for (let width = 1; width < n; width *= 2) {
		for (let start = 0; start < n; start += 2 * width) {
			const middle = Math.min(start + width, n);
			const end = Math.min(start + 2 * width, n);
			let left = start;
			let right = middle;
			for (let place = start; place < end; place++) if (left < middle && (right === end || from[left] <= from[right])) to[place] = from[left++];
			else {
				count += middle - left;
				to[place] = from[right++];
			}
		}
		[from, to] = [to, from];
	}
	if (from !== values) values.set(from);
	return count;
}
/** n(n − 1)/2: the pairs among n things. */
function pairs(n) {
	return n * (n - 1) / 2;
}
/** Pairs of equal neighbours' runs: Σ t(t − 1)/2 over runs of t equal values. `values` sorted. */
function tiedPairs(values) {
	let count = 0;
	for (let start = 0, end = 0; start < values.length; start = end) {
		while (end < values.length && values[end] === values[start]) end++;
		count += pairs(end - start);
	}
	return count;
}
// src/core/metrics/ranking/pairwise-accuracy.ts
/**
* Ordered-pair accuracy: of the pairs of a query whose grades differ, the share that the scores put in the right order, ties
* counting half; the mean over queries that have such a pair (TF-Ranking's OPA). With grades 0 and 1 it is the query's AUC.
* Grades 2 1 0, scores .5 .9 .5: pairs wrong, tied, right: .5.
*/
const pairwiseAccuracy = {
	...RANKED,
	name: "pairwise_acc",
	title: "pairwise accuracy",
	at: "none",
	conventions: {},
	prepare(scores, arm) {
		if (!isGrouped(scores)) return NO_GROUPS;
		const unfit = checkGrades(scores.label);
		if (unfit !== null) return unfit;
		const { starts, rows, runEnds } = groupedOrder(scores, arm);
		return perGroup(scores, queryWeights(scores), "has two rows of different grades", (group) => {
			const from = starts[group];
			const to = starts[group + 1];
			const grades = new Float64Array(to - from);
			let tied = 0;
			for (let start = from; start < to; start = runEnds[start]) {
				const end = runEnds[start];
				for (let place = start; place < end; place++) grades[to - 1 - place] = scores.label[rows[place]];
				if (end - start === 1) continue;
				tied += pairs(end - start) - tiedPairs(grades.subarray(to - end, to - start).sort());
			}
			const wrong = sortCountingInversions(grades);
			const comparable = pairs(grades.length) - tiedPairs(grades);
			return comparable === 0 ? NaN : (comparable - wrong - tied / 2) / comparable;
		});
	}
};
// src/core/metrics/ranking/rbp.ts
/**
* Rank-biased precision (1 − p)·Σ relᵢ·p^(i−1) (Moffat & Zobel 2008); p, the chance that a reader goes on to the next row, is
* the number behind `@`. A list has an end, and so even the best value is 1 − p^R.
* Relevance 1 0 1 by rank, p .9: .1 · (1 + .81) = .181.
*/
const rbp = {
	...RANKED,
	name: "rbp",
	title: "rank-biased precision",
	at: "fraction",
	defaultAt: .9,
	prepare: (scores, arm, options) => {
		const p = options.at;
		if (p === 1) return NEVER_STOPS;
		return perQuery(scores, arm, {
			...options,
			at: null
		}, RELEVANCE, (_, depth) => {
			const patience = weightsByRank(depth, (rank) => (1 - p) * p ** (rank - 1));
			return (list) => expectedSum(list, patience, depth);
		});
	}
};
const NEVER_STOPS = {
	kind: "undefined",
	reason: "A reader who goes on with probability 1 gives no rank any weight; write `rbp@` with a number below 1."
};
// src/core/metrics/ranking/index.ts
const RANKING_METRICS = [
	gauc,
	ndcg,
	dcg,
	map,
	{
		...RANKED,
		name: "mrr",
		title: "MRR",
		defaultAt: WHOLE_LIST,
		prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedFirst(list, depth, (rank) => 1 / rank))
	},
	{
		...RANKED,
		name: "mind_mrr",
		title: "MRR as in MIND",
		at: "none",
		prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, (_, depth) => {
			const reciprocals = weightsByRank(depth, (rank) => 1 / rank);
			return (list) => expectedSum(list, reciprocals, depth) / list.relevant;
		})
	},
	precisionAt,
	recallAt,
	hit,
	rPrecision,
	bpref,
	rbp,
	err,
	pairwiseAccuracy,
	catalogueCoverage,
	exposureGini,
	exposureEntropy,
	novelty
];
// src/core/metrics/regression/errors.ts
/** How far predictions of a number, such as watch time or order value, are off. */
const REGRESSION = {
	direction: "lower",
	tasks: ["regression"],
	needs: "scores",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {}
};
/** Root of the mean squared error. */
const rmse = {
	...REGRESSION,
	name: "rmse",
	title: "RMSE",
	prepare(scores, arm) {
		const score = scoresOf(scores, arm);
		return ofMeans(scores, [scores.label.map((truth, row) => (score[row] - truth) ** 2)], Math.sqrt, "No row has weight.");
	}
};
/** Mean absolute error. */
const mae = {
	...REGRESSION,
	name: "mae",
	title: "MAE",
	prepare(scores, arm) {
		const score = scoresOf(scores, arm);
		return rowMean(scores.label.map((truth, row) => Math.abs(score[row] - truth)));
	}
};
/**
* Mean absolute error relative to the label, a fraction. A label of 0 makes it undefined, or with `zero=eps`
* is taken as 2.2e-16, as scikit-learn does.
*/
const mape = {
	...REGRESSION,
	name: "mape",
	title: "MAPE",
	conventions: { zero: ["undefined", "eps"] },
	prepare(scores, arm, { convention }) {
		const { label } = scores;
		if (convention.zero === "undefined" && label.includes(0)) return {
			kind: "undefined",
			reason: `${label.reduce((count, truth) => truth === 0 ? count + 1 : count, 0)} of ${label.length} rows have label 0; an error relative to 0 has no size.`
		};
		const score = scoresOf(scores, arm);
		return rowMean(label.map((truth, row) => Math.abs(score[row] - truth) / Math.max(Math.abs(truth), Number.EPSILON)));
	}
};
/** 1 − Σw(y − p)²/Σw(y − ȳ)². Undefined when all labels are the same. */
const r2 = {
	...REGRESSION,
	name: "r2",
	title: "R²",
	direction: "higher",
	prepare(scores, arm) {
		const { label } = scores;
		const score = scoresOf(scores, arm);
		const squares = label.map((truth, row) => (score[row] - truth) ** 2);
		const centre = label.reduce((sum, truth) => sum + truth, 0) / label.length;
		const deviation = label.map((truth) => truth - centre);
		const explained = (error, mean, square) => {
			const spread = square - mean ** 2;
			return spread > ROUNDING * square ? 1 - error / spread : NaN;
		};
		const reason = `Every row has label ${label[0]}, so that there is nothing to explain.`;
		return ofMeans(scores, [
			squares,
			deviation,
			deviation.map((one) => one ** 2)
		], explained, reason);
	}
};
/** A variance this small beside the mean square is that of equal values. */
const ROUNDING = 1e-12;
// src/core/metrics/score-levels.ts
/** Scores .5 .1 .5: levels .1 and .5, rows 1 0 1. No NaN; −0 is 0. */
function scoreLevels(scores) {
	const order = argsort(scores);
	const of = new Uint32Array(scores.length);
	const distinct = new Float64Array(scores.length);
	let count = 0;
	for (const row of order) {
		const value = scores[row];
		if (count === 0 || distinct[count - 1] !== value) distinct[count++] = value;
		of[row] = count - 1;
	}
	return {
		score: distinct.slice(0, count),
		of
	};
}
// src/core/metrics/regression/xauc.ts
/**
* Share of the pairs of rows with different labels whose scores are in the same order, equal scores counting half; a
* pair weighs the product of its weights. AUC for labels that are numbers, such as watch time; for labels 0 and 1 it
* is AUC. Undefined when all labels are the same. Labels 1 2 3, scores 5 9 7: 0.6666666666666666.
*
* O(n log n): rows enter by label, and a Fenwick tree over the scores tells the weight below each.
*/
const xauc = {
	...REGRESSION,
	name: "xauc",
	title: "xAUC",
	direction: "higher",
	conventions: { ties: ["half"] },
	prepare(scores, arm) {
		const { label } = scores;
		const order = argsort(label);
		const { score: levels, of } = scoreLevels(scoresOf(scores, arm));
		const share = (weight) => concordance(label, order, of, levels.length, weight);
		return functional(scores, share, `Every row has label ${label[0]}; xAUC needs pairs that differ.`);
	}
};
function concordance(label, order, level, levels, weight) {
	const tree = new Float64Array(levels + 1);
	const at = new Float64Array(levels);
	let [entered, won, pairs] = [
		0,
		0,
		0
	];
	for (let start = 0, end = 0; start < order.length; start = end) {
		const value = label[order[start]];
		let fresh = 0;
		for (; end < order.length && label[order[end]] === value; end++) {
			const row = order[end];
			const w = weight === null ? 1 : weight[row];
			if (w === 0) continue;
			won += w * (weightBelow(tree, level[row]) + at[level[row]] / 2);
			fresh += w;
		}
		pairs += fresh * entered;
		entered += fresh;
		for (let i = start; i < end; i++) {
			const row = order[i];
			const w = weight === null ? 1 : weight[row];
			if (w === 0) continue;
			at[level[row]] += w;
			for (let node = level[row] + 1; node <= levels; node += node & -node) tree[node] += w;
		}
	}
	return won / pairs;
}
/** Sum over the levels before `level`. */
function weightBelow(tree, level) {
	let sum = 0;
	for (let node = level; node > 0; node -= node & -node) sum += tree[node];
	return sum;
}
// src/core/metrics/regression/index.ts
const REGRESSION_METRICS = [
	rmse,
	mae,
	mape,
	r2,
	xauc
];
// src/core/scoring/range.ts
/** Whether scores are what metrics will take them for, looked at while they are made. */
/** Classes of a row may miss 1 by this: float16 rounds five of them by some 0.001. */
const SUM_TOLERANCE = .01;
/** `whose`: such as `The candidate`. */
function watchRange(whose, output, scale) {
	const broken = {
		rows: 0,
		first: ""
	};
	const outside = {
		rows: 0,
		first: ""
	};
	let width = 1;
	const checked = scale.probabilities && output.activation === "none";
	const note = (seen, words) => {
		if (seen.rows++ === 0) seen.first = words();
	};
	return {
		see(scores, classes, first) {
			width = classes;
			if (classes === 1 && sound(scores, checked)) return;
			for (let at = 0, row = first + 1; at < scores.length; at += classes, row++) {
				let sum = 0;
				let inside = true;
				for (let i = at; i < at + classes; i++) {
					sum += scores[i];
					inside &&= scores[i] >= 0 && scores[i] <= 1;
				}
				if (!Number.isFinite(sum)) note(broken, () => `row ${row}`);
				else if (!inside && checked) {
					const value = scores.subarray(at, at + classes).find((score) => score < 0 || score > 1);
					note(outside, () => `${whose}'s score in row ${row} is ${value}`);
				} else if (classes > 1 && checked && Math.abs(sum - 1) > .01) note(outside, () => `${whose}'s scores in row ${row} add up to ${sum}`);
			}
			if (outside.rows > 0 && scale.neededBy.length > 0) throw noProbabilities(outside, classes, scale);
		},
		notes() {
			const rows = ({ rows }) => rows === 1 ? "1 row" : `${rows} rows`;
			return [...broken.rows === 0 ? [] : [`${whose}'s scores are NaN or infinite in ${rows(broken)}, first in ${broken.first}.`], ...outside.rows === 0 ? [] : [`${outside.first}, and ${rows(outside)} in all hold no probabilities. ${logits(width)}.`]];
		}
	};
}
/** Whether there is nothing to tell: all are finite, and probabilities where these are wanted. */
function sound(scores, checked) {
	let low = 0;
	let high = 1;
	let odd = 0;
	for (let i = 0; i < scores.length; i++) {
		const score = scores[i];
		odd += score * 0;
		if (score < low) low = score;
		if (score > high) high = score;
	}
	return odd === 0 && (!checked || low === 0 && high === 1);
}
function noProbabilities({ first }, classes, { neededBy }) {
	const need = neededBy.length === 1 ? "needs" : "need";
	const sums = classes > 1 ? " that add up to 1" : "";
	return fault("score-invalid", `${first}, but ${neededBy.join(" and ")} ${need} probabilities from 0 to 1${sums}.`, { fix: `${logits(classes)}; ${classes > 1 ? "`accuracy` takes any scores" : "`auc` takes any score"}.` });
}
const logits = (classes) => `If the model gives logits, write \`output: { activation: ${classes > 1 ? "softmax" : "sigmoid"} }\``;
// src/core/metrics/requirements.ts
/** `score-invalid`, `group-invalid` and `column-missing`, once each, with the metrics that mind. */
function checkRequirements(wanted, scores) {
	const probable = wanted.filter(({ definition }) => definition.needs === "probabilities");
	const grouped = wanted.filter(({ definition }) => definition.grouped);
	const itemised = wanted.filter(({ definition, options }) => definition.items || options.convention.ties === "id_desc");
	return [
		...probable.length > 0 ? checkProbabilities(namesOf(probable), scores) : [],
		...grouped.length > 0 && scores.group === null ? [noGroups(namesOf(grouped))] : [],
		...itemised.length > 0 && scores.item == null ? [noItems(namesOf(itemised))] : []
	];
}
function namesOf(wanted) {
	return {
		words: wanted.map(({ id }) => id).join(" and "),
		need: wanted.length === 1 ? "needs" : "need"
	};
}
function checkProbabilities({ words, need }, { classes = 1, candidate, baseline }) {
	const faults = [];
	for (const [model, values] of [["candidate", candidate], ["baseline", baseline]]) {
		if (values === null) continue;
		const outside = (score) => Number.isFinite(score) && (score < 0 || score > 1);
		const offender = findOffender(values, outside, classes);
		if (offender !== null) {
			faults.push({
				code: "score-invalid",
				message: `The ${model}'s score in ${offender.where} is ${offender.value}, but ${words} ${need} probabilities from 0 to 1.`,
				fix: classes > 1 ? "If the model gives logits, write `output: { activation: softmax }`; `accuracy` takes any scores." : "If the model gives logits, write `output: { activation: sigmoid }`; `auc` takes any score."
			});
			continue;
		}
		const uneven = classes > 1 ? findOffender(rowSums(values, classes), (sum) => Math.abs(sum - 1) > SUM_TOLERANCE) : null;
		if (uneven === null) continue;
		faults.push({
			code: "score-invalid",
			message: `The ${model}'s scores in ${uneven.where} add up to ${uneven.value}, but ${words} ${need} probabilities, which add up to 1.`,
			fix: "Name the output with the probabilities, or write `output: { activation: softmax }`."
		});
	}
	return faults;
}
function rowSums(values, classes) {
	const sums = new Float64Array(values.length / classes);
	for (let i = 0; i < values.length; i++) sums[Math.floor(i / classes)] += values[i];
	return sums;
}
function noGroups({ words, need }) {
	return {
		code: "group-invalid",
		message: `${words} ${need} rows in groups, and there is no group column.`,
		fix: "Name it: `holdout: { group: query_id }`, or a user or session."
	};
}
function noItems({ words, need }) {
	return {
		code: "column-missing",
		message: `${words} ${need} the id of the item in each row, and there is no item column.`,
		fix: "Name it: `holdout: { item: item_id }`, or `--item item_id`."
	};
}
// src/core/metrics/table.ts
const METRICS = [
	...BINARY_METRICS,
	...RANKING_METRICS,
	...MULTICLASS_METRICS,
	...REGRESSION_METRICS
];
namesOf$1(METRICS);
/** Reads `ndcg@10[gain=exp2]` for a task; code `metric-unknown` with every fault in it. */
function parseMetricId(id, task = "binary") {
	return readMetricId(id, task, METRICS);
}
/**
* Every reason not to compute these metrics on these scores: ids that the table does not have (`metric-unknown`),
* scores outside [0, 1] where probabilities are needed (`score-invalid`), rows without groups (`group-invalid`) or items
* (`column-missing`) where those are.
*/
function checkMetrics(ids, scores, task = "binary") {
	const faults = [];
	const known = [];
	for (const id of ids) {
		const parsed = parseMetricId(id, task);
		if (parsed.ok) known.push({
			...parsed.metric,
			id
		});
		else faults.push(...parsed.faults);
	}
	return [...faults, ...checkRequirements(known, scores)];
}
/** Those that are undefined for scores that are no probabilities. */
function probabilityMetrics(ids, task) {
	return ids.filter((id) => {
		const parsed = parseMetricId(id, task);
		return parsed.ok && parsed.metric.definition.needs === "probabilities";
	});
}
const USUAL = {
	task: "binary",
	seed: 1,
	resamples: 1e3
};
/**
* One metric of one set of rows that has passed `checkScores`. Rows of zero weight drop out and are counted.
* Throws what `checkMetrics` finds.
*/
function evaluateMetric(id, scores, confidence, judging = {}) {
	const { task, ...resampling } = {
		...USUAL,
		...judging
	};
	throwFaults(checkMetrics([id], scores, task));
	const parsed = parseMetricId(id, task);
	if (!parsed.ok) throw new Error("unreachable: a refused id has faults");
	const { definition, options, convention } = parsed.metric;
	const used = withPositiveWeights(scores);
	const candidate = definition.prepare(used, "candidate", options);
	const baseline = used.baseline === null ? null : definition.prepare(used, "baseline", options);
	return {
		metric: id,
		convention,
		direction: typeof definition.direction === "object" ? "lower" : definition.direction,
		slice: null,
		n: used.label.length,
		...infer(definition, candidate, baseline, used, {
			confidence,
			...resampling
		}),
		...countsOf(candidate, baseline, scores, used)
	};
}
/** What does not count, and what is clipped. `used` are the rows with weight. */
function countsOf(candidate, baseline, scores, used) {
	const weightless = {
		rows: scores.label.length - used.label.length,
		groups: (scores.group?.count ?? 0) - (used.group?.count ?? 0)
	};
	const clipped = {
		candidate: clippedIn(candidate) ?? 0,
		baseline: clippedIn(baseline)
	};
	const told = clipped.candidate > 0 || (clipped.baseline ?? 0) > 0 ? { clipped } : {};
	if (candidate.kind !== "groups" || used.group === null) return {
		dropped: weightless,
		...told
	};
	const { droppedRows, droppedGroups, coverage } = groupCoverage({ group: used.group }, candidate.values);
	return {
		dropped: {
			rows: weightless.rows + droppedRows,
			groups: weightless.groups + droppedGroups
		},
		coverage,
		...told
	};
}
function clippedIn(prepared) {
	if (prepared === null) return null;
	return prepared.kind === "rows" || prepared.kind === "functional" ? prepared.clipped ?? 0 : 0;
}
// src/core/scoring/subset.ts
/** These rows alone, in the order given; groups and items are renumbered. */
function subsetOf(scores, rows) {
	const { classes } = scores;
	const pick = (values) => {
		const picked = new Float64Array(rows.length);
		for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]];
		return picked;
	};
	const pickLines = (values) => {
		if (classes === void 0 || classes === 1) return pick(values);
		const picked = new Float64Array(rows.length * classes);
		for (let i = 0; i < rows.length; i++) {
			const from = rows[i] * classes;
			picked.set(values.subarray(from, from + classes), i * classes);
		}
		return picked;
	};
	return {
		...classes !== void 0 && { classes },
		label: pick(scores.label),
		candidate: pickLines(scores.candidate),
		baseline: scores.baseline && pickLines(scores.baseline),
		weight: scores.weight && pick(scores.weight),
		group: scores.group && recode(scores.group, rows),
		...scores.item && { item: recodeItems(scores.item, rows) }
	};
}
function recode({ code, count }, rows) {
	const dense = new Int32Array(count).fill(-1);
	const picked = new Int32Array(rows.length);
	let known = 0;
	for (let i = 0; i < rows.length; i++) {
		const old = code[rows[i]];
		if (dense[old] === -1) dense[old] = known++;
		picked[i] = dense[old];
	}
	return {
		code: picked,
		count: known
	};
}
function recodeItems(item, rows) {
	const recoded = recode(item, rows);
	const ids = new Array(recoded.count);
	for (let i = 0; i < rows.length; i++) ids[recoded.code[i]] = item.ids[item.code[rows[i]]];
	return {
		...recoded,
		ids
	};
}
/** Subsets of which no two share a row: they take the order of their scores from the whole, instead of sorting again. */
function subsetsOf(scores, parts) {
	const subsets = parts.map(({ rows }) => subsetOf(scores, rows));
	noteDivision({
		whole: scores,
		parts: parts.map(({ rows }) => rows),
		subsets
	});
	return subsets;
}
// src/core/scoring/measure-slices.ts
/** Every metric in every slice of one entry. The rows of that entry are held twice meanwhile. */
function measureEntry({ scores, entries, metrics, task, confidence }, entry) {
	const slices = entries[entry];
	const subsets = subsetsOf(scores, slices);
	return slices.flatMap(({ id }, i) => metrics.map((metric) => ({
		...evaluateMetric(metric, subsets[i], confidence, { task }),
		slice: id
	})));
}
/** All in this thread. */
const measureHere = (job) => async () => job.entries.map((_, entry) => measureEntry(job, entry));
export { placements as A, percentile as C, normalQuantile as D, studentSurvival as E, oneClass as F, sumByPart as I, epsilonOf as M, sortedRows as N, mcnemar as O, argsort as P, EITHER_SIDE as S, studentQuantile as T, proportionInterval as _, evaluateMetric as a, undefinedBecause as b, watchRange as c, tiedPairs as d, isGrouped as f, withPositiveWeights as g, groupedOrder as h, checkMetrics as i, divide as j, classWeights as k, pairs as l, findOffender as m, measureHere as n, parseMetricId as o, queryWeights as p, METRICS as r, probabilityMetrics as s, measureEntry as t, sortCountingInversions as u, wilson as v, detectableDifference as w, wald as x, candidateAlone as y };
