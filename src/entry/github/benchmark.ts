import { benchmarkSpec } from '../../specs/benchmark.ts';
import { runAction } from '../action.ts';

await runAction(benchmarkSpec);
