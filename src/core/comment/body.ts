import { COMMENT_BYTES, renderMarkdown } from '../report/markdown.ts';
import type { Link } from '../report/markdown-details.ts';
import { type CommentState, packState } from './hidden.ts';
import { type Leg, mergedVerdict } from './legs.ts';

export interface BodyOptions {
  /** As `markerOf` gives it. */
  readonly marker: string;
  readonly links: readonly Link[];
  /** Where the whole verdict lies. */
  readonly full: string;
  /** Whether a fork's own workflow run measured. */
  readonly fork: boolean;
}

/** The comment's text of at most `COMMENT_BYTES`. The same state gives the same text, whoever writes it. */
export async function renderBody(
  state: CommentState & { readonly legs: readonly [Leg, ...Leg[]] },
  { marker, links, full, fork }: BodyOptions,
): Promise<string> {
  const hidden = await packState(marker, state);
  const { verdict, measurements } = mergedVerdict(state.legs);
  const shown = renderMarkdown(verdict, measurements, {
    bytes: COMMENT_BYTES - hidden.length - 1,
    full,
    links,
    fork,
    ...(state.commit !== '' && { commit: state.commit }),
  });
  return `${shown}\n${hidden}`;
}
