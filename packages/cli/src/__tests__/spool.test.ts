import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell, sandboxSecrets, specConfig } from './shell.ts';

const analysis = { job: { id: 'abc123', title: 'Checkout requests time out', severity: 'critical' } };
const nowhere = 'http://127.0.0.1:9';
const away = ['--database', 'postgres://itsm@127.0.0.1:1/itsm'];
const withSpool = ['--config', 'spool.json'];

let shell: Shell;
beforeAll(async () => {
  shell = await openShell(sandboxSecrets);
  const config = JSON.parse(await specConfig(nowhere, nowhere));
  await shell.write('fail.json', config);
  await shell.write('spool.json', { $settings: { on_ledger_unavailable: 'spool' }, ...config });
  await shell.write('analysis.json', analysis);
});
afterAll(() => shell[Symbol.asyncDispose]());

describe('a database that is not there', () => {
  it('fails the command at once, by default', async () => {
    const { status, stdout, stderr } = await shell.itsm(['create', 'analysis.json', '--config', 'fail.json', ...away]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('Nothing answers at 127.0.0.1:1');
    expect(await readdir(shell.dir)).not.toContain('.itsm');
  });

  it('leaves the analysis in a file for each integration with on_ledger_unavailable: spool, and says where', async () => {
    const { status, stdout } = await shell.itsm(['create', 'analysis.json', ...withSpool, ...away]);
    expect(status).toBe(0);
    const dir = join(shell.dir, '.itsm', 'spool');
    const names = await readdir(dir);
    const kept = await Promise.all(names.map(async name => JSON.parse(await readFile(join(dir, name), 'utf8'))));
    expect(kept.map(({ integration }) => integration).toSorted()).toEqual(['jira', 'servicenow']);
    expect(kept).toMatchObject([{ analysis }, { analysis }]);
    expect(stdout).toMatch(/^pending +servicenow +- +abc123\n {4}ledger: Nothing answers at 127\.0\.0\.1:1/);
    for (const name of names) expect(stdout).toContain(`warning: The analysis is kept in ${join(dir, name)}.`);
    const lines = await shell.json(['create', 'analysis.json', '--enqueue', ...withSpool, ...away]);
    expect(lines).toMatchObject([
      { integration: 'servicenow', status: 'pending', warnings: [{ code: 'spooled' }] },
      { integration: 'jira', status: 'pending', warnings: [{ code: 'spooled' }] },
    ]);
    expect(await readdir(dir)).toEqual(names);
  });

  it('gets it with the next start that finds one and is no dry run', async () => {
    await shell.write('other.json', { job: { ...analysis.job, id: 'def456' } });
    expect((await shell.itsm(['create', 'other.json', '--enqueue', ...withSpool])).status).toBe(0);
    expect(await shell.json(['lanes', ...withSpool])).toMatchObject([
      { integration: 'servicenow', pending: 2 },
      { integration: 'jira', pending: 2 },
    ]);
    expect(await readdir(join(shell.dir, '.itsm', 'spool'))).toEqual([]);
    // Two starts of the embedded database.
  }, 60_000);
});
