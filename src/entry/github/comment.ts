import { commentSpec } from '../../specs/comment.ts';
import { comment } from '../comment.ts';
import { runStep, terminal } from '../step.ts';

await runStep(commentSpec, (inputs, host) =>
  comment(inputs, host, async ({ verdict, measurements }) => {
    const { renderText } = await import('../../core/report/text.ts');
    host.print(renderText(verdict, measurements, { ...terminal, files: [] }));
  }),
);
