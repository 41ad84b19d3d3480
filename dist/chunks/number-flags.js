// src/commands/number-flags.ts
/** Decimal notation only: `Number` would also read `0x10` and blanks. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** The number, or NaN with a fault added to `faults`. */
function readNumber(name, text, flag, faults) {
	const value = NUMBER.test(text) ? Number(text) : NaN;
	if (flag.holds(value)) return value;
	faults.push({
		code: "usage-invalid",
		message: `--${name} is \`${text.slice(0, 100)}\`; it must be ${flag.wanted}.`,
		fix: `Write it like \`--${name} ${flag.example}\`.`
	});
	return NaN;
}
function wholeNumber(least, most, example) {
	const holds = (value) => Number.isInteger(value) && value >= least && value <= most;
	return {
		wanted: `a whole number from ${least} to ${most}`,
		example,
		holds
	};
}
export { wholeNumber as n, readNumber as t };
