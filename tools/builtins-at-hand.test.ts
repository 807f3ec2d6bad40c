import { expect, it } from 'vitest';
import { builtinsAtHand } from './packages/builtins-at-hand.ts';

it.each([
  ['import { join } from "node:path";', `const { join } = taken('node:path');`],
  [
    'import { a, setTimeout as sleep } from "node:timers/promises";',
    `const { a, setTimeout: sleep } = taken('node:timers/promises');`,
  ],
  ['import process$1 from "node:process";', `const process$1 = taken('node:process');`],
  [`import * as zlib from 'node:zlib';`, `const zlib = taken('node:zlib');`],
  ['import path, { sep } from "node:path";', `const path = taken('node:path'); const { sep } = taken('node:path');`],
])('%s', (line, expected) => {
  const after = builtinsAtHand(`#!/usr/bin/env node\n${line}\nsep;\n`);
  expect(after.replaceAll('globalThis.process.getBuiltinModule', 'taken')).toBe(
    `#!/usr/bin/env node\n${expected}\nsep;\n`,
  );
});

it.each([
  'import "node:fs";',
  'import { z } from "zod";',
  'const { join } = await import("node:path");',
  'export { join } from "node:path";',
  `  text = 'import { join } from "node:path";';`,
  'const plugin = `\nimport { join } from "node:path";\n`;',
])('leaves %s as it is', line => {
  expect(builtinsAtHand(line)).toBe(line);
});
