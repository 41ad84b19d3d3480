/** 119617 → `119,617`. */
function formatCount(count) {
	return grouped(String(Math.round(count)));
}
/** `1 rule`, `2 rules`, `119,617 rows`. */
function plural(count, noun) {
	return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
/**
* How many decimals say enough: two significant digits of the margin, and of a narrower interval's half width as far
* as four decimals show them; four where nothing says what matters. More, up to three, where rounding would make a
* difference look equal to the margin that it misses or meets.
*/
function decimalsFor(margin, interval, delta) {
	const width = interval ? (interval.upper - interval.lower) / 2 : 0;
	if (!margin) return width > 0 ? twoDigits(width) : 4;
	const base = Math.max(twoDigits(margin), width > 0 ? Math.min(4, twoDigits(width)) : 0);
	const near = [
		delta,
		interval?.lower,
		interval?.upper
	].filter((value) => value !== null && value !== void 0).map(Math.abs);
	const blurred = (decimals) => near.some((value) => value !== margin && value.toFixed(decimals) === margin.toFixed(decimals));
	return [
		0,
		1,
		2,
		3
	].map((more) => base + more).find((decimals) => !blurred(decimals)) ?? base;
}
function twoDigits(scale) {
	return Math.min(7, Math.max(0, Math.ceil(-Math.log10(scale)) + 1));
}
/** 0.92388 with 4 decimals → `0.9239`. Below what the decimals can show: `3.1e-7`. */
function formatScore(value, decimals = 4) {
	if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : `−∞`;
	const size = Math.abs(value);
	const sign = value < 0 ? "−" : "";
	const fixed = size.toFixed(decimals);
	if (size >= 0x38d7ea4c68000) return sign + size.toExponential(2).replace("e+", "e");
	if (Number(fixed) === 0 && size > 0) return sign + size.toExponential(1).replace("-", "−");
	return sign + grouped(fixed);
}
/** 0.0275 → `+0.0275`, -0.0213 → `−0.0213`; what rounds to nothing has no sign. */
function formatDelta(value, decimals = 4) {
	if (Number(value.toFixed(decimals)) === 0) return 0 .toFixed(decimals);
	return (value > 0 ? "+" : "") + formatScore(value, decimals);
}
/** 0.0213 → `2.1%`. */
function formatPercent(fraction, decimals = 1) {
	const percent = fraction * 100;
	return `${Number(percent.toFixed(decimals)) === 0 ? 0 .toFixed(decimals) : formatScore(percent, decimals)}%`;
}
/** 0.0213 → `+2.1%`. */
function formatPercentDelta(fraction, decimals = 1) {
	return `${formatDelta(fraction * 100, decimals)}%`;
}
/** Seconds, with three significant digits: `14.2 µs`, `1.52 ms`, `2.31 s`. */
function formatDuration(seconds) {
	return scaled(seconds, [
		[1e-6, "µs"],
		[.001, "ms"],
		[1, "s"]
	]);
}
/** `812 B`, `1.21 KiB`, `214 MiB`. */
function formatBytes(bytes) {
	if (bytes < 1024) return `${Math.round(bytes)} B`;
	return scaled(bytes, [
		[1024, "KiB"],
		[2 ** 20, "MiB"],
		[2 ** 30, "GiB"],
		[2 ** 40, "TiB"]
	]);
}
/** `sha256:1f2e3d4c5b6a`: enough to tell two files apart by eye. */
function shortDigest(digest) {
	return digest.slice(0, 19);
}
/** In the smallest unit that keeps the number below a thousand, after rounding: 999.96 µs is `1.00 ms`. */
function scaled(value, units) {
	const texts = units.map(([size, name]) => ({
		number: Number((value / size).toPrecision(3)),
		size,
		name
	}));
	const { size, name } = texts.find(({ number }) => Math.abs(number) < 1e3) ?? texts.at(-1);
	const number = Number((value / size).toPrecision(3));
	const decimals = number === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number))));
	return `${formatScore(number, Math.min(decimals, 4))} ${name}`;
}
function grouped(digits) {
	const [whole = "", fraction] = digits.split(".");
	const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
	return fraction === void 0 ? withCommas : `${withCommas}.${fraction}`;
}
export { formatDuration as a, formatScore as c, formatDelta as i, plural as l, formatBytes as n, formatPercent as o, formatCount as r, formatPercentDelta as s, decimalsFor as t, shortDigest as u };
