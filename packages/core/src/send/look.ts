import type { Call, Clock, DeliveryPolicy, Doubt, ItsmAdapter, Lookup } from '../contracts.ts';
import { inSpan } from '../trace/in-span.ts';

export type Look =
  | Extract<Lookup, { kind: 'found' }>
  /** No ticket, and none can come any more: sending is safe. */
  | { readonly kind: 'clear' }
  /** No ticket yet, but one may still come: look again. */
  | { readonly kind: 'not-yet' }
  /** There may be one, and sending again makes no second of it. */
  | Extract<Lookup, { kind: 'repeatable' }>
  /** The settle window is over and the platform's look-up proves nothing: a matter of policy. */
  | { readonly kind: 'unresolved' };

/**
 * Looks for the ticket of an earlier, doubtful send, and says whether another send is safe.
 *
 * An answered request is over. One that was never answered may take effect until the settle window has passed,
 * however complete the look-up is.
 *
 * @throws ItsmError when the look-up itself failed.
 */
export async function look(
  adapter: ItsmAdapter,
  call: Call & { readonly doubt: Doubt },
  { settleWindowMs }: Pick<DeliveryPolicy, 'settleWindowMs'>,
  clock: Clock,
  sent?: unknown,
): Promise<Look> {
  const began = clock.now();
  const found = ({ kind }: Lookup) => ({ facts: { 'itsm.look': kind } });
  const lookup = await inSpan('itsm.find', { ends: found }, () => adapter.find(call, sent));
  if (lookup.kind !== 'absent') return lookup;
  const settled = began.getTime() >= call.doubt.until.getTime() + settleWindowMs;
  if (lookup.conclusive) return { kind: call.doubt.answered || settled ? 'clear' : 'not-yet' };
  return { kind: settled ? 'unresolved' : 'not-yet' };
}
