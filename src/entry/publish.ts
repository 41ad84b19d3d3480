import type { Measurement } from '../core/documents/index.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import { toAnnotations } from '../core/report/annotations.ts';
import { COMMENT_BYTES, renderMarkdown, SUMMARY_BYTES } from '../core/report/markdown.ts';
import type { Palette } from '../core/report/palette.ts';
import { renderText } from '../core/report/text.ts';
import type { Context } from './context.ts';

/** Shows a verdict in yet another place. */
export type Announce = (verdict: Verdict, documents: readonly Measurement[]) => Promise<void>;

/** Writes the verdict and its renderings and tells the host. Never changes the verdict. */
export async function publish(
  verdict: Verdict,
  documents: readonly Measurement[],
  options: {
    readonly out: string;
    readonly format: 'text' | 'json';
    readonly palette: Palette;
    readonly width: number;
    readonly announce?: Announce;
  },
  context: Context,
): Promise<void> {
  const verdictFile = `${options.out}/verdict.json`;
  const commentFile = `${options.out}/comment.md`;
  const json = `${JSON.stringify(verdict, null, 2)}\n`;
  await context.files.write(verdictFile, json);
  await context.files.write(
    commentFile,
    renderMarkdown(verdict, documents, { bytes: COMMENT_BYTES, full: verdictFile }),
  );
  const text = () =>
    renderText(verdict, documents, {
      palette: options.palette,
      width: options.width,
      files: [verdictFile, commentFile],
    });
  context.host.print(options.format === 'json' ? json : text());
  context.host.annotate(toAnnotations(verdict));
  await context.host.summary(() =>
    renderMarkdown(verdict, documents, { bytes: SUMMARY_BYTES, full: verdictFile }),
  );
  context.host.output('verdict', verdict.verdict);
  context.host.output('verdict-file', verdictFile);
  context.host.output('comment-file', commentFile);
  context.host.output('out', options.out);
  await options.announce?.(verdict, documents);
}
