import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeReference } from './write-reference.ts';

const root = join(import.meta.dirname, '../../..');

const scopeOf = (file: string) => (file === 'create-itsm-plugin.md' ? '' : '_itsm-bridge_');

test('every published package has a page, and no docstring leads nowhere', async () => {
  const out = mkdtempSync(join(tmpdir(), 'itsm-reference-'));
  try {
    expect(await writeReference(root, out)).toEqual([]);
    expect(readdirSync(join(out, 'modules'))).toEqual(
      readdirSync(join(root, 'api'))
        .map(file => `${scopeOf(file)}${file.replace('.md', '.html')}`)
        .sort(),
    );
    expect(readFileSync(join(out, 'functions/_itsm-bridge_core.createItsm.html'), 'utf8')).toMatch(
      /Parameters.*Returns.*Throws.*create-itsm\.ts/s,
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}, 180_000);
