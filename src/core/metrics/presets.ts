/** Conventions of other tools under their names. */
import type { MetricDefinition } from './prepared.ts';

/**
 * By preset, values by key; of several values the first that a metric knows counts. Keys and values that a metric does
 * not have leave it alone, so that any preset goes with any metric.
 *
 * From the sources of scikit-learn 1.2, trec_eval 10, ranx, LightGBM and XGBoost; `din` is the GAUC of Zhou et al. 2018,
 * `mind` the numbers of the MIND news challenge.
 */
const PRESETS: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> = new Map([
  ['sklearn', { gain: ['linear'], ties: ['expected', 'last'], empty: ['zero'] }],
  ['trec_eval', { gain: ['linear'], ties: ['id_desc'], empty: ['zero'], D: ['R'] }],
  ['ranx', { gain: ['linear'], empty: ['zero'], D: ['R'] }],
  [
    'lightgbm',
    { gain: ['exp2'], ties: ['input'], empty: ['one'], D: ['minRk'], one_class: ['one'], eps: ['1e-15'] },
  ],
  ['xgboost', { gain: ['exp2'], empty: ['one'], D: ['minRk'] }],
  ['din', { weight: ['impressions'] }],
  ['mind', { weight: ['uniform'], gain: ['exp2'] }],
]);

export const PRESET_NAMES: readonly string[] = [...PRESETS.keys()];

/** What `preset` changes in a metric. */
export function presetOf(
  preset: string,
  conventions: MetricDefinition['conventions'],
): Record<string, string> {
  const changed: Record<string, string> = {};
  for (const [key, wanted] of Object.entries(PRESETS.get(preset) ?? {})) {
    const value = wanted.find((one) => Object.hasOwn(conventions, key) && conventions[key]!.includes(one));
    if (value !== undefined) changed[key] = value;
  }
  return changed;
}
