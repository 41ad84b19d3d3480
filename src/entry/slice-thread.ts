import { serveSlices } from '../adapters/threads/serve-slices.ts';
import { measureEntry } from '../commands/measure-slices.ts';

serveSlices(measureEntry);
