#!/usr/bin/env node
import { oldNode } from './old-node.ts';

// Whatever is imported up there is linked before this line, and an older Node cannot even read some of it.
const problem = oldNode(process.versions.node);
if (problem === undefined) {
  const { start } = await import('./start.ts');
  await start();
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
