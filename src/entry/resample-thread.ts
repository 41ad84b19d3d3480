import { serveResamples } from '../adapters/resampler/serve.ts';
import { partialResampler } from '../commands/resample.ts';

serveResamples(partialResampler);
