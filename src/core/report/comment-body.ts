import { type CommentState, packState } from '../comment/hidden.ts';
import { type Leg, mergedVerdict } from '../comment/legs.ts';
import { COMMENT_BYTES, markdownPages } from './markdown.ts';
import type { Link } from './markdown-details.ts';

export interface BodyOptions {
  /** As `markerOf` gives it. */
  readonly marker: string;
  readonly links: readonly Link[];
  /** Where the whole verdict lies. */
  readonly full: string;
  /** Whether a fork's own workflow run measured. */
  readonly fork: boolean;
}

export type FilledState = CommentState & { readonly legs: readonly [Leg, ...Leg[]] };

/** A comment. */
export interface Body {
  /** At most `COMMENT_BYTES`: what is shown, and the line that carries the state. */
  readonly text: string;
  readonly shown: string;
  /** The same in another size, as `markdownPages` gives it. */
  readonly pages: (bytes: number) => string;
}

/** The same state gives the same text, whoever writes it. */
export async function renderBody(
  state: FilledState,
  { marker, links, full, fork }: BodyOptions,
): Promise<Body> {
  const hidden = await packState(marker, state);
  const { verdict, measurements } = mergedVerdict(state.legs);
  const pages = markdownPages(verdict, measurements, {
    full,
    links,
    fork,
    ...(state.commit !== '' && { commit: state.commit }),
  });
  const shown = pages(COMMENT_BYTES - hidden.length - 1);
  return { text: `${shown}\n${hidden}`, shown, pages };
}
