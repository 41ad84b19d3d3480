import { renderText } from '../../core/report/text.ts';
import { commentSpec } from '../../specs/comment.ts';
import { runStep, terminal } from '../action.ts';
import { comment } from '../comment.ts';

await runStep(commentSpec, (inputs, host) =>
  comment(inputs, host, ({ verdict, measurements }) =>
    host.print(renderText(verdict, measurements, { ...terminal, files: [] })),
  ),
);
