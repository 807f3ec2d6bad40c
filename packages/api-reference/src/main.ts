import { join } from 'node:path';
import { writeReference } from './write-reference.ts';

// `npx pnpm@10 api:pages`
const root = join(import.meta.dirname, '../../..');
const out = join(root, 'packages/api-reference/dist/pages');
const problems = await writeReference(root, out);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write('Written to packages/api-reference/dist/pages: open index.html.\n');
