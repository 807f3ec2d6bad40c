import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReport } from './packages/api-report.ts';
import { publishedPackages } from './published-packages.ts';

// Writes the public types of every package to api/. What is built is read: `pnpm api` builds first.
const root = new URL('..', import.meta.url).pathname;
mkdirSync(join(root, 'api'), { recursive: true });
for (const folder of publishedPackages(root)) {
  const report = apiReport(join(root, 'packages', folder));
  if (report !== undefined) writeFileSync(join(root, 'api', `${folder}.md`), report);
}
