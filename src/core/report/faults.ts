import type { Fault } from '../errors.ts';
import { wrap } from './columns.ts';
import { detailLines } from './detail-lines.ts';
import { plural } from './format.ts';
import type { Palette } from './palette.ts';
import { inertLines, safeName, safeText } from './safe-text.ts';

export type { Palette } from './palette.ts';

/** Most faults that are spelled out. */
const FAULTS = 50;

/** All faults for a terminal: what happened and where, what to do, and the engine's own words below. */
export function renderFaults(faults: readonly Fault[], palette: Palette, width = 100): string {
  const shown = faults.slice(0, FAULTS).map((fault) => faultLines(fault, palette, width).join('\n'));
  const more = faults.length - shown.length;
  const rest = more > 0 ? [palette.dim(`and ${plural(more, 'more fault')}`)] : [];
  return `${inertLines([...shown, ...rest].join('\n\n'))}\n`;
}

function faultLines({ message, fix, at, details }: Fault, palette: Palette, width: number): string[] {
  const place = at && `${safeName(at.file, 400)}:${at.line}:${at.column}`;
  return [
    ...(place ? [`${palette.red('✗')} ${palette.cyan(place)}`] : []),
    ...wrap(safeText(message, 2000), width - 2).map((line, index) =>
      index === 0 && !place ? `${palette.red('✗')} ${palette.bold(line)}` : `  ${palette.bold(line)}`,
    ),
    ...(fix ? hanging('fix: ', safeText(fix, 2000), width, palette) : []),
    ...(details ? detailLines(details).map((line) => palette.dim(`  │ ${line}`)) : []),
  ];
}

function hanging(label: string, text: string, width: number, palette: Palette): string[] {
  return wrap(text, width - 2 - label.length).map(
    (line, index) => `  ${index === 0 ? palette.green(label) : ' '.repeat(label.length)}${line}`,
  );
}
