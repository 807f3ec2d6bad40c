import { readFileSync } from 'node:fs';
import type { Versions } from './fill-template.ts';

/** What this release was tested with: the ranges of its own manifest. Inside the repository they are no ranges: then any. */
export function versions(): Versions {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const range = (name: string): string => {
    const found = String(manifest.devDependencies?.[name] ?? '*');
    return /^(workspace|catalog):/.test(found) ? '*' : found;
  };
  return {
    core: range('@itsm-bridge/core'),
    dryRun: range('@itsm-bridge/plugin-dryrun'),
    testkit: range('@itsm-bridge/testkit'),
    zod: range('zod'),
    biome: range('@biomejs/biome'),
    typescript: range('typescript'),
    nodeTypes: range('@types/node'),
  };
}
