import { access } from 'node:fs/promises';
import { strayDigest } from '../stray-digest.ts';
import { type Finder, Missing } from './place.ts';

export const find: Finder<'path'> = async ({ path }) => {
  await access(path).catch(() => {
    throw new Missing('no such file', strayDigest(path) ?? undefined);
  });
  return { path, beside: null };
};
