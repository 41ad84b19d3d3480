/** A policy to break: `policy` puts a block below the model `m` of a small right one. */
export const HOLDOUT = 'holdout: { source: rows.parquet, label: y }';

export function policy(...lines: string[]): string {
  return [
    'version: 1',
    'models:',
    '  m:',
    '    candidate: m.onnx',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
}
