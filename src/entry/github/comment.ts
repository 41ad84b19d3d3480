import { renderText } from '../../core/report/text.ts';
import { commentSpec } from '../../specs/comment.ts';
import { comment } from '../comment.ts';
import { runStep, terminal } from '../step.ts';

await runStep(commentSpec, (inputs, host) =>
  comment(inputs, host, ({ verdict, measurements }) =>
    host.print(renderText(verdict, measurements, { ...terminal, files: [] })),
  ),
);
