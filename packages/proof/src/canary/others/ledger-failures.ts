import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkProblem } from '@itsm-bridge/core';
import { createPostgresLedger, openLedger } from '@itsm-bridge/postgres';
import { freePort, poolFor } from '@itsm-bridge/test-postgres';
import { analysisOf } from '../drive/analysis-of.ts';
import { openDesk } from '../drive/open-desk.ts';
import type { Site } from '../site.ts';
import { type OtherPath, seen } from '../world.ts';

export const ledgerFailures: OtherPath = {
  name: 'a ledger that is not there, refuses, cannot be made, or goes away',
  async go({ sites, house }, see) {
    const [site] = sites.all;
    if (!site) return;
    const wrong = `wrong-${house.secret.text}`;
    const urls = [
      house.urlWith({ password: wrong }),
      house.urlWith({ port: await freePort() }),
      house.urlWith({ database: 'nowhere' }),
      // Connects, and may make nothing.
      house.urlWith({ database: 'foreign_land', user: 'visitor' }),
      // A platform is no PostgreSQL.
      house.urlWith({ port: Number(new URL(site.parrot.url).port) }),
      house.url.replace('postgres://', 'mysql://'),
      house.url.replace('127.0.0.1', '127.0.0.1 x'),
      house.url.replace('127.0.0.1', 'db.canary.invalid'),
      `${house.url}?sslmode=verify-full`,
      `postgres://canary:${house.secret.text}@127.0.0.1:1/x`,
    ];
    const spoolDir = join(sites.folder, 'spool');
    for (const url of urls) {
      await seen(see, 'deliveries', () => openLedger({ database: url }));
      const more = { ledger: () => createPostgresLedger({ url }), spoolDir };
      await seen(see, 'deliveries', async () => {
        const desk = await openDesk(site, {
          readable: true,
          settings: { on_ledger_unavailable: 'spool', database: url },
          more,
        });
        await seen(see, 'deliveries', () => desk.itsm.createTickets(analysisOf('spooled')));
        await seen(see, 'lanes', () => desk.itsm.lanes());
        await desk.itsm.close();
        see('the readable log', desk.log());
      });
    }
    for (const name of await readdir(spoolDir).catch(() => []))
      see('spool files', await readFile(join(spoolDir, name), 'utf8'));
    await endedInBetween(site, house.url, see);
  },
};

/** Its connections are ended by an administrator while it is asked; then its tables are gone while a worker works. */
async function endedInBetween(site: Site, url: string, see: (place: string, value: unknown) => void): Promise<void> {
  const ledger = await createPostgresLedger({ url, schema: 'ended' });
  const pool = poolFor({ connectionString: url });
  const asked = Array.from({ length: 6 }, () => seen(see, 'records', () => ledger.deliveries({})));
  await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'itsm-bridge'");
  await Promise.all(asked);
  await pool.query('drop schema ended cascade');
  await seen(see, 'records', () => ledger.deliveries({}));
  const desk = await openDesk(site, { readable: true, ledger });
  const enough = new AbortController();
  const onProblem = (problem: WorkProblem) => {
    see('problems of a worker', problem);
    enough.abort();
  };
  const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(5_000)]);
  await seen(see, 'problems of a worker', () => desk.itsm.work({ signal, pollMs: 5, drainMs: 0, onProblem }));
  await desk.itsm.close();
  see('the readable log', desk.log());
  await pool.end();
}
