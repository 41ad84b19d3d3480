import { expect, it } from 'vitest';
import { undisturbed } from '../../../src/core/latency/undisturbed.ts';

const TURN = 2;
/** Ten rounds of two calls; each call its round's time. */
const calls = (rounds: number[]) => Float64Array.from(rounds.flatMap((seconds) => [seconds, seconds]));
const steady = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const burst = [1, 1, 1, 1, 3, 3, 1, 1, 1, 1];

it('leaves out the rounds that disturbed the witness, and those beside them', () => {
  const numbered = calls(steady.map((_, round) => round));
  const [over, under] = undisturbed([numbered, numbered], calls(burst), TURN, 0);
  expect([...over]).toEqual([0, 0, 1, 1, 2, 2, 7, 7, 8, 8, 9, 9]);
  expect(under).toEqual(over);
});

it('keeps slow calls that the witness knows nothing of', () => {
  const [over, under] = undisturbed([calls(burst), calls(steady)], calls(steady), TURN, 0);
  expect(over).toHaveLength(20);
  expect([over.at(-1), under.at(-1)]).toEqual([3, 1]);
});

it('takes no single long call of the witness for a disturbance', () => {
  const witness = Float64Array.from({ length: 30 }, (_, call) => (call === 13 ? 50 : 1));
  expect(undisturbed([witness, witness], witness, 3, 0)[0]).toHaveLength(30);
});

it('keeps all where too few would be left', () => {
  const [over] = undisturbed([calls(steady), calls(steady)], calls(burst), TURN, 13);
  expect(over).toHaveLength(20);
});

it('keeps calls after the last whole turn, and needs none', () => {
  const five = Float64Array.of(5, 4, 3, 2, 1);
  expect([...undisturbed([five, five], five, TURN, 0)[0]]).toEqual([1, 2, 3, 4, 5]);
  const one = Float64Array.of(1);
  expect([...undisturbed([one, one], one, TURN, 0)[1]]).toEqual([1]);
});

it('leaves what it is given as it is', () => {
  const given = Float64Array.of(3, 2, 1, 0);
  undisturbed([given, given], given, TURN, 100);
  expect([...given]).toEqual([3, 2, 1, 0]);
});
