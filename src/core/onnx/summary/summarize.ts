/** What a model is, in numbers. */
import { clipForeign } from '../../documents/foreign.ts';
import { MOST_ENTRIES, type Summary, type TensorInfo } from '../../documents/validation.ts';
import { drawingOf } from './drawing.ts';
import { elementsOf, type ModelFacts, type ValueFacts } from './facts.ts';
import { activationBytes } from './memory.ts';
import { quantizationOf } from './quantization.ts';
import { inferShapes } from './shapes.ts';
import { multiplyAdds } from './work.ts';

/** Inputs or outputs that a document holds. */
const MOST_VALUES = 10_000;

/** Bounded in every part, whatever the model is. */
export function summarize(model: ModelFacts): Summary {
  const shapes = inferShapes(model);
  const work = multiplyAdds(model, shapes);
  const memory = activationBytes(model, shapes);
  const operators = [...model.operators].map(([operator, count]) => ({
    operator: clipForeign(operator),
    count,
  }));
  const bytesOf = (external: boolean) =>
    total(model.weights.filter((weight) => weight.external === external).map(({ bytes }) => bytes));
  const { producer, opsets, metadata } = model;
  return {
    irVersion: model.irVersion,
    opsets: opsets
      .slice(0, MOST_ENTRIES)
      .map(({ domain, version }) => ({ domain: clipForeign(domain), version })),
    producer: { name: clipForeign(producer.name), version: clipForeign(producer.version) },
    metadata: metadata
      .slice(0, MOST_ENTRIES)
      .map(({ key, value }) => ({ key: clipForeign(key), value: clipForeign(value) })),
    inputs: model.inputs.slice(0, MOST_VALUES).map(tensorInfo),
    outputs: model.outputs.slice(0, MOST_VALUES).map(tensorInfo),
    nodes: total(operators.map(({ count }) => count)),
    operators: operators
      .sort((a, b) => b.count - a.count || (a.operator < b.operator ? -1 : 1))
      .slice(0, MOST_ENTRIES),
    parameters: total(model.weights.map(({ shape }) => elementsOf(shape) ?? 0)),
    bytes: bytesOf(false),
    externalBytes: bytesOf(true),
    multiplyAdds: work.value,
    activationBytes: memory.value,
    quantization: quantizationOf(model),
    notes: [work.note, memory.note].filter((note) => note !== null),
    drawing: drawingOf(model),
  };
}

function tensorInfo({ name, type, shape }: ValueFacts): TensorInfo {
  const sizes = (shape ?? []).slice(0, 64);
  return {
    name: clipForeign(name),
    type: type?.slice(0, 40) ?? null,
    shape: sizes.map((size) => (typeof size === 'string' ? clipForeign(size) : size)),
  };
}

/** Held within the numbers that are exact. */
function total(parts: readonly number[]): number {
  return Math.min(
    parts.reduce((sum, part) => sum + part, 0),
    Number.MAX_SAFE_INTEGER,
  );
}
