/** A world whose truth is known: the user's own rows, and pseudo-models whose only difference is how much noise they carry. */
import type { Scores } from '../metrics/scores.ts';
import { normalDeviates } from '../stats/normal-deviates.ts';
import { type Random, seededRandom } from '../stats/random.ts';
import type { Disagreement } from './disagreement.ts';
import type { Scale } from './scale.ts';

type Groups = NonNullable<Scores['group']>;

export interface World {
  readonly scores: Scores;
  /** Scores of the one model that pseudo-models are made from, on the scale. */
  readonly centre: Float64Array;
  readonly scale: Scale;
  readonly disagreement: Disagreement;
  /** Rows by group, in order; null when every row is a unit. */
  readonly members: readonly Int32Array[] | null;
}

export function worldOf(scores: Scores, scale: Scale, disagreement: Disagreement): World {
  const centre = (scores.baseline ?? scores.candidate).map(scale.to);
  return { scores, centre, scale, disagreement, members: scores.group && membersOf(scores.group) };
}

/** One resample of the world's units, and the errors of two models about it, of variance 1 and drawn alike. */
export interface Draw {
  readonly rows: Scores;
  readonly centre: Float64Array;
  readonly candidateError: Float64Array;
  readonly baselineError: Float64Array;
}

/**
 * As many units as the world has, drawn with replacement: rows, or whole groups. A unit that comes twice is two units,
 * each with errors of its own. The same for one seed.
 */
export function draw(world: World, seed: number): Draw {
  const random = seededRandom(seed);
  const { picked, group } = pickUnits(world, random);
  const take = (values: Float64Array) => Float64Array.from(picked, (row) => values[row]!);
  const { label, weight, item } = world.scores;
  const normal = normalDeviates(random);
  const centre = take(world.centre);
  const own = () => errorsOf(group, centre.length, world.disagreement.shared, normal);
  return {
    rows: {
      label: take(label),
      candidate: centre,
      baseline: centre,
      weight: weight && take(weight),
      group,
      ...(item && { item: { ...item, code: Int32Array.from(picked, (row) => item.code[row]!) } }),
    },
    centre,
    candidateError: own(),
    baselineError: own(),
  };
}

/** Errors of one model about the world's own rows: for finding how much noise loses how much. */
export function wholeErrors({ scores, centre, disagreement }: World, seed: number): Float64Array {
  return errorsOf(scores.group, centre.length, disagreement.shared, normalDeviates(seededRandom(seed)));
}

/** Scores of the pseudo-models: the centre with `noise` times each model's error. */
export function pseudoModels(drawn: Draw, { scale, disagreement }: World, candidateNoise: number): Scores {
  return {
    ...drawn.rows,
    candidate: withNoise(drawn.centre, drawn.candidateError, candidateNoise, scale),
    baseline: withNoise(drawn.centre, drawn.baselineError, disagreement.noise, scale),
  };
}

export function withNoise(
  centre: Float64Array,
  error: Float64Array,
  noise: number,
  scale: Scale,
): Float64Array {
  return centre.map((value, row) => scale.from(value + noise * error[row]!));
}

function pickUnits({ members, centre }: World, random: Random) {
  const below = (count: number) => Math.floor(random.uniform() * count);
  if (members === null) return { picked: Int32Array.from(centre, () => below(centre.length)), group: null };
  const units = members.map(() => members[below(members.length)]!);
  const rows = units.reduce((sum, { length }) => sum + length, 0);
  const picked = new Int32Array(rows);
  const code = new Int32Array(rows);
  let at = 0;
  for (const [unit, own] of units.entries()) {
    picked.set(own, at);
    code.fill(unit, at, at + own.length);
    at += own.length;
  }
  return { picked, group: { code, count: units.length } };
}

/** Of variance 1, of which rows of one group have `shared` in common. */
function errorsOf(group: Groups | null, rows: number, shared: number, normal: () => number): Float64Array {
  const own = Float64Array.from({ length: rows }, normal);
  if (group === null || shared === 0) return own;
  const common = Float64Array.from({ length: group.count }, normal);
  const [ofGroup, ofRow] = [Math.sqrt(shared), Math.sqrt(1 - shared)];
  return own.map((value, row) => ofGroup * common[group.code[row]!]! + ofRow * value);
}

function membersOf({ code, count }: Groups): Int32Array[] {
  const size = new Int32Array(count);
  for (const group of code) size[group]!++;
  const members = Array.from(size, (length) => new Int32Array(length));
  size.fill(0);
  for (const [row, group] of code.entries()) members[group]![size[group]!++] = row;
  return members.filter(({ length }) => length > 0);
}
