import { serveResamples } from '../../../src/adapters/resampler/serve.ts';
import { compute } from './compute.ts';

serveResamples(compute);
