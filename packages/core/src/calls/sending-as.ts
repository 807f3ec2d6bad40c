import type { Connected } from '../connected.ts';
import type { DeliveryRecord } from '../contracts.ts';
import { liveOf } from '../live-of.ts';
import type { CallDeps } from './call-deps.ts';
import { connectedAs } from './on-record.ts';

/**
 * The integration of a delivery that is to be sent again. Of one in dry run, what somebody has approved is sent, and
 * everything else rehearsed.
 *
 * @throws ItsmError kinds `input` and `config`
 */
export async function sendingAs(deps: CallDeps, { key, integration }: DeliveryRecord): Promise<Connected> {
  const one = connectedAs(deps, integration);
  if (one.live === undefined) return one;
  const { approved } = await deps.ledger.handedIn(key);
  return approved === 'none' ? one : liveOf(one);
}
