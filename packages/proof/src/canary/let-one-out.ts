import type { Ledger } from '@itsm-bridge/core';
import { drive } from './drive/drive.ts';
import { createFailureQueue } from './drive/failure-queue.ts';
import type { FoundLeak } from './drive/watch.ts';
import { createWatch } from './drive/watch.ts';
import { leakyPlugin } from './leaky-plugin.ts';
import type { Site } from './site.ts';

/** What the search finds of a secret that a plugin lets out on purpose. */
export async function letOneOut(
  site: Site,
  { ledger, rows }: { readonly ledger: Ledger; rows(): Promise<string> },
): Promise<readonly FoundLeak[]> {
  const [secret] = site.secrets;
  if (!secret) throw new TypeError(`${site.signIn.name} has no secret to let out.`);
  const watch = createWatch();
  const queue = createFailureQueue();
  const leaky = { ...site, plugin: leakyPlugin(site, secret) };
  const next = () => ({ failure: queue.next(), stretch: 'every sign-in' as const });
  await drive({ site: leaky, id: 'let-out', readable: false, ledger, next, met: queue.met }, watch);
  watch.see('rows of the database', await rows(), [secret], 'a secret that is let out');
  return watch.leaks;
}
