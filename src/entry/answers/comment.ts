import { createLocalHost } from '../../adapters/hosts/local.ts';
import { commentSpec } from '../../specs/comment.ts';
import { parseCommandLine } from '../args.ts';
import { comment } from '../comment.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args) => {
  const inputs = parseCommandLine(commentSpec, args);
  const host = createLocalHost(inputs);
  return comment(inputs, host, ({ verdict }, markdown) =>
    host.print(inputs.format === 'json' ? JSON.stringify(verdict, null, 2) : markdown),
  );
};
