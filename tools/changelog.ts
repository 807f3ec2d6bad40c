import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changelogOf } from './changelog/changelog-of.ts';
import { readChangesets } from './changelog/read-changesets.ts';

// Writes what is new to CHANGELOG.md: after a changeset, and in a release, when changesets have become a version.
const root = new URL('..', import.meta.url).pathname;
const file = join(root, 'CHANGELOG.md');
const { version } = JSON.parse(readFileSync(join(root, 'packages/core/package.json'), 'utf8'));
writeFileSync(file, changelogOf(readFileSync(file, 'utf8'), readChangesets(root), version));
