import { access } from 'node:fs/promises';
import { type Finder, Missing } from './place.ts';

export const find: Finder<'path'> = async ({ path }) => {
  await access(path).catch(() => {
    throw new Missing('no such file');
  });
  return { path, beside: null };
};
