/** What commands need from the outside world. Adapters implement these; tests pass object literals. */

/** Tensors, columns and rows as core defines them, for adapters. */
export type * from './core/scoring/types.ts';
export type * from './ports/containers.ts';
export type * from './ports/endpoints.ts';
export type * from './ports/engines.ts';
export type * from './ports/files.ts';
export type * from './ports/hosts.ts';
export type * from './ports/latency.ts';
export type * from './ports/machine.ts';
export type * from './ports/models.ts';
export type * from './ports/references.ts';
export type * from './ports/registries.ts';
export type * from './ports/requests.ts';
export type * from './ports/tables.ts';
