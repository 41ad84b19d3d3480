/** One pass over the table that serves every model and every role. */

import type { Fault } from '../errors.ts';
import { withBothSides } from './both-sides.ts';
import { type FeedPlan, type Planned, planInputs } from './mapping.ts';
import { checkNames, inputsAt, type Mappings, outputAt } from './mappings.ts';
import { type OutputPlan, planOutput } from './output.ts';
import { readsOf } from './reads.ts';
import { checkRoles, type Roles } from './roles.ts';
import type { SliceColumn } from './slice-columns.ts';
import type { ColumnInfo, ColumnRequest, ColumnValues, ReadRequest, Signature } from './types.ts';

export interface ModelPlan {
  readonly feeds: FeedPlan;
  readonly output: OutputPlan;
  /** Of each request of the feeds, its place in the pass. */
  readonly places: readonly number[];
}

export interface Pass {
  /** No request twice. */
  readonly requests: readonly ReadRequest[];
  readonly label: number;
  readonly weight: number | null;
  readonly group: number | null;
  readonly item: number | null;
  /** Slice columns that the holdout has. */
  readonly slices: readonly { readonly stored: string; readonly place: number }[];
  /** As the signatures were given: the candidate, then the baseline. */
  readonly models: readonly ModelPlan[];
  readonly notes: readonly string[];
}

/** Throws nothing: the faults of the roles, of the mapping and of all models come back together. */
export function planPass(
  signatures: readonly Signature[],
  columns: readonly ColumnInfo[],
  mappings: Mappings,
  roles: Roles & { readonly label: string },
  slices: readonly SliceColumn[] = [],
  perClass = false,
): Planned<Pass> {
  const plans = signatures.map((signature, place) => {
    const { inputs, key } = inputsAt(mappings, place);
    return {
      feeds: planInputs(signature, columns, inputs, roles, key),
      output: planOutput(signature, outputAt(mappings, place), perClass),
    };
  });
  const perModel = plans.map((plan, place) => [
    ...withBothSides(faultsOf(plan.feeds), signatures[place]!, columns),
    ...faultsOf(plan.output),
  ]);
  const faults = [
    ...checkRoles(roles, columns),
    ...checkNames(mappings, signatures),
    ...addressFaults(perModel),
  ];
  const planned = plans.flatMap(({ feeds, output }) => {
    return feeds.ok && output.ok ? [{ feeds: feeds.plan, output: output.plan }] : [];
  });
  if (faults.length > 0) return { ok: false, faults };
  const { requests, placeOf } = collectRequests();
  const role = (name: string | undefined, as: ColumnRequest['as']) => {
    return name === undefined ? null : placeOf({ from: { column: name }, as });
  };
  const plan = {
    requests,
    label: role(roles.label, 'float64')!,
    weight: role(roles.weight, 'float64'),
    group: role(roles.group, 'string'),
    item: role(roles.item, 'string'),
    slices: slices
      .filter(({ from }) => 'sql' in from || columns.some(({ name }) => name === from.column))
      .map(({ from, stored }) => ({ stored, place: placeOf({ from, as: 'string' }) })),
    models: planned.map((model) => ({ ...model, places: readsOf(model.feeds).map(placeOf) })),
    notes: [...new Set(planned.flatMap(({ feeds }) => feeds.notes))],
  };
  return { ok: true, plan };
}

/** What `packInputs` takes, out of a batch of the whole pass. */
export function columnsOf({ places }: ModelPlan, columns: readonly ColumnValues[]): ColumnValues[] {
  return places.map((place) => columns[place]!);
}

/**
 * Faults that both models share, once; the others say whose they are. `perModel`: the candidate's, then the
 * baseline's if there is one.
 */
export function addressFaults(perModel: readonly (readonly Fault[])[]): Fault[] {
  if (perModel.length === 1) return [...perModel[0]!];
  const titles = ['candidate', 'baseline'];
  const key = (fault: Fault) => `${fault.code}\n${fault.message}`;
  const keys = perModel.map((faults) => new Set(faults.map(key)));
  return perModel.flatMap((faults, model) => {
    return faults.flatMap((fault) => {
      const shared = keys.every((each) => each.has(key(fault)));
      if (shared) return model === 0 ? [fault] : [];
      return [{ ...fault, message: `The ${titles[model]}: ${fault.message}` }];
    });
  });
}

const faultsOf = (planned: Planned<unknown>) => (planned.ok ? [] : planned.faults);

function collectRequests() {
  const requests: ReadRequest[] = [];
  const places = new Map<string, number>();
  const placeOf = (request: ReadRequest) => {
    const key = JSON.stringify([request.as, 'side' in request ? request.side : request.from]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, requests.push(request) - 1);
    return requests.length - 1;
  };
  return { requests, placeOf };
}
