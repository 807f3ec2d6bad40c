import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of `packages` that go to npm, in order. The private ones are for this repository's own tests. */
export const publishedPackages = (root: string): readonly string[] =>
  readdirSync(join(root, 'packages'))
    .filter(folder => JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')).private !== true)
    .sort();
