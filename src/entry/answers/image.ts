import { createLocalHost } from '../../adapters/hosts/local.ts';
import { renderImageText } from '../../core/report/image.ts';
import { imageSpec } from '../../specs/image.ts';
import { parseCommandLine } from '../args.ts';
import { image } from '../image.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args) => {
  const inputs = parseCommandLine(imageSpec, args);
  const host = createLocalHost(inputs);
  const made = await image(inputs, host);
  for (const note of made.image.notes) host.report(note);
  host.print(inputs.format === 'json' ? made.json : renderImageText(made.image));
  return made.image.untagged === null ? 0 : 1;
};
