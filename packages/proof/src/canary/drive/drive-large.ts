import { platformFailures } from '../platforms/failures.ts';
import type { Site } from '../site.ts';
import { type Course, drive } from './drive.ts';
import type { Met } from './drive-small.ts';
import type { Stretch } from './paths.ts';
import type { Watch } from './watch.ts';

/** Sites side by side: most of the time is waiting for what never comes. */
const together = 6;

/** Each sign-in meets each failure in each call, once at every request and once at the writes alone. */
export async function driveLarge(
  sites: readonly Site[],
  watch: Watch,
  { ledger }: Pick<Course, 'ledger'>,
): Promise<readonly Met[]> {
  const waiting = [...sites.entries()];
  const met: Met[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, site] = next;
      met.push({
        at: `${site.signIn.plugin}, ${site.signIn.name}`,
        left: await everyFailure(site, number, watch, ledger),
      });
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return met;
}

async function everyFailure(
  site: Site,
  number: number,
  watch: Watch,
  ledger: Course['ledger'],
): Promise<readonly string[]> {
  const stretches: readonly Stretch[] = [
    'every request',
    'every write',
    ...(site.signIn.minted ? ['every sign-in' as const] : []),
  ];
  const met = new Set<string>();
  for (const [at, failure] of platformFailures.entries()) {
    for (const stretch of stretches) {
      await drive(
        {
          ...{
            site,
            id: `large-${number}-${at}-${stretch}`,
            readable: at % 2 === 0,
            next: () => ({ failure, stretch }),
          },
          met: () => void met.add(`${failure.name} at ${stretch}`),
          // One ledger for all would be most of the time.
          ...(at % 8 === 0 && ledger ? { ledger } : {}),
        },
        watch,
      );
    }
  }
  const all = platformFailures.flatMap(({ name }) => stretches.map(stretch => `${name} at ${stretch}`));
  return all.filter(name => !met.has(name));
}
