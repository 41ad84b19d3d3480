import { gateSpec } from '../../specs/gate.ts';
import { runAction } from '../action.ts';

await runAction(gateSpec);
