/** What `/metrics` tells: our own series in base units, and Triton's counters, so that dashboards made for it work. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: from a small model's own time to where services give up. */
const SECONDS = [
  5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];
const ROWS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];
const LABELS = ['model', 'version'] as const;

/** Triton's names (its docs/user_guide/metrics.md); durations there are microseconds. */
const TRITON = {
  nv_inference_request_success: 'Requests answered.',
  nv_inference_request_failure: 'Requests refused or failed.',
  nv_inference_count: 'Rows inferred.',
  nv_inference_exec_count: 'Calls of the model.',
  nv_inference_request_duration_us: 'Time from request to answer.',
  nv_inference_queue_duration_us: 'Time that requests waited.',
  nv_inference_compute_infer_duration_us: 'Time in the model.',
} as const;
type TritonName = keyof typeof TRITON;
type Totals = Record<TritonName, number>;

interface Source {
  readonly labels: { readonly model: string; readonly version: string };
  readonly totals: Totals;
  pending(): number;
}

/** One answered request, in seconds. */
export interface Answered {
  readonly rows: number;
  readonly total: number;
  readonly queued: number;
  readonly computed: number;
  readonly batchRows: number;
  /** Whether this request counts the call. */
  readonly first: boolean;
}

/** The series of one version of a model. */
export interface ModelMetrics {
  answered(request: Answered): void;
  failed(): void;
  /** Numbers since the start, for the statistics extension. */
  readonly totals: Readonly<Totals>;
}

export interface Metrics {
  readonly contentType: string;
  render(): Promise<string>;
  ofModel(model: {
    readonly name: string;
    readonly version: string;
    readonly digest: string;
    readonly loadSeconds: number;
    pending(): number;
  }): ModelMetrics;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const duration = new Histogram({
    name: 'inference_request_duration_seconds',
    help: 'Time from request to answer.',
    labelNames: LABELS,
    buckets: SECONDS,
    registers,
  });
  const batch = new Histogram({
    name: 'inference_batch_rows',
    help: 'Rows of one call of the model.',
    labelNames: LABELS,
    buckets: ROWS,
    registers,
  });
  const info = new Gauge({
    name: 'model_info',
    help: 'The file that answers.',
    labelNames: [...LABELS, 'sha256'],
    registers,
  });
  const load = new Gauge({
    name: 'model_load_duration_seconds',
    help: 'From opening the file to the end of warm-up.',
    labelNames: LABELS,
    registers,
  });
  const sources = new Map<string, Source>();
  new Gauge({
    name: 'nv_inference_pending_request_count',
    help: 'Requests that wait or run.',
    labelNames: LABELS,
    registers,
    collect() {
      for (const { labels, pending } of sources.values()) this.set(labels, pending());
    },
  });
  // Read from the totals when somebody looks: a request has better things to do.
  for (const [name, help] of Object.entries(TRITON))
    new Counter({
      name,
      help,
      labelNames: LABELS,
      registers,
      collect() {
        this.reset();
        for (const { labels, totals } of sources.values()) this.inc(labels, totals[name as TritonName]);
      },
    });

  return {
    contentType: registry.contentType,
    render: () => registry.metrics(),
    ofModel({ name, version, digest, loadSeconds, pending }) {
      const labels = { model: name, version };
      info.set({ ...labels, sha256: digest.replace('sha256:', '') }, 1);
      load.set(labels, loadSeconds);
      const key = JSON.stringify(labels);
      const zeros = Object.fromEntries(Object.keys(TRITON).map((name) => [name, 0])) as Totals;
      // Loaded anew, a version goes on counting.
      const totals = sources.get(key)?.totals ?? zeros;
      sources.set(key, { labels, totals, pending });
      return {
        totals,
        answered({ rows, total, queued, computed, batchRows, first }) {
          duration.observe(labels, total);
          totals.nv_inference_request_success += 1;
          totals.nv_inference_count += rows;
          totals.nv_inference_request_duration_us += Math.round(total * 1e6);
          totals.nv_inference_queue_duration_us += Math.round(queued * 1e6);
          if (!first) return;
          batch.observe(labels, batchRows);
          totals.nv_inference_exec_count += 1;
          totals.nv_inference_compute_infer_duration_us += Math.round(computed * 1e6);
        },
        failed() {
          totals.nv_inference_request_failure++;
        },
      };
    },
  };
}
