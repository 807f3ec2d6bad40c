import type { Ledger } from '@itsm-bridge/core';
import type { Site } from '../site.ts';
import { drive } from './drive.ts';
import { createFailureQueue, type FailureQueue } from './failure-queue.ts';
import type { Stretch } from './paths.ts';
import type { Watch } from './watch.ts';

/** Nobody needs more, unless a plugin asks its platform for nothing. */
const mostRounds = 24;

export interface Met {
  /** Plugin, or `token endpoint`. */
  readonly at: string;
  readonly left: readonly string[];
}

/**
 * Each plugin meets each failure once, each sign-in some of them, and the token endpoint all of them, in whichever call
 * comes next; every call is made once of each plugin.
 *
 * @param ledger of the first sign-in of each plugin; the others have one in memory
 */
export async function driveSmall(sites: readonly Site[], watch: Watch, ledger: Ledger): Promise<readonly Met[]> {
  const tokens = createFailureQueue();
  const plugins = [...new Set(sites.map(({ signIn }) => signIn.plugin))];
  const apis = await Promise.all(
    plugins.map(async plugin => {
      const own = sites.filter(({ signIn }) => signIn.plugin === plugin);
      const queue = createFailureQueue();
      const [first, ...others] = own;
      for (const [number, site] of others.entries())
        await drive({ ...courseOf(site, queue, number), brief: true }, watch);
      for (let round = 0; first && queue.left().length > 0 && round < mostRounds; round++)
        await drive(
          { ...courseOf(first, queue, others.length + round), ...(round === 0 ? { ledger } : { brief: true }) },
          watch,
        );
      for (const site of own.filter(({ signIn }) => signIn.minted)) await drive(signInCourseOf(site, tokens), watch);
      return { at: plugin, left: queue.left() };
    }),
  );
  const [signsIn] = sites.filter(({ signIn }) => signIn.minted);
  for (let round = 0; signsIn && tokens.left().length > 0 && round < mostRounds; round++)
    await drive({ ...signInCourseOf(signsIn, tokens), id: `token-${round}` }, watch);
  return [...apis, { at: 'token endpoint', left: tokens.left() }];
}

const courseOf = (site: Site, queue: FailureQueue, round: number) => ({
  ...{ site, id: `${site.signIn.name}-${round}`, readable: round % 2 === 0, met: queue.met },
  next: (writes: boolean) => {
    const stretch: Stretch = writes ? 'every write' : 'every request';
    return { failure: queue.next(), stretch };
  },
});

const signInCourseOf = (site: Site, queue: FailureQueue) => ({
  ...{ site, id: `${site.signIn.name}-token`, readable: false, met: queue.met, brief: true, signingIn: true },
  next: () => ({ failure: queue.next(), stretch: 'every sign-in' as const }),
});
