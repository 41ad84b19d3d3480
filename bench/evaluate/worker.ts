import { serveResamples } from '../../src/adapters/resampler/serve.ts';
import { resample } from './resample.ts';

serveResamples(resample);
