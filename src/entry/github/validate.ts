import { validateSpec } from '../../specs/validate.ts';
import { runAction } from '../action.ts';

await runAction(validateSpec);
