/** Writes what is derived from src/: action.yml files, README tables, JSON Schemas. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACTIONS, actionReadme, actionYaml } from './generate/actions.ts';
import { metricsPage } from './generate/metrics.ts';
import { schemas } from './generate/schemas.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every derived file by path. A README keeps what stands outside its generated tables. */
export function derivedFiles(): Map<string, string> {
  const files = new Map<string, string>([...schemas(), ['docs/metrics.md', metricsPage()]]);
  for (const action of ACTIONS) {
    const readme = join(action.folder, 'README.md');
    files.set(join(action.folder, 'action.yml'), actionYaml(action));
    files.set(
      readme,
      actionReadme(action, existsSync(join(root, readme)) ? readFileSync(join(root, readme), 'utf8') : ''),
    );
  }
  return files;
}

if (import.meta.main) {
  for (const [path, text] of derivedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
