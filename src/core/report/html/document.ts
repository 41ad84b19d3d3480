import { html, type Markup, raw, textOf } from './markup.ts';
import { SORT_SCRIPT, SORT_SCRIPT_SHA256 } from './script.ts';
import { STYLE } from './style.ts';

/** Nothing is loaded, and only the one script runs: foreign text that slipped through could do nothing. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  `script-src 'sha256-${SORT_SCRIPT_SHA256}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The frame of every page. */
export function document(title: string, body: Markup): string {
  return textOf(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">To the report</a>
<div class="page" id="content">
${body}
</div>
<script>${raw(SORT_SCRIPT)}</script>
</body>
</html>
`);
}
