/** What is noted beside kept scores of a model, so that the model need not be loaded to use them. */
import { z } from 'zod';
import { tensorInfo } from '../documents/validation.ts';

const note = z.object({
  signature: z.object({ inputs: z.array(tensorInfo), outputs: z.array(tensorInfo) }),
  /** Rows a call that the scores were made with. */
  batchRows: z.number(),
});
export type KeptNote = z.infer<typeof note>;

/** Null for what is damaged. */
export function parseKeptNote(text: string): KeptNote | null {
  try {
    return note.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
