import type { Clock, Doubt, Warning } from '../contracts.ts';
import type { ChangeSending } from './change-progress.ts';
import { isRepeatable } from './is-repeatable.ts';

export type ChangeLook =
  | { readonly kind: 'applied'; readonly warnings: readonly Warning[] }
  /** It is not there, and cannot come any more. */
  | 'clear'
  /** It may be there; sending it again makes no second of it. */
  | 'repeatable'
  /** Not there yet, but it may still come: look again. */
  | 'not-yet'
  /** No look tells: a person has to. */
  | 'unsure';

/**
 * Looks for a change that may have reached its ticket, and says whether sending it again is safe. As for a ticket, a
 * request that was never answered may take effect until the settle window has passed.
 *
 * @throws ItsmError when the look itself failed.
 */
export async function lookForChange(
  { adapter, ticket, change, policy, call }: Pick<ChangeSending, 'adapter' | 'ticket' | 'change' | 'policy' | 'call'>,
  doubt: Doubt,
  clock: Pick<Clock, 'now'>,
): Promise<ChangeLook> {
  const open = isRepeatable(change) ? 'repeatable' : 'not-yet';
  if (!adapter.findChange) return open === 'repeatable' ? open : 'unsure';
  const began = clock.now().getTime();
  const seen = await adapter.findChange(ticket, change, { ...call, doubt });
  if (seen === 'applied') return { kind: 'applied', warnings: [] };
  if (seen !== 'absent') return seen;
  const over = doubt.answered || began >= doubt.until.getTime() + policy.settleWindowMs;
  return over ? 'clear' : open;
}
