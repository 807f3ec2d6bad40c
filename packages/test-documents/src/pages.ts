import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Page {
  /** From the root of the repository: `docs/ITSM_QUICKSTART.md`. */
  readonly file: string;
  readonly markdown: string;
}

export const root = join(import.meta.dirname, '../../..');

const patterns = ['*.md', 'docs/**/*.md', 'examples/*/README.md', 'examples/README.md', 'packages/*/README.md'];

/** What a reader of this repository is shown. */
export const pages: readonly Page[] = globSync(patterns, { cwd: root })
  .sort()
  .map(file => ({ file, markdown: readFileSync(join(root, file), 'utf8') }));
