import { serveResamples } from '../adapters/threads/serve-resamples.ts';
import { partialResampler } from '../commands/resample.ts';

serveResamples(partialResampler);
