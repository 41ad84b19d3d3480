import { serveResamples } from '../adapters/resampler/serve.ts';
import { resampleCurves } from '../commands/resample.ts';

serveResamples(resampleCurves);
