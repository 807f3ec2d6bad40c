import type { Findings } from './findings.ts';
import type { Packed } from './packed.ts';

const file = 'dist/LICENCES.md';

/** Whoever gets code of others with ours gets its licence, too: held against what the source maps say that the code is from. */
export function checkLicences({ name, files, read }: Packed, findings: Findings): void {
  const told = files.includes(file) ? read(file) : '';
  const maps = files.filter(path => path.startsWith('dist/') && path.endsWith('.js.map'));
  const sources = maps.flatMap((path): readonly string[] => JSON.parse(read(path)).sources);
  for (const wanted of new Set(sources.flatMap(packageOf))) {
    if (!told.includes(`## ${wanted} `)) findings.add(`${name} ${file}`, `does not have the licence of ${wanted}`);
  }
}

const packageOf = (source: string): readonly string[] =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.slice(1) ?? [];
