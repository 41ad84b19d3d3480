import { readEvent } from '../../adapters/github/event.ts';
import { renderImageMarkdown, renderImageText } from '../../core/report/image.ts';
import { imageSpec } from '../../specs/image.ts';
import { image } from '../image.ts';
import { imageOutputs } from '../image-outputs.ts';
import { runStep } from '../step.ts';
import { refuseUntrusted } from '../untrusted.ts';

await runStep(imageSpec, async (inputs, host) => {
  refuseUntrusted(readEvent(process.env), inputs['dangerously-load-untrusted-models']);
  // GitHub's own registry takes it as a password.
  process.env.GITHUB_TOKEN ||= inputs['github-token'] ?? '';
  const made = await image(inputs, host);
  for (const note of made.image.notes) host.warn(note);
  host.print(renderImageText(made.image));
  await host.summary(() => renderImageMarkdown(made.image));
  for (const [name, value] of imageOutputs(made.image)) host.output(name, value);
  host.output('image-file', made.file);
  if (made.image.untagged === null) return 0;
  host.fail(`No tag was put. ${made.image.untagged}`);
  return 1;
});
