import { serveSlices } from '../adapters/slice-meter/serve.ts';
import { measureEntry } from '../commands/measure-slices.ts';

serveSlices(measureEntry);
