import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the examples need beside our packages, in the versions of the catalog: `zod@^4.6.7`. */
export function toolVersions(root: string): readonly string[] {
  const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  return ['@types/node', 'typescript', 'vitest', 'zod'].map(name => {
    const version = new RegExp(`^ {2}"?${name}"?: (\\S+)$`, 'm').exec(catalog)?.[1];
    if (!version) throw new Error(`pnpm-workspace.yaml: ${name} is not in the catalog`);
    return `${name}@${version}`;
  });
}
