import { r as safeName } from "./safe-text.js";
import { n as escapeMarkup } from "./xml.js";
// src/core/report/graph-svg.ts
const BOX = {
	width: 150,
	height: 28,
	across: 24,
	down: 26,
	margin: 12
};
/** Characters that a box holds. */
const LABEL = 22;
const FILLS = {
	input: "#ddf4ff",
	operator: "#f6f8fa",
	output: "#dafbe1"
};
const PLAIN = {
	title: "Graph of the model",
	only: /* @__PURE__ */ new Set(),
	sign: ""
};
/** In layers from the inputs down: each node below all that it reads. Labels of the model are cut and escaped. */
function renderGraphSvg({ nodes, edges }, { title, only, sign } = PLAIN) {
	const layers = layersOf(nodes.length, edges);
	const rows = Array.from({ length: Math.max(...layers) + 1 }, (_, row) => layers.flatMap((layer, node) => layer === row ? [node] : []));
	const widest = Math.max(...rows.map((row) => row.length));
	const width = 2 * BOX.margin + widest * (BOX.width + BOX.across) - BOX.across;
	const height = 2 * BOX.margin + rows.length * (BOX.height + BOX.down) - BOX.down;
	const places = /* @__PURE__ */ new Map();
	for (const [layer, row] of rows.entries()) {
		const start = (width - row.length * (BOX.width + BOX.across) + BOX.across) / 2;
		for (const [at, node] of row.entries()) places.set(node, {
			x: start + at * (BOX.width + BOX.across),
			y: BOX.margin + layer * (BOX.height + BOX.down)
		});
	}
	const lines = edges.map(({ from, to }) => {
		const [a, b] = [places.get(from), places.get(to)];
		const [x1, y1, x2, y2] = [
			a.x + BOX.width / 2,
			a.y + BOX.height,
			b.x + BOX.width / 2,
			b.y
		];
		const bend = (y1 + y2) / 2;
		return `<path d="M${x1} ${y1}C${x1} ${bend} ${x2} ${bend} ${x2} ${y2}" fill="none" stroke="#8c959f"/>`;
	});
	const boxes = nodes.map(({ label, kind }, node) => {
		const { x, y } = places.get(node);
		return `<rect class="${only.has(node) ? `${kind} only` : kind}" x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="${FILLS[kind]}" stroke="#8c959f"/><text x="${x + BOX.width / 2}" y="${y + BOX.height / 2 + 4}" text-anchor="middle">${only.has(node) ? `${sign} ` : ""}${escapeMarkup(safeName(label, LABEL))}</text>`;
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui,sans-serif" font-size="12" role="img">`,
		`<title>${title}</title>`,
		...lines,
		...boxes,
		"</svg>\n"
	].join("\n");
}
/** Longest way from a node without a maker. Edges go from earlier to later nodes; others, of a cycle, do not count. */
function layersOf(count, edges) {
	const layers = new Array(count).fill(0);
	for (const { from, to } of [...edges].sort((a, b) => a.to - b.to)) if (from < to) layers[to] = Math.max(layers[to], layers[from] + 1);
	return layers;
}
export { renderGraphSvg as t };
