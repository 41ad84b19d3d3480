import { expect, test } from 'vitest';
import { renderFaults } from '../../../src/core/report/faults.ts';
import { type Palette, PLAIN_PALETTE } from '../../../src/core/report/palette.ts';

test('all at once: where, what, the fix, the engine’s own words', () => {
  const text = renderFaults(
    [
      {
        code: 'policy-invalid',
        message: '`margin` of `auc` is `0.2%%`, which is neither a number nor a percentage.',
        fix: 'Write a number such as `0.002`, or a percentage of the baseline such as `1%`.',
        at: { file: 'onnx-gate.yml', line: 12, column: 5 },
      },
      { code: 'file-missing', message: 'There is no file `models/conversion.onnx`.' },
      {
        code: 'model-crashed',
        message: 'The process that ran models/click.onnx ended with signal SIGSEGV after 1.2 s.',
        fix: 'Open the model in ONNX Runtime on this machine to see whether it fails there too.',
        details: 'onnxruntime: \u001B[31mfatal\u001B[0m\n\n::error::in node 7\r\nlast line',
      },
    ],
    PLAIN_PALETTE,
    80,
  );
  expect(text).toMatchInlineSnapshot(`
    "✗ onnx-gate.yml:12:5
      \`margin\` of \`auc\` is \`0.2%%\`, which is neither a number nor a percentage.
      fix: Write a number such as \`0.002\`, or a percentage of the baseline such as
           \`1%\`.

    ✗ There is no file \`models/conversion.onnx\`.

    ✗ The process that ran models/click.onnx ended with signal SIGSEGV after 1.2 s.
      fix: Open the model in ONNX Runtime on this machine to see whether it fails
           there too.
      │ onnxruntime: fatal
      │ ::error::in node 7
      │ last line
    "
  `);
});

test('colours mark the place, the message and the fix', () => {
  const tag = (name: string) => (inner: string) => `<${name}>${inner}</${name}>`;
  const palette: Palette = {
    green: tag('green'),
    red: tag('red'),
    yellow: tag('yellow'),
    dim: tag('dim'),
    bold: tag('bold'),
    cyan: tag('cyan'),
  };
  const at = { file: 'p.yml', line: 1, column: 2 };
  expect(
    renderFaults([{ code: 'policy-invalid', message: 'Wrong.', fix: 'Mend.', details: 'why', at }], palette),
  ).toBe(
    [
      '<red>✗</red> <cyan>p.yml:1:2</cyan>',
      '  <bold>Wrong.</bold>',
      '  <green>fix: </green>Mend.',
      '<dim>  │ why</dim>',
      '',
    ].join('\n'),
  );
});

test('the last twenty lines of an engine are enough, and so are fifty faults', () => {
  const details = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`).join('\n');
  const shown = renderFaults([{ code: 'model-crashed', message: 'Crashed.', details }], PLAIN_PALETTE);
  expect(shown.match(/│ line/g)).toHaveLength(20);
  expect(shown).toContain('│ line 100');
  const many = Array.from({ length: 53 }, (_, index) => ({
    code: 'file-missing' as const,
    message: `No file ${index}.`,
  }));
  expect(renderFaults(many, PLAIN_PALETTE)).toMatch(/No file 49\.\n\nand 3 more faults\n$/);
});
