import { evaluateSpec } from '../../specs/evaluate.ts';
import { runAction } from '../action.ts';

await runAction(evaluateSpec);
