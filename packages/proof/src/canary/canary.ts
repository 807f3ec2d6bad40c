import { createPostgresLedger } from '@itsm-bridge/postgres';
import { openLedgerHouse } from './database/open-ledger-house.ts';
import { driveLarge } from './drive/drive-large.ts';
import { driveSmall, type Met } from './drive/drive-small.ts';
import { createWatch, type FoundLeak } from './drive/watch.ts';
import { letOneOut } from './let-one-out.ts';
import { openSites } from './open-sites.ts';
import { otherPaths } from './others/other-paths.ts';
import { proxySecret } from './others/transport-failures.ts';
import { platformFailures } from './platforms/failures.ts';

export interface CanaryReport {
  /** The names of all that were planted. */
  readonly secrets: readonly string[];
  readonly signIns: number;
  /** What a platform, or a token endpoint, does. */
  readonly failures: number;
  readonly met: readonly Met[];
  /** What fails without a platform's doing. */
  readonly otherPaths: readonly string[];
  /** Characters by place. */
  readonly searched: ReadonlyMap<string, number>;
  readonly leaks: readonly FoundLeak[];
  /** What the same search finds of a secret that is let out on purpose. */
  readonly letOut: readonly FoundLeak[];
}

/** Plants secrets wherever one can be configured, lets everything fail, and looks for them wherever something comes out. */
export async function canary(size: 'small' | 'large'): Promise<CanaryReport> {
  const watch = createWatch();
  await using sites = await openSites();
  await using house = await openLedgerHouse();
  const durable = await createPostgresLedger({ url: house.url });
  const ledger = { ...durable, close: async () => {} };
  const secrets = [
    ...sites.all.flatMap(site => site.secrets),
    ...sites.stores.flatMap(({ signIn }) => signIn),
    ...[house.secret, house.consoleToken, proxySecret],
  ];
  const warn = (warning: Error) => watch.see('warnings of the process', warning, secrets, 'anything');
  process.on('warning', warn);
  try {
    const met =
      size === 'small' ? await driveSmall(sites.all, watch, ledger) : await driveLarge(sites.all, watch, { ledger });
    for (const path of otherPaths)
      await path.go({ sites, house, secrets, size }, (place, value) => watch.see(place, value, secrets, path.name));
    watch.see('rows of the database', await house.rows(), secrets, 'all that was done');
    const [site] = sites.all;
    return {
      ...{ secrets: secrets.map(({ name }) => name), signIns: sites.all.length, failures: platformFailures.length },
      ...{ met, otherPaths: otherPaths.map(({ name }) => name), searched: watch.searched, leaks: watch.leaks },
      letOut: site ? await letOneOut(site, { ledger, rows: house.rows }) : [],
    };
  } finally {
    process.off('warning', warn);
    await durable.close();
  }
}
