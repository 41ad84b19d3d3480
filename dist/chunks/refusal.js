// src/server/protocol/refusal.ts
/** What a request is refused with: an HTTP status and one sentence, as the protocol's `{"error": …}`. */
var Refusal = class extends Error {
	status;
	/** Seconds after which it is worth trying again. */
	retryAfter;
	constructor(status, message, retryAfter = null) {
		super(message);
		this.status = status;
		this.retryAfter = retryAfter;
	}
};
/** The client's own mistake. */
const bad = (message) => new Refusal(400, message);
/** A name from a request in a sentence: bounded, on one line. */
function shown(name) {
	const text = JSON.stringify(name) ?? String(name);
	return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}
export { bad as n, shown as r, Refusal as t };
