import { readEvent } from '../adapters/github/event.ts';
import type { Measurement } from '../core/documents/index.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import type { ReportPolicy } from '../core/policy/schema.ts';
import { toAnnotations } from '../core/report/annotations.ts';
import { COMMENT_BYTES, markdownPages, SUMMARY_BYTES } from '../core/report/markdown.ts';
import type { Palette } from '../core/report/palette.ts';
import { renderText } from '../core/report/text.ts';
import { commitOf } from './commit.ts';
import type { Context } from './context.ts';
import { FORMATS } from './formats.ts';
import { addToPast } from './past.ts';
import { WRITTEN } from './written.ts';

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
    readonly reports: ReportPolicy;
  },
  context: Context,
): Promise<void> {
  const verdictFile = `${options.out}/verdict.json`;
  const commentFile = `${options.out}/comment.md`;
  const json = `${JSON.stringify(verdict, null, 2)}\n`;
  await context.files.write(verdictFile, json);
  const markdown = markdownPages(verdict, documents, { full: verdictFile });
  await context.files.write(commentFile, markdown(COMMENT_BYTES));
  const written = await writeReports(verdict, documents, options, context);
  const text = () =>
    renderText(verdict, documents, {
      palette: options.palette,
      width: options.width,
      files: [verdictFile, commentFile, ...written.map(({ path }) => path)],
    });
  context.host.print(options.format === 'json' ? json : text());
  context.host.annotate(toAnnotations(verdict));
  await context.host.summary(() => markdown(SUMMARY_BYTES));
  context.host.output('verdict', verdict.verdict);
  context.host.output('verdict-file', verdictFile);
  context.host.output('comment-file', commentFile);
  for (const { output, path } of written) context.host.output(output, path);
  context.host.output('out', options.out);
  await options.announce?.(verdict, documents);
}

type Options = Parameters<typeof publish>[2];

/** The history first, so that the page's trend has this run in it. */
async function writeReports(
  verdict: Verdict,
  measurements: readonly Measurement[],
  { out, reports, palette, width }: Options,
  context: Context,
): Promise<{ readonly output: string; readonly path: string }[]> {
  // A pull request's job checks out a merge; what was judged is its head.
  const commit = readEvent(process.env).commit || commitOf(process.env);
  const { history: place } = reports;
  const history = place === undefined ? [] : await addToPast(place, { verdict, commit }, context.host);
  const written: { output: string; path: string }[] = [];
  for (const { format, file, output } of WRITTEN) {
    if (!reports[format]) continue;
    const path = `${out}/${file}`;
    await context.files.write(
      path,
      await FORMATS[format]({ verdict, measurements, commit, history }, { palette, width }),
    );
    written.push({ output, path });
  }
  return written;
}
