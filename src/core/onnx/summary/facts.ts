/** What the summary and the comparison need to know of a model. */
import type { Segment } from '../graph.ts';

/** Sizes, names of dynamic dimensions, or null for unnamed ones. */
export type Dimensions = readonly (number | string | null)[];

export interface ValueFacts {
  readonly name: string;
  /** ONNX Runtime's name of the element type, such as `float32`; null for what is no tensor. */
  readonly type: string | null;
  /** Null when the rank is not declared. */
  readonly shape: Dimensions | null;
}

export interface NodeFacts {
  readonly name: string;
  /** `Conv`, or `domain::Name` outside ai.onnx. */
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** An INT or INTS attribute; null when it is absent. */
  readonly ints: (attribute: string) => readonly number[] | null;
}

/** An initializer, the value of a Constant, or a long list in an attribute (trees, coefficients). */
export interface WeightFacts {
  readonly name: string;
  readonly type: string;
  /** Negative or absurd sizes are -1. */
  readonly shape: readonly number[];
  /** Stored bytes, here or in a file beside the model. */
  readonly bytes: number;
  readonly external: boolean;
  /** Where its bytes lie in the file; empty when they lie elsewhere. */
  readonly segments: readonly Segment[];
  /** Its values, where it is a list in an attribute that was kept whole. */
  readonly list: string | null;
  /** Its numbers, where it is small and of int64, as shapes are. */
  readonly integers: readonly number[] | null;
}

export interface ModelFacts {
  readonly irVersion: number;
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  readonly producer: { readonly name: string; readonly version: string };
  readonly metadata: readonly { readonly key: string; readonly value: string }[];
  /** Without those that are initializers with a default. */
  readonly inputs: readonly ValueFacts[];
  readonly outputs: readonly ValueFacts[];
  /** Declared types and shapes of values in between. */
  readonly values: ReadonlyMap<string, ValueFacts>;
  /** Of the main graph, in the file's order. */
  readonly nodes: readonly NodeFacts[];
  /** How often each operator stands in the graph, its subgraphs and functions. */
  readonly operators: ReadonlyMap<string, number>;
  readonly weights: readonly WeightFacts[];
}

/** Product of the sizes; null beyond what a number holds exactly. Negative sizes give null. */
export function elementsOf(shape: readonly number[]): number | null {
  let elements = 1;
  for (const size of shape) {
    if (size < 0) return null;
    elements *= size;
  }
  return Number.isSafeInteger(elements) ? elements : null;
}
