/**
 * Pictures that are compared and still the same on every machine: no text, so no fonts, and each cell of a coarse grid is
 * the mean of its pixels, so that how edges are smoothed hardly counts. Kept as text, a digit of brightness for each cell.
 */
import type { Locator, Page } from 'playwright-core';

const COLUMNS = 64;
const ROWS = 40;

/** On top of the page, in a place and a size that no text around it has a say in. */
const ALONE =
  'position: fixed; left: 0; top: 0; width: 480px; height: auto; background: var(--card); z-index: 1';

/** Of an `<svg>`: one string a row, of hexadecimal digits, 0 for black. */
export async function pictureOf(page: Page, svg: Locator): Promise<string[]> {
  const style = await page.addStyleTag({ content: 'svg text { visibility: hidden }' });
  const own = (await svg.getAttribute('style')) ?? '';
  await svg.evaluate((one, text) => one.setAttribute('style', text), `${own}; ${ALONE}`);
  const png = (await svg.screenshot()).toString('base64');
  await svg.evaluate((one, text) => one.setAttribute('style', text), own);
  await style.evaluate((one) => one.parentNode!.removeChild(one));
  return page.evaluate(`(${CELLS})(${JSON.stringify(png)}, ${COLUMNS}, ${ROWS})`) as Promise<string[]>;
}

const CELLS = `async (data, columns, rows) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  pen.drawImage(bitmap, 0, 0);
  const pixels = pen.getImageData(0, 0, width, height).data;
  const sums = Array.from({ length: rows * columns }, () => [0, 0]);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cell = sums[Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width)];
      const at = 4 * (y * width + x);
      cell[0] += (pixels[at] + pixels[at + 1] + pixels[at + 2]) / 3;
      cell[1]++;
    }
  const digits = sums.map(([sum, count]) => Math.round((sum / count / 255) * 15).toString(16));
  return Array.from({ length: rows }, (_, row) => digits.slice(row * columns, (row + 1) * columns).join(''));
}`;

/** Cells that differ by more than one digit, of all: rounding alone moves a cell by one. */
export function differing(picture: readonly string[], other: readonly string[]): number {
  const [a, b] = [picture.join(''), other.join('')];
  if (a.length !== b.length) return 1;
  const far = [...a].filter(
    (digit, at) => Math.abs(Number.parseInt(digit, 16) - Number.parseInt(b[at]!, 16)) > 1,
  );
  return far.length / a.length;
}
