import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeReference } from './write-reference.ts';

const root = join(import.meta.dirname, '../../..');

/** zod for plugins, the server's events for a browser, and its lines for the command. */
const furtherEntries = ['_itsm-bridge_core_zod', '_itsm-bridge_server_client', '_itsm-bridge_server_lines'] as const;

const pageOf = (file: string) => `${file === 'create-itsm-plugin.md' ? '' : '_itsm-bridge_'}${file.replace('.md', '')}`;

test('everything that is imported of a published package has a page, and no docstring leads nowhere', async () => {
  const out = mkdtempSync(join(tmpdir(), 'itsm-reference-'));
  try {
    expect(await writeReference(root, out)).toEqual([]);
    expect(readdirSync(join(out, 'modules'))).toEqual(
      [...readdirSync(join(root, 'api')).map(pageOf), ...furtherEntries].map(name => `${name}.html`).sort(),
    );
    expect(readFileSync(join(out, 'functions/_itsm-bridge_core.createItsm.html'), 'utf8')).toMatch(
      /Parameters.*Returns.*Throws.*create-itsm\.ts/s,
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}, 180_000);
