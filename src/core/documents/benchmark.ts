import { z } from 'zod';
import { foreign, header, interval, subject } from './common.ts';

const ratio = z.strictObject({ ratio: z.number().positive(), interval: interval.nullable() });
const seconds = z.number().positive();
const share = z.number().min(0).max(1);

/** One percentile at one batch size. Times are seconds per call. */
export const arm = z.strictObject({
  batch: z.int().positive(),
  threads: z.int().positive(),
  metric: z.enum(['p50', 'p95', 'p99']),
  candidate: seconds,
  baseline: seconds.nullable(),
  /** What the calls prove about `candidate` and `baseline`; null where they are too few. */
  candidateInterval: interval.nullable().optional(),
  baselineInterval: interval.nullable().optional(),
  /** candidate / baseline: geometric mean over launches, with a t-interval on its logarithm. */
  ratio: z.number().positive().nullable(),
  interval: interval.nullable(),
  /** Of the logarithm of `ratio`. */
  standardError: z.number().nonnegative().nullable().optional(),
  /** Of the error that all looks at the numbers share, the part of the look that `interval` was made at. */
  share: share.optional(),
  /** The baseline against a second session of itself: what the machine's noise alone does. */
  control: ratio.nullable(),
  /** Calls timed per model, all launches together. */
  samples: z.int().positive(),
  launches: z.int().positive(),
  /** Why there is a baseline and no ratio. */
  reason: foreign.optional(),
});
export type Arm = z.infer<typeof arm>;

const edges = z.array(seconds).min(2).max(61);
const counts = z.array(z.int().nonnegative()).min(1).max(60);

/** All calls of one batch size: `edges` has one entry more than the counts. */
const histogram = z.strictObject({
  batch: z.int().positive(),
  threads: z.int().positive(),
  edges,
  candidate: counts,
  baseline: counts.nullable(),
  control: counts.nullable(),
});

/** One model in fresh processes of its own: medians over them. */
const footprint = z.strictObject({
  /** Making the session, in seconds. */
  load: seconds,
  firstInference: seconds,
  /** From the start of the process to its first answer. */
  firstAnswer: seconds,
  /** Bytes of memory after the warm-up, and the most there ever were; null where the system does not tell. */
  resident: z.int().positive(),
  peak: z.int().positive().nullable(),
  processes: z.int().positive(),
});
export type Footprint = z.infer<typeof footprint>;

const both = <T extends z.ZodType>(each: T) => ({ candidate: each, baseline: each.nullable() });

const operator = z.strictObject({
  operator: foreign,
  candidate: share,
  baseline: share.nullable(),
});

const profiled = z.strictObject({
  /** Nodes as ONNX Runtime runs them, and as the file has them. */
  nodes: z.int().nonnegative(),
  written: z.int().nonnegative(),
  /** Kinds of node that the optimiser made. */
  made: z.array(foreign).max(100),
});
export type Profiled = z.infer<typeof profiled>;

const answered = {
  /** Requests answered, and those that were refused or not answered in time. */
  calls: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Seconds; null where nothing was answered. */
  p50: seconds.nullable(),
  p95: seconds.nullable(),
  p99: seconds.nullable(),
};

/** A served model under load, at one batch size. */
const endpointLoad = z.strictObject({
  batch: z.int().positive(),
  /** Each client asks again when it has its answer: how much the server does at most. */
  closed: z
    .array(z.strictObject({ clients: z.int().positive(), rate: z.number().nonnegative(), ...answered }))
    .max(20),
  /** Requests per second. */
  maximum: z.number().positive(),
  /** Requests come when they come (Poisson); times are from the moment that each was due. */
  open: z.array(z.strictObject({ rate: z.number().positive(), ...answered })).max(20),
});
export type EndpointLoad = z.infer<typeof endpointLoad>;

/** Answer to "is it as fast?", written by `onnx-gate benchmark`. */
export const benchmark = z.strictObject({
  schema: z.literal('onnx-gate/benchmark/v1'),
  ...header,
  candidate: subject,
  baseline: subject.nullable(),
  arms: z.array(arm).max(1000),
  histograms: z.array(histogram).max(100).optional(),
  /** How the models were run. */
  settings: z
    .strictObject({
      threads: z.int().positive(),
      spinning: z.boolean(),
      execution: z.enum(['sequential', 'parallel']),
      optimization: z.enum(['disabled', 'basic', 'extended', 'all']),
    })
    .optional(),
  /** One entry per batch size. */
  runs: z
    .array(
      z.strictObject({
        batch: z.int().positive(),
        launches: z.int().positive(),
        /** Why no further launches were made. */
        ended: z.enum(['decided', 'planned', 'undecided', 'time']),
        /** Launches whose warm-up did not come to rest. */
        unsteady: z.int().nonnegative(),
        /** The largest share by which the end of a launch was slower than its beginning. */
        drift: z.number(),
        /** Median of the first calls after the other model's turn, which wait for the cache. */
        afterSwitch: z.strictObject(both(seconds)),
      }),
    )
    .max(100)
    .optional(),
  footprints: z
    .array(z.strictObject({ batch: z.int().positive(), ...both(footprint) }))
    .max(100)
    .optional(),
  /** Calls per second of several clients at once, each with a session of its own. */
  throughput: z
    .array(
      z.strictObject({
        batch: z.int().positive(),
        clients: z.int().positive(),
        ...both(z.number().nonnegative()),
      }),
    )
    .max(1000)
    .optional(),
  profile: z
    .strictObject({
      batch: z.int().positive(),
      ...both(profiled),
      /** Shares of the time in operators: those that changed most, or of a candidate alone the largest. */
      operators: z.array(operator).max(20),
    })
    .nullable()
    .optional(),
  endpoint: z
    .strictObject({
      /** Without user and password. */
      url: foreign,
      server: foreign,
      tensors: z.enum(['JSON', 'bytes']),
      loads: z.array(endpointLoad).max(100),
    })
    .optional(),
  /** What a reader must know about how it was measured, in sentences. */
  notes: z.array(foreign).max(100).optional(),
  environment: z.strictObject({
    runtime: z.string().max(80),
    node: z.string().max(40),
    platform: z.string().max(80),
    cpu: z.string().max(200),
    cores: z.int().positive(),
    /** 1-minute load average when the benchmark began; null where the system has none. */
    load: z.number().nonnegative().nullable(),
    governor: z.string().max(80).nullable().optional(),
    /** Of the container: processors and bytes of memory it may use; null where there is no limit. */
    container: z
      .strictObject({ cpus: z.number().positive().nullable(), memory: z.number().positive().nullable() })
      .nullable()
      .optional(),
    /** While it ran: seconds that the container was held back, and the share of time the hypervisor took away. */
    throttled: z.number().nonnegative().nullable().optional(),
    steal: share.nullable().optional(),
    /** Times that a timing process was interrupted for another, per second. */
    interruptions: z.number().nonnegative().nullable().optional(),
    /** How far the baseline's p95 lies from its own in one launch (standard deviation of the log ratio). */
    noise: z.number().nonnegative().nullable().optional(),
  }),
});
export type Benchmark = z.infer<typeof benchmark>;
