/** The page in a real browser: nothing loads, nothing of a hostile document runs, everyone can read and use it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, it, type TestContext } from 'vitest';
import { createDraw } from '../../src/adapters/charts/draw.ts';
import { renderDashboard } from '../../src/core/report/html/dashboard.ts';
import { renderHtml } from '../../src/core/report/html/page.ts';
import { HOSTILE } from '../core/report/hostile.ts';
import { pageSample } from '../core/report/page-sample.ts';
import { SAMPLES } from '../core/report/samples.ts';
import { temporaryFolder } from '../temporary.ts';
import { missing, needs } from './engine.ts';
import { differing, pictureOf } from './pictures.ts';

const EXECUTABLE = '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const draw = createDraw();
/** Share of a picture's cells that may differ, machines being what they are. */
const SAME = 0.005;

/** Errors of the console and of scripts, dialogs, and requests for anything but the page itself. */
type Trouble = string[];

let browser: Browser | undefined;
async function open(context: TestContext): Promise<Browser> {
  try {
    execFileSync(EXECUTABLE, ['--version'], { stdio: 'ignore' });
  } catch {
    return missing(context, `${EXECUTABLE} is not here`);
  }
  browser ??= await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  return browser;
}
afterAll(() => browser?.close());

/** Of what is shown now: one page serves all tests. */
let trouble: Trouble = [];
let address = '';
let shared: Page | undefined;

async function openPage(context: TestContext): Promise<Page> {
  const page = await (await open(context)).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
  });
  page.on('pageerror', ({ message }) => trouble.push(message));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== address && request.url() !== 'data:,') trouble.push(request.url());
  });
  return page;
}

function written(text: string): string {
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, text);
  return `file://${file}`;
}

async function show(
  context: TestContext,
  text: string,
  { colorScheme = 'light', width = 1280 }: { colorScheme?: 'light' | 'dark'; width?: number } = {},
): Promise<{ readonly page: Page; readonly trouble: Trouble }> {
  shared ??= await openPage(context);
  trouble = [];
  address = written(text);
  await shared.emulateMedia({ colorScheme });
  await shared.setViewportSize({ width, height: 900 });
  await shared.goto(address);
  return { page: shared, trouble };
}

const full = pageSample();
const FULL = renderHtml(full.verdict, full.measurements, draw, {
  history: full.history,
  commit: '8f3a1c9d2e7b4a60',
});

describe.each(['light', 'dark'] as const)('the page, %s', (colorScheme) => {
  for (const width of [1280, 390]) {
    it(`has nothing that axe-core objects to, ${width} pixels wide`, async (context) => {
      const { page, trouble } = await show(context, FULL, { colorScheme, width });
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as {
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
      };
      expect(
        violations.map(({ id, nodes }) => [id, nodes[0]!.html.slice(0, 300), nodes[0]!.failureSummary]),
      ).toEqual([]);
      expect(trouble).toEqual([]);
      // A wide table scrolls in its own box, the page never sideways.
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }, 240_000);
  }

  it('looks as it did when somebody last looked at it', async (context) => {
    const { page } = await show(context, FULL, { colorScheme });
    const pictures: Record<string, string[]> = {};
    for (const drawing of await page.locator('.chart svg, .graph svg').all()) {
      const name =
        (await drawing.getAttribute('aria-label')) ?? (await drawing.locator('title').textContent())!;
      pictures[name.split('. ')[0]!] = await pictureOf(page, drawing);
    }
    const file = join(import.meta.dirname, `report-page.${colorScheme}.json`);
    if (process.env.RENEW_PICTURES === 'true') writeFileSync(file, `${JSON.stringify(pictures, null, 1)}\n`);
    const known = JSON.parse(readFileSync(file, 'utf8')) as typeof pictures;
    expect(Object.keys(pictures)).toEqual(Object.keys(known));
    for (const [name, picture] of Object.entries(pictures))
      expect(differing(picture, known[name]!), name).toBeLessThan(SAME);
  }, 120_000);

  it('draws every chart, in colours that stand out from the page', async (context) => {
    const { page } = await show(context, FULL, { colorScheme });
    const charts = await page.locator('.chart svg').all();
    expect(charts.length).toBeGreaterThanOrEqual(10);
    for (const chart of charts) {
      const drawn = await inkOf(page, (await chart.screenshot()).toString('base64'));
      expect(drawn.colours, (await chart.getAttribute('aria-label')) ?? '').toBeGreaterThan(12);
      expect(drawn.share).toBeGreaterThan(0.004);
    }
  }, 120_000);
});

it('a line that is missing, in another place, or of another model is another picture', async (context) => {
  for (const change of [
    'one.remove()',
    'one.setAttribute("transform", "translate(12, 0)")',
    'one.style.stroke = "white"',
  ]) {
    const { page } = await show(context, FULL);
    const roc = page.locator('.chart svg').first();
    const before = await pictureOf(page, roc);
    expect(differing(await pictureOf(page, roc), before)).toBe(0);
    await page.evaluate(
      `{ const all = [...document.querySelector('.chart svg').querySelectorAll('path')]; const one = all.at(-1); ${change} }`,
    );
    expect(differing(await pictureOf(page, roc), before), change).toBeGreaterThan(SAME);
  }
}, 120_000);

it('other fonts make no other pictures', async (context) => {
  const { page } = await show(context, FULL);
  const all = await page.locator('.chart svg, .graph svg').all();
  const before: string[][] = [];
  for (const drawing of all) before.push(await pictureOf(page, drawing));
  await page.addStyleTag({ content: '* { font-family: monospace !important; letter-spacing: 1px }' });
  for (const [at, drawing] of all.entries())
    expect(differing(await pictureOf(page, drawing), before[at]!)).toBeLessThan(SAME);
}, 120_000);

for (const [width, where] of [
  [1280, 'side by side on a desk'],
  [390, 'one below the other on a telephone'],
] as const) {
  it(`shows the graphs of both models ${where}`, async (context) => {
    const { page } = await show(context, FULL, { width });
    const [candidate, baseline] = await Promise.all(
      (await page.locator('figure.graph').all()).map((figure) => figure.boundingBox()),
    );
    if (width === 1280) expect(baseline).toMatchObject({ y: candidate!.y, width: candidate!.width });
    else expect(baseline!.y).toBeGreaterThanOrEqual(candidate!.y + candidate!.height);
  });
}

/** Colours of a picture, and the share of pixels far from its commonest one, decoded by the browser itself. */
async function inkOf(page: Page, base64: string): Promise<{ colours: number; share: number }> {
  return page.evaluate(`(${INK})(${JSON.stringify(base64)})`) as Promise<{ colours: number; share: number }>;
}

const INK = `async (data) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  pen.drawImage(bitmap, 0, 0);
  const pixels = pen.getImageData(0, 0, bitmap.width, bitmap.height).data;
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [[ground]] = [...counts].sort((a, b) => b[1] - a[1]);
  const far = (colour) => [16, 8, 0].some((shift) => Math.abs(((colour >> shift) & 255) - ((ground >> shift) & 255)) > 60);
  const ink = [...counts].reduce((sum, [colour, count]) => sum + (far(colour) ? count : 0), 0);
  return { colours: counts.size, share: ink / (pixels.length / 4) };
}`;

it('sorts tables by keyboard, and says so', async (context) => {
  const { page, trouble } = await show(context, FULL);
  const table = page.locator('table.sortable').first();
  const column = async () => {
    const cells = await table.locator('tbody tr td:nth-child(3)').all();
    const keys = await Promise.all(cells.map((cell) => cell.getAttribute('data-sort')));
    return keys.flatMap((key) => (key ? [Number(key)] : []));
  };
  const head = table.locator('thead th').nth(2);
  await head.locator('button').focus();
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  expect(await column()).toEqual((await column()).toSorted((a, b) => a - b));
  await page.keyboard.press('Space');
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await column()).toEqual((await column()).toSorted((a, b) => b - a));
  expect(trouble).toEqual([]);
});

it('says everything without scripts', async (context) => {
  const page = await (await open(context)).newPage({ javaScriptEnabled: false });
  await page.goto(written(FULL));
  expect(await page.locator('h1').innerText()).toContain('Failed');
  expect(await page.locator('button').count()).toBe(0);
  expect(await page.locator('table').count()).toBeGreaterThan(5);
  await page.close();
});

it('shows every sample without trouble', async (context) => {
  for (const [name, { verdict, measurements }] of SAMPLES) {
    const { trouble } = await show(context, renderHtml(verdict, measurements, draw));
    expect(trouble, name).toEqual([]);
  }
});

/** Tags that the page is made of; a document must not add one. */
const TAGS = new Set(
  'html head meta title link style body a div header p h1 h2 h3 h4 dl dt dd time nav ul li main section span table caption thead tbody tr th td button details summary pre code figure figcaption svg g path rect circle line text tspan title footer script i'.split(
    ' ',
  ),
);

it('runs, loads and shows nothing of hostile documents but their text', async (context) => {
  for (const text of HOSTILE) {
    const { verdict, measurements, history } = pageSample(text, 4);
    for (const page of [
      renderHtml(verdict, measurements, draw, { history, commit: text }),
      renderDashboard(history, draw),
    ]) {
      const shown = await show(context, page);
      expect(shown.trouble, text.slice(0, 60)).toEqual([]);
      const found = (await shown.page.evaluate(
        '[[...document.querySelectorAll("*")].map((one) => one.localName), document.querySelectorAll("script").length, [...document.querySelectorAll("a")].map((one) => one.getAttribute("href")), [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]).filter(({ name }) => name.startsWith("on")).length, document.body.innerText]',
      )) as [string[], number, string[], number, string];
      expect([...new Set(found[0])].filter((tag) => !TAGS.has(tag))).toEqual([]);
      expect(found[1]).toBe(1);
      for (const target of found[2]) expect(target).toMatch(/^#/);
      expect(found[3]).toBe(0);
      expect(found[4]).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
    }
  }
}, 600_000);

it('holds 10,000 slices in a bounded page', async (context) => {
  const { verdict, measurements } = pageSample('conversion', 10_000);
  const text = renderHtml(verdict, measurements, draw);
  expect(text.length).toBeLessThan(6_000_000);
  const { page, trouble } = await show(context, text);
  expect(trouble).toEqual([]);
  expect(await page.getByText('more rules on slices').count()).toBe(1);
});

it('JUnit of hostile documents is XML to the browser', async (context) => {
  const { renderJunit } = await import('../../src/core/report/junit.ts');
  const { page } = await show(context, FULL);
  for (const text of HOSTILE) {
    const errors = await page.evaluate(
      `new DOMParser().parseFromString(${JSON.stringify(renderJunit(pageSample(text, 4).verdict))}, 'application/xml').querySelectorAll('parsererror').length`,
    );
    expect(errors, text.slice(0, 60)).toBe(0);
  }
});

it('OpenMetrics of hostile documents passes promtool', async (context) => {
  const { renderOpenMetrics } = await import('../../src/core/report/open-metrics.ts');
  needs(context, 'promtool', 'promtool', '--version');
  const texts = HOSTILE.map((text) => pageSample(text, 4).verdict);
  for (const verdict of [full.verdict, ...texts])
    expect(
      execFileSync('promtool', ['check', 'metrics'], { input: renderOpenMetrics(verdict), encoding: 'utf8' }),
    ).toBe('');
});
