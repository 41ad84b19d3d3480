/** The graph of a small model as nodes and edges. */
import { clipForeign } from '../../documents/foreign.ts';
import { type Drawing, MOST_DRAWN, MOST_ENTRIES } from '../../documents/validation.ts';
import type { ModelFacts } from './facts.ts';

/** Null when there is nothing to draw or too much of it. Constants are left out. */
export function drawingOf({ inputs, outputs, nodes }: ModelFacts): Drawing | null {
  const drawn = nodes.filter(({ operator }) => operator !== 'Constant');
  const total = inputs.length + drawn.length + outputs.length;
  if (drawn.length === 0 || total > MOST_DRAWN) return null;
  const shown: Drawing['nodes'] = [];
  const edges: Drawing['edges'] = [];
  const makers = new Map<string, number>();
  const connect = (names: readonly string[], to: number) => {
    for (const from of new Set(names.map((name) => makers.get(name))))
      if (from !== undefined && edges.length < MOST_ENTRIES) edges.push({ from, to });
  };
  for (const { name } of inputs)
    makers.set(name, shown.push({ label: clipForeign(name), kind: 'input' }) - 1);
  for (const { operator, inputs: from, outputs: made } of drawn) {
    const at = shown.push({ label: clipForeign(operator), kind: 'operator' }) - 1;
    connect(from, at);
    for (const name of made) if (name !== '') makers.set(name, at);
  }
  for (const { name } of outputs)
    connect([name], shown.push({ label: clipForeign(name), kind: 'output' }) - 1);
  return { nodes: shown, edges };
}
