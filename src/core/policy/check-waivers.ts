/** Waivers that can never hold. */
import { type Fault, nearest } from '../errors.ts';
import type { FaultWriter } from './faults.ts';
import { code, entriesOf, show, valueAt } from './words.ts';

/** What is not a number cannot be missed by a little. */
const UNWAIVABLE: Readonly<Record<string, string>> = {
  validate: 'Findings of the model’s check are set aside one by one, under `validate.ignore`.',
  slices: 'A slice that was not measured is mended under `slices`.',
};

export function* checkWaivers(root: unknown, writer: FaultWriter): Generator<Fault> {
  const waivers = valueAt(root, ['waivers']);
  const models = entriesOf(valueAt(root, ['models'])).map(([name]) => name);
  const seen = new Set<string>();
  for (const [i, waiver] of (Array.isArray(waivers) ? waivers : []).entries()) {
    const rule = valueAt(waiver, ['rule']);
    if (typeof rule !== 'string') continue;
    const at = ['waivers', i, 'rule'];
    const [model = '', metric = ''] = rule.split('/', 2);
    if (!models.includes(model)) {
      const [close] = nearest(model, models, 1);
      const fix = close
        ? `Did you mean ${code(`${close}${rule.slice(model.length)}`)}?`
        : 'Begin with a model’s name.';
      yield writer.fault(at, `${show(rule)} is a rule of no model here.`, fix, 'value');
    } else if (metric === '') {
      yield writer.fault(
        at,
        `${show(rule)} names no metric.`,
        `Write, for example, \`${model}/auc\`.`,
        'value',
      );
    } else if (Object.hasOwn(UNWAIVABLE, metric)) {
      yield writer.fault(at, `${show(rule)} cannot be waived.`, UNWAIVABLE[metric]!, 'value');
    } else if (seen.has(rule)) {
      yield writer.fault(at, `${show(rule)} is waived twice.`, 'Keep one.', 'value');
    }
    seen.add(rule);
  }
}
