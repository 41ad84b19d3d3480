// src/core/stats/curve-areas.ts
/** (Σ pairs in the right order + ½ ties)/(mn). Labels 0 0 1 1, scores .1 .4 .35 .8: .75. */
function rocArea(sums) {
	let [below, positives, twiceWins] = [
		0,
		0,
		0
	];
	for (let i = 0; i < sums.length; i += 2) {
		const negative = sums[i];
		const positive = sums[i + 1];
		twiceWins += positive * (2 * below + negative);
		below += negative;
		positives += positive;
	}
	return twiceWins / 2 / (positives * below);
}
/** Kolmogorov–Smirnov: the largest TPR − FPR over all thresholds. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
function largestGap(sums) {
	const [negatives, positives] = totals(sums);
	if (positives === 0 || negatives === 0) return NaN;
	let [truePositive, falsePositive, best] = [
		0,
		0,
		0
	];
	for (let i = sums.length - 2; i >= 0; i -= 2) {
		falsePositive += sums[i];
		truePositive += sums[i + 1];
		best = Math.max(best, truePositive / positives - falsePositive / negatives);
	}
	return best;
}
/**
* Area under the ROC curve up to a false-positive rate of `most`, the curve cut there by linear interpolation, and
* standardised (McClish 1989) so that a constant model has 0.5 and a perfect one 1.
*/
function standardisedArea(sums, most) {
	const [negatives, positives] = totals(sums);
	if (positives === 0 || negatives === 0) return NaN;
	let [x, y, area] = [
		0,
		0,
		0
	];
	let [truePositive, falsePositive] = [0, 0];
	for (let i = sums.length - 2; i >= 0 && x < most; i -= 2) {
		falsePositive += sums[i];
		truePositive += sums[i + 1];
		const nextX = falsePositive / negatives;
		const nextY = truePositive / positives;
		const share = nextX > most ? (most - x) / (nextX - x) : 1;
		const cutY = y + share * (nextY - y);
		area += (Math.min(nextX, most) - x) * ((y + cutY) / 2);
		[x, y] = [nextX, nextY];
	}
	const least = most ** 2 / 2;
	return (1 + (area - least) / (most - least)) / 2;
}
/** Σ(Rₙ − Rₙ₋₁)Pₙ over distinct thresholds; `empty` without positives. Labels 0 0 1 1, scores .1 .4 .35 .8: .8333. */
function stepArea(sums, empty) {
	let [positives, all, area] = [
		0,
		0,
		0
	];
	for (let i = sums.length - 2; i >= 0; i -= 2) {
		const positive = sums[i + 1];
		positives += positive;
		all += positive + sums[i];
		if (positive > 0) area += positive * (positives / all);
	}
	return positives === 0 ? empty : area / positives;
}
function totals(sums) {
	let [negatives, positives] = [0, 0];
	for (let i = 0; i < sums.length; i += 2) {
		negatives += sums[i];
		positives += sums[i + 1];
	}
	return [negatives, positives];
}
const CURVES = {
	auc: rocArea,
	ks: largestGap,
	pauc: standardisedArea,
	ap: stepArea
};
// src/core/stats/random.ts
/**
* xoshiro128** 1.1 (Blackman & Vigna 2018; period 2¹²⁸ − 1), its state filled from `seed` by the finaliser of
* MurmurHash3 over a Weyl sequence, so that neighbouring seeds give unrelated streams.
* `seed`: a whole number; its lowest 32 bits count. `seededRandom(1).uint32()` = 2442144158.
*/
function seededRandom(seed) {
	let weyl = seed | 0;
	const word = () => {
		weyl = weyl + 2654435769 | 0;
		return mix(weyl);
	};
	return xoshiro128(word(), word(), word(), word());
}
/** The bare generator, from 128 bits of state that are not all 0. */
function xoshiro128(a, b, c, d) {
	const uint32 = () => {
		const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = rotate(d, 11);
		return result;
	};
	return {
		uint32,
		uniform: () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 2 ** 53
	};
}
function rotate(x, bits) {
	return x << bits | x >>> 32 - bits;
}
function mix(x) {
	let h = x;
	h = Math.imul(h ^ h >>> 16, 2246822507);
	h = Math.imul(h ^ h >>> 13, 3266489909);
	return h ^ h >>> 16;
}
const LANE_MASK = 1023;
/** By 10 random bits. A byte each, so that the table leaves the cache to what is counted. */
const COPIES = Uint8Array.from([
	376,
	378,
	188,
	63,
	15,
	3,
	1
].flatMap((count, number) => Array(count).fill(number)));
/**
* Fills `copies` for resamples 3·`triple` … 3·`triple` + 2 with independent Poisson(1) numbers, those of the first in the lowest
* bits (Hanley & MacGibbon 2006; Chamandy et al. 2012). One seed and triple give one result on every platform, whichever
* thread draws it.
*/
function drawCopies(copies, seed, triple) {
	let [a, b, c, d] = firstState(seed, triple);
	for (let i = 0; i < copies.length; i++) {
		const product = Math.imul(b, 5);
		const word = Math.imul(product << 7 | product >>> 25, 9);
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = d << 11 | d >>> 21;
		copies[i] = COPIES[word & LANE_MASK] | COPIES[word >>> 10 & LANE_MASK] << 10 | COPIES[word >>> 20 & LANE_MASK] << 20;
	}
}
/**
* `drawCopies` for rows that are their own units, each row's copies added at once to `first` and `second` at its place there: in
* one loop, the additions hide behind the generator.
*/
function addCopies([first, second], [firstPlace, secondPlace], seed, triple) {
	let [a, b, c, d] = firstState(seed, triple);
	for (let row = 0; row < firstPlace.length; row++) {
		const product = Math.imul(b, 5);
		const word = Math.imul(product << 7 | product >>> 25, 9);
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = d << 11 | d >>> 21;
		const copies = COPIES[word & LANE_MASK] | COPIES[word >>> 10 & LANE_MASK] << 10 | COPIES[word >>> 20 & LANE_MASK] << 20;
		first[firstPlace[row]] += copies;
		second[secondPlace[row]] += copies;
	}
}
/** Of xoshiro128**, as in random.ts; in local variables it takes a third of the time of calls. */
function firstState(seed, triple) {
	const { uint32 } = seededRandom(Math.imul(seed, 2246822507) ^ triple);
	return [
		uint32() | 0,
		uint32() | 0,
		uint32() | 0,
		uint32() | 0
	];
}
// src/core/stats/curve-bootstrap.ts
function curveArm({ cellOf: of, cells }) {
	const rows = new Uint32Array(cells);
	for (let row = 0; row < of.length; row++) rows[of[row]]++;
	const binsOf = (cell) => Math.ceil(rows[cell] / 170);
	const begins = new Uint32Array(cells);
	let bins = 0;
	for (let cell = 0; cell < cells; cell++) {
		begins[cell] = bins;
		bins += binsOf(cell);
	}
	const cellOf = new Uint32Array(bins);
	for (let cell = 0; cell < cells; cell++) cellOf.fill(cell, begins[cell], begins[cell] + binsOf(cell));
	const binOf = new Uint32Array(of.length);
	const seen = rows.fill(0);
	for (let row = 0; row < of.length; row++) {
		const cell = of[row];
		binOf[row] = begins[cell] + Math.floor(seen[cell]++ / 170);
	}
	return {
		binOf,
		cellOf,
		cells
	};
}
/** Values of all resamples; NaN where a resample leaves the curve undefined. O(n) each, and no sorting. */
const resampleCurves = (job) => partialResampler(job)(0, job.triples);
/** Holds what its calls need to work in, so that a few resamples at a time cost no more than all at once. */
function partialResampler(job) {
	const { arms, curve, at } = job;
	const of = CURVES[curve];
	const sums = arms.map(({ cells }) => Array.from({ length: 3 }, () => new Float64Array(cells)));
	const draw = job.weight === null ? counted(job, sums) : weighed(job, job.weight, sums);
	return (first, triples) => {
		const values = new Float64Array(6 * triples);
		for (let triple = 0; triple < triples; triple++) {
			draw(first + triple);
			for (let side = 0; side < 2; side++) for (let lane = 0; lane < 3; lane++) values[2 * (3 * triple + lane) + side] = of(sums[side][lane], at);
		}
		return values;
	};
}
/** Draws three resamples of both models, each row looked at once. */
function counted({ arms, unit, units, seed }, sums) {
	const [first, second] = arms;
	const places = [first.binOf, second.binOf];
	const counts = [new Uint32Array(first.cellOf.length), new Uint32Array(second.cellOf.length)];
	const copies = new Uint32Array(unit === null ? 0 : units);
	return (triple) => {
		for (const side of counts) side.fill(0);
		if (unit === null) addCopies(counts, places, seed, triple);
		else {
			drawCopies(copies, seed, triple);
			count(copies, unit, places, counts);
		}
		for (let side = 0; side < 2; side++) takeApart(counts[side], arms[side].cellOf, sums[side]);
	};
}
function count(copies, unit, [firstBin, secondBin], [first, second]) {
	for (let row = 0; row < unit.length; row++) {
		const word = copies[unit[row]];
		first[firstBin[row]] += word;
		second[secondBin[row]] += word;
	}
}
function weighed({ arms, unit, units, seed }, weight, sums) {
	const copies = new Uint32Array(units);
	return (triple) => {
		drawCopies(copies, seed, triple);
		for (let side = 0; side < 2; side++) weigh(copies, unit, weight, arms[side], sums[side]);
	};
}
function takeApart(counts, cellOf, sums) {
	const [first, second, third] = sums;
	for (const lane of sums) lane.fill(0);
	for (let bin = 0; bin < counts.length; bin++) {
		const word = counts[bin];
		const cell = cellOf[bin];
		first[cell] += word & LANE_MASK;
		second[cell] += word >>> 10 & LANE_MASK;
		third[cell] += word >>> 20 & LANE_MASK;
	}
}
function weigh(copies, unit, weight, { binOf, cellOf }, sums) {
	const [first, second, third] = sums;
	for (const lane of sums) lane.fill(0);
	for (let row = 0; row < binOf.length; row++) {
		const word = copies[unit === null ? row : unit[row]];
		const cell = cellOf[binOf[row]];
		const w = weight[row];
		first[cell] += w * (word & LANE_MASK);
		second[cell] += w * (word >>> 10 & LANE_MASK);
		third[cell] += w * (word >>> 20 & LANE_MASK);
	}
}
export { drawCopies as a, LANE_MASK as i, partialResampler as n, seededRandom as o, resampleCurves as r, CURVES as s, curveArm as t };
