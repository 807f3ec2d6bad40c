import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { benchmarks } from './benchmarks.ts';
import { runApart } from './run-apart.ts';

/** What each says that it measures, and what it counts beside that, in small. */
const declared: Readonly<Record<string, { readonly figures: readonly string[]; readonly counts: readonly string[] }>> =
  {
    pipeline: {
      figures: ['a short analysis', 'ten analyses'].flatMap(of => [
        `CPU of a ticket ÷ jira.js createIssue, ${of}`,
        `CPU of a ticket ÷ undici POST, ${of}`,
      ]),
      counts: ['a short analysis', 'ten analyses'].flatMap(of => [
        `issues of the platform, ${of}`,
        `tickets in the ledger, ${of}`,
      ]),
    },
    markdown: {
      figures: ['example reports', 'prose', 'tables', 'lists', 'tasks', 'code', 'quotes'].map(
        kind => `Markdown to ADF ÷ marklassian, ${kind}`,
      ),
      counts: [],
    },
    start: {
      figures: ['itsm --version', 'itsm preview of one analysis', "import '@itsm-bridge/core'"].map(
        what => `${what} ÷ an empty script`,
      ),
      counts: [],
    },
    queue: {
      figures: ['deliveries of one worker', 'CPU of the process', 'CPU of PostgreSQL'].map(
        what => `${what} ÷ a loop by hand`,
      ),
      counts: countsOf('ours', 'theirs'),
    },
    workers: { figures: ['deliveries of 2 workers ÷ one'], counts: countsOf('workers_1', 'workers_2') },
    backlog: {
      figures: ['CPU of a delivery, 120 waiting ÷ 60', 'most memory of a worker that drains 120'],
      counts: countsOf('depth_60', 'depth_120'),
    },
  };

function countsOf(...ledgers: readonly string[]): readonly string[] {
  const kinds = ['deliveries', 'tickets', 'events'];
  return ['issues of the platform', ...ledgers.flatMap(ledger => kinds.map(kind => `${kind} on record, ${ledger}`))];
}

/** The processes of all of them load the same files. */
let compiled: string;
beforeAll(() => {
  compiled = mkdtempSync(join(tmpdir(), 'itsm-bench-'));
});
afterAll(() => rmSync(compiled, { recursive: true }));

// CPU of other processes is read from Linux' own files.
describe.skipIf(process.platform !== 'linux')('a benchmark, in small and from the sources', () => {
  it.each(Object.keys(benchmarks))('%s gives each of its figures, and every request was made once', async name => {
    vi.stubEnv('NODE_COMPILE_CACHE', compiled);
    const execArgv = ['--conditions=source'];
    const { figures, counts } = await runApart(name, { size: 'small', rounds: 1, say() {}, execArgv });
    expect(figures.map(({ what }) => what)).toEqual(declared[name]?.figures);
    for (const { what, value, sides } of figures) {
      for (const { median } of [value, ...sides.map(({ amount }) => amount)]) {
        expect(Number.isFinite(median) && median > 0, `${what}: ${median}`).toBe(true);
      }
    }
    expect(counts.map(({ what }) => what)).toEqual(declared[name]?.counts);
    expect(counts.filter(({ expected, counted }) => counted !== expected || counted === 0)).toEqual([]);
  });
});
