import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ledger } from '@itsm-bridge/core';
import { poolFor } from '@itsm-bridge/test-postgres';
import { ledgerContract } from '@itsm-bridge/testkit';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedLedger } from '../open-embedded-ledger.ts';
import { openLedger } from '../open-ledger.ts';
import { claimed, newDelivery, settlementOf } from './samples.ts';
import { secondDoor } from './second-door.ts';

let root: string;
/** Closed, with tables: copied where a test wants one of its own, since making one takes seconds. */
let template: string;
let ledger: Ledger;
let rows: Pool;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'itsm-embedded-'));
  template = join(root, 'template');
  await (await openEmbeddedLedger({ dir: template })).close();
  const dir = await copy('main');
  ledger = await openLedger({ dir });
  rows = poolFor({ host: dir, port: 5432, user: 'postgres', database: 'postgres' });
});

afterAll(async () => {
  await rows?.end();
  await ledger?.close();
  await rm(root, { recursive: true, force: true });
});

describe('the embedded ledger', () => {
  ledgerContract({ describe, it }, async () => ({ ledger, ...secondDoor(rows) }));

  it('is for its owner only, and not for git', async () => {
    expect((await stat(join(root, 'main'))).mode & 0o777).toBe(0o700);
    expect(await readFile(join(root, 'main', '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('keeps its rows from one opening to the next, and leaves nothing but them behind', async () => {
    const dir = await copy('again');
    const first = await openEmbeddedLedger({ dir });
    const delivery = newDelivery();
    await first.settle(await claimed(first, delivery), settlementOf(delivery));
    await first.close();
    expect((await readdir(dir)).sort()).toEqual(['.gitignore', 'pgdata']);
    const second = await openEmbeddedLedger({ dir });
    expect((await second.claim(delivery)).status).toBe('settled');
    await second.close();
    await expect(second.close()).resolves.toBeUndefined();
  });

  it('refuses a second opening in the same process', async () => {
    const message = new RegExp(
      `main is in use by process ${process.pid}. Stop that process, or .*--database or DATABASE_URL`,
    );
    await expect(openEmbeddedLedger({ dir: join(root, 'main') })).rejects.toMatchObject({ kind: 'ledger', message });
    expect((await ledger.claim(newDelivery())).status, 'the first is not disturbed').toBe('claimed');
  });

  it('refuses a second process, and takes over at once from one that was killed', async () => {
    const dir = await copy('killed');
    const child = hold(dir);
    const key = await firstLine(child);
    const message = expect.stringContaining(`in use by process ${child.pid}`);
    await expect(openEmbeddedLedger({ dir })).rejects.toMatchObject({ kind: 'ledger', message });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const mine = await openEmbeddedLedger({ dir });
    expect(await mine.deliveries({ key })).toMatchObject([{ status: 'created' }]);
    await mine.close();
  });

  it('goes to exactly one of several that find what a killed process left', async () => {
    const dir = await copy('contended');
    const child = hold(dir);
    await firstLine(child);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const opened = await Promise.allSettled([1, 2, 3].map(() => openEmbeddedLedger({ dir })));
    const ledgers = opened.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
    expect(ledgers).toHaveLength(1);
    await ledgers[0]?.close();
  });

  it('works where the path is too long for a socket', async () => {
    const dir = await copy('long-'.repeat(24));
    const long = await openEmbeddedLedger({ dir });
    expect((await long.claim(newDelivery())).status).toBe('claimed');
    await expect(openEmbeddedLedger({ dir })).rejects.toMatchObject({ kind: 'ledger' });
    await long.close();
  });

  it.each([
    { what: 'damaged', file: 'global/pg_control', content: 'x'.repeat(8192), says: 'it is damaged' },
    { what: 'of another version', file: 'PG_VERSION', content: '12\n', says: 'it says PostgreSQL 12' },
  ])('says so when its data is $what, and lets go of the folder', async ({ what, file, content, says }) => {
    const dir = await copy(what);
    await writeFile(join(dir, 'pgdata', file), content);
    const message = expect.stringContaining(says);
    await expect(openEmbeddedLedger({ dir })).rejects.toMatchObject({ kind: 'ledger', message });
    expect((await readdir(dir)).sort()).toEqual(['.gitignore', 'pgdata']);
  });

  it('says so when the folder cannot be made', async () => {
    const file = join(root, 'a-file');
    await writeFile(file, '');
    const message = expect.stringContaining('cannot be used');
    await expect(openEmbeddedLedger({ dir: join(file, '.itsm') })).rejects.toMatchObject({ kind: 'ledger', message });
  });
});

async function copy(name: string): Promise<string> {
  const dir = join(root, name);
  await cp(template, dir, { recursive: true });
  return dir;
}

function hold(dir: string): ChildProcess {
  const script = fileURLToPath(new URL('hold-embedded-ledger.ts', import.meta.url));
  return spawn(process.execPath, ['--conditions=source', script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** @throws when the process ends without one. */
async function firstLine(child: ChildProcess): Promise<string> {
  for await (const chunk of child.stdout ?? []) return String(chunk).trim();
  throw new Error('the process ended before it held the folder');
}
