import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { policyJsonSchema } from '../../../src/core/policy/json-schema.ts';
import { parsePolicy } from '../../../src/core/policy/parse.ts';

const page = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8');
const example = /^```yaml\n(.*?)^```$/ms.exec(page)?.[1] ?? '';
const schema = policyJsonSchema() as { $id: string };

test('the example is a policy', () => {
  const parsed = parsePolicy(example, 'docs/policy.md');
  expect(parsed.ok ? [] : parsed.faults).toEqual([]);
  expect(parsed.ok && Object.keys(parsed.policy.models)).toEqual(['conversion']);
});

test('the example points to the published schema', () => {
  expect(example).toContain(`# yaml-language-server: $schema=${schema.$id}\n`);
});

/** Every key of the schema, with its default where it has a plain one. */
function* keysOf(node: unknown): Generator<[key: string, fallback: unknown]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries((node as { properties?: object }).properties ?? {}))
    yield [key, (child as { default?: unknown }).default];
  for (const child of Object.values(node)) yield* keysOf(child);
}

test.each([...new Map(keysOf(schema))])('documents the key `%s`', (key, fallback) => {
  const line = page.split('\n').find((text) => text.includes(`\`${key}\``) && /^[|`M]/.test(text));
  expect(line).toBeDefined();
  if (typeof fallback === 'string' || typeof fallback === 'number') expect(page).toContain(String(fallback));
});
