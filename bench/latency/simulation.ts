/** Whole gates on simulated machines: how often they cry wolf, and how often they find a slower model. */
import { passGate, policyOf } from './gate.ts';
import { fakeRunner, type NoiseModel } from './world.ts';

/** Default tolerances; a call takes 0.2 ms, of which the default floor would be 10 %. */
const POLICY = policyOf({ batch: [1], seconds: 0.1, floor: '1us' });
const FED = { path: 'm.onnx', feeds: new Map() };

export interface Tally {
  readonly gates: number;
  readonly fail: number;
  readonly inconclusive: number;
  /** Gates that found the p50, and the p95, slower. */
  readonly p50: number;
  readonly p95: number;
  /** Gates in which the interval of p50 holds the truth. */
  readonly covered: number;
  /** On average. */
  readonly launches: number;
}

/** `ratio`: how many times as long the candidate's calls take. */
export async function simulateGates(noise: NoiseModel, ratio: number, gates: number): Promise<Tally> {
  const tally = { gates, fail: 0, inconclusive: 0, p50: 0, p95: 0, covered: 0, launches: 0 };
  for (let seed = 1; seed <= gates; seed++) {
    const { verdict, rules, timed } = await passGate(
      POLICY,
      { candidate: FED, baseline: FED },
      fakeRunner(noise, ratio, seed),
      () => new Date(0),
    );
    if (verdict !== 'pass') tally[verdict]++;
    for (const percentile of ['p50', 'p95'] as const)
      if (rules.some(({ metric, result }) => metric.endsWith(percentile) && result === 'fail'))
        tally[percentile]++;
    const { interval } = timed.arms[0]!;
    if (interval && interval.lower <= ratio && ratio <= interval.upper) tally.covered++;
    tally.launches += timed.launches.length / gates;
  }
  return tally;
}
