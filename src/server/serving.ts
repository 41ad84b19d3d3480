/** Which models answer, and how one takes the place of another. */
import type { FastifyBaseLogger } from 'fastify';
import { createMetrics, type Metrics, type ModelMetrics } from './metrics.ts';
import { type LoadOptions, loadModel, type ModelFile, type ServedModel } from './model.ts';
import { bad, Refusal, shown } from './protocol/refusal.ts';
import { findModels } from './repository.ts';

export interface Served extends ServedModel {
  readonly metrics: ModelMetrics;
}

/** A model of the repository, as its extension of the protocol names it. */
export interface Indexed {
  readonly name: string;
  readonly version: string;
  readonly state: 'READY' | 'LOADING' | 'UNAVAILABLE';
  readonly reason: string;
}

export interface Serving {
  readonly metrics: Metrics;
  names(): readonly string[];
  /** Throws Refusal: 404 for an unknown model or version, 503 while it is not loaded. */
  find(name: string, version?: string): Served;
  /** Whether every model is loaded and nothing is being shut down. */
  ready(): boolean;
  /** From now on nothing is ready; what is asked all the same is answered. */
  drain(): void;
  /** Loads every model. Rejects when one of them cannot be loaded. */
  load(): Promise<void>;
  /** Every model that is served or lies in the repositories. */
  index(): Promise<readonly Indexed[]>;
  /** Loads the newest version of a model, also in place of itself. Throws Refusal: 404 when there is none, 400 when it does not load. */
  loadOne(name: string): Promise<void>;
  /** It is gone at once, and finishes what it began. Stays away until it is loaded. Throws Refusal: 404. */
  unload(name: string): void;
  /** Looks for newer versions. Each is loaded and warmed up beside the old one, which then finishes what it began. */
  refresh(log: FastifyBaseLogger): Promise<void>;
  close(): Promise<void>;
}

export function createServing(places: readonly string[], options: LoadOptions): Serving {
  const metrics = createMetrics();
  const models = new Map<string, Served | null>();
  const retiring = new Set<Promise<void>>();
  const unloaded = new Set<string>();
  let loaded = false;
  let draining = false;

  const findAll = async (): Promise<ModelFile[]> => (await Promise.all(places.map(findModels))).flat();
  const open = async (file: ModelFile): Promise<Served> => {
    const model = await loadModel(file, options);
    return { ...model, metrics: metrics.ofModel({ ...model, pending: model.queue.pending }) };
  };
  const retire = (model: Served) => {
    const gone = model.queue.settled().then(() => model[Symbol.asyncDispose]());
    retiring.add(gone);
    void gone.finally(() => retiring.delete(gone));
  };
  /** Loaded and warmed up beside the old one, which then finishes what it began. */
  const replace = async (file: ModelFile) => {
    const fresh = await open(file);
    const old = models.get(file.name);
    models.set(file.name, fresh);
    if (old) retire(old);
  };
  const unknown = (name: string) =>
    new Refusal(
      404,
      `There is no model ${shown(name)}; there is ${[...models.keys()].slice(0, 10).join(', ')}.`,
    );

  return {
    metrics,
    names: () => [...models.keys()],
    find(name, version) {
      const model = models.get(name);
      if (model === undefined) throw unknown(name);
      if (model === null) throw new Refusal(503, `Model ${shown(name)} is being loaded.`, 1);
      if (version === undefined || version === model.version) return model;
      throw new Refusal(
        404,
        `Model ${shown(name)} has version ${model.version} here, not ${shown(version)}.`,
      );
    },
    ready: () => !draining && loaded && [...models.values()].every((model) => model !== null),
    drain() {
      draining = true;
    },
    async load() {
      const files = await findAll();
      for (const { name } of files) models.set(name, null);
      for (const file of files) models.set(file.name, await open(file));
      loaded = true;
    },
    async index() {
      const lying = await findAll().catch(() => []);
      const named = new Map(lying.map(({ name, version }) => [name, version]));
      return [...new Set([...models.keys(), ...named.keys()])].sort().map((name): Indexed => {
        const model = models.get(name);
        const version = model?.version ?? named.get(name) ?? '';
        if (model) return { name, version, state: 'READY', reason: '' };
        return unloaded.has(name)
          ? { name, version, state: 'UNAVAILABLE', reason: 'unloaded' }
          : { name, version, state: models.has(name) ? 'LOADING' : 'UNAVAILABLE', reason: '' };
      });
    },
    async loadOne(name) {
      const file = (await findAll()).find((one) => one.name === name);
      if (!file) throw unknown(name);
      try {
        await replace(file);
      } catch (error) {
        throw bad(
          `Model ${shown(name)} does not load: ${error instanceof Error ? error.message.slice(0, 500) : error}`,
        );
      }
      unloaded.delete(name);
    },
    unload(name) {
      const model = models.get(name);
      if (!model) throw unknown(name);
      models.delete(name);
      unloaded.add(name);
      retire(model);
    },
    async refresh(log) {
      for (const file of await findAll()) {
        const old = models.get(file.name) ?? null;
        if (old?.version === file.version || unloaded.has(file.name)) continue;
        try {
          await replace(file);
          log.info(`${file.name}: version ${file.version} answers from now on`);
        } catch (error) {
          log.error(
            `${file.name}: version ${file.version} was not taken: ${error instanceof Error ? error.message : error}`,
          );
        }
      }
    },
    async close() {
      await Promise.all(retiring);
      await Promise.all([...models.values()].map((model) => model?.[Symbol.asyncDispose]()));
    },
  };
}
