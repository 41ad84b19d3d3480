/** Charts to SVG by Observable Plot, on a document of linkedom. */
import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Chart, Draw } from '../../core/report/charts/chart.ts';
import { forest } from './forest.ts';
import { histogram } from './histogram.ts';
import { lines } from './lines.ts';
import { shares } from './shares.ts';

const OPTIONS: { readonly [K in Chart['kind']]: (chart: Extract<Chart, { kind: K }>) => PlotOptions } = {
  lines,
  histogram,
  forest,
  shares,
};

/** Draws on a document of its own. */
export function createDraw(): Draw {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return (chart) => {
    const options = (OPTIONS[chart.kind] as (chart: Chart) => PlotOptions)(chart);
    const svg = plot({ document, ...options });
    // The page has its own styles, and what the drawing says stands in its label: the parts stay silent.
    for (const part of svg.querySelectorAll('[aria-label],[aria-description]')) {
      part.removeAttribute('aria-label');
      part.removeAttribute('aria-description');
    }
    for (const style of svg.querySelectorAll('style')) style.remove();
    for (const name of ['width', 'height', 'class', 'style', 'fill', 'font-family'])
      svg.removeAttribute(name);
    svg.setAttribute('font-size', '12');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', `${chart.title}. ${chart.description}`);
    return svg.outerHTML;
  };
}
