/** Which files a query reads, as far as its own text says so: what DuckDB's parser makes of it is looked through. */
import type { Engine } from './engine.ts';
import { clip, quoteText } from './sql.ts';

/** Table functions whose first argument is a file, or a list of files. */
const READERS =
  /^(read_(csv|json|json_objects|ndjson|ndjson_objects)(_auto)?|read_(parquet|text|blob)|parquet_scan)$/;
/** Table functions that make rows of nothing but their arguments. */
const MAKERS = /^(range|generate_series|unnest|repeat|json_each|json_tree)$/;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

/** Patterns of files, or in words why the query's rows may change without them. */
export type QueryFiles = { readonly patterns: readonly string[] } | { readonly why: string };

export async function filesOfQuery(engine: Engine, query: string): Promise<QueryFiles> {
  const [[text] = []] = await engine.rows(`SELECT json_serialize_sql(${quoteText(query)})`);
  const tree = JSON.parse(String(text)) as Node;
  if (tree.error !== false) return { why: 'it cannot be parsed' };
  const unsteady = await engine.rows(
    `SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE stability <> 'CONSISTENT'`,
  );
  return look(tree, new Set(unsteady.map(([name]) => String(name))));
}

function look(tree: Node, unsteady: ReadonlySet<string>): QueryFiles {
  const nodes = [...nodesIn(tree)];
  const own = new Set(
    nodes
      .flatMap(({ cte_map }) => ((cte_map as Node | undefined)?.map as Node[]) ?? [])
      .map(({ key }) => key),
  );
  const patterns: string[] = [];
  for (const node of nodes) {
    if (node.sample) return { why: 'it draws a sample' };
    // `current_date` and its like are written without parentheses.
    const called = node.class === 'COLUMN_REF' ? (node.column_names as string[]).at(-1) : node.function_name;
    if (unsteady.has(String(called).toLowerCase()))
      return { why: `\`${called}\` may give something else each time` };
    if (node.type === 'BASE_TABLE' && !own.has(node.table_name!)) {
      if (node.catalog_name || node.schema_name)
        return { why: `it reads the table ${clip(`${node.schema_name}.${node.table_name}`)}` };
      patterns.push(String(node.table_name));
    }
    if (node.type === 'TABLE_FUNCTION') {
      const { function_name: name, children } = node.function as Node;
      if (MAKERS.test(String(name))) continue;
      const files = READERS.test(String(name)) ? constants((children as Node[])[0]!) : null;
      if (!files) return { why: `which files ${clip(String(name))}() reads is not in its text` };
      patterns.push(...files);
    }
  }
  return { patterns };
}

/** Text that stands there, alone or in a list; null for anything that has to be computed. */
function constants(node: Node): readonly string[] | null {
  if (node.class === 'CONSTANT') return [String((node.value as Node).value)];
  const list = node.function_name === 'list_value' || node.class === 'ARRAY';
  const items = list ? (node.children as Node[]).map(constants) : [null];
  return items.includes(null) ? null : (items as string[][]).flat();
}

function* nodesIn(value: Json): Iterable<Node> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield value as Node;
  for (const part of Object.values(value)) yield* nodesIn(part);
}
