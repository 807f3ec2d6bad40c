import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changelogOf } from './changelog/changelog-of.ts';
import { readChangesets } from './changelog/read-changesets.ts';

const root = join(import.meta.dirname, '..');
const head = '# Changelog\n\nAll packages.\n\n## Unreleased\n';
const found = { packages: ['@itsm-bridge/core'], bump: 'minor', words: 'It finds.' } as const;
const mended = { packages: ['@itsm-bridge/core', 'create-itsm-plugin'], bump: 'patch', words: 'It holds.' } as const;

test('CHANGELOG.md says what waits in .changeset (npx pnpm@10 changelog writes it)', () => {
  const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  expect(changelogOf(text, readChangesets(root), '0.0.0')).toBe(text);
});

test('what is new stands before what was mended, each with its packages', () => {
  expect(changelogOf(head, [mended, found], '0.0.0')).toBe(
    `${head}\n### New\n\n- **core**: It finds.\n\n### Mended\n\n- **core, create-itsm-plugin**: It holds.\n`,
  );
});

test('a release puts it under its version, and the next change begins anew above it', () => {
  const released = changelogOf(changelogOf(head, [found], '0.0.0'), [], '0.1.0');
  expect(released).toBe(`${head}\n## 0.1.0\n\n### New\n\n- **core**: It finds.\n`);
  expect(changelogOf(released, [], '0.1.0')).toBe(released);
  expect(changelogOf(released, [mended], '0.1.0')).toBe(
    `${head}\n### Mended\n\n- **core, create-itsm-plugin**: It holds.\n\n## 0.1.0\n\n### New\n\n- **core**: It finds.\n`,
  );
});
