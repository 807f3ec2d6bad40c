import type { Clock, ItsmEvent } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

const firstWaitMs = 250;
const longestWaitMs = 5_000;

/**
 * Writes a result although the ledger may be away for a moment: a platform that has answered is worth more than a look
 * later. Ends with the lease, when the row is in doubt anyway, and with the signal.
 *
 * A write that was lost on its way back has counted: the next one is superseded, and the row tells.
 *
 * @throws ItsmError kind `ledger`
 */
export async function settleSurely<Token, Settlement>(
  ledger: { settle(token: Token, settlement: Settlement): Promise<ItsmEvent | 'superseded'> },
  token: Token,
  settlement: Settlement,
  { clock, leaseMs, signal }: { readonly clock: Clock; readonly leaseMs: number; readonly signal: AbortSignal },
): Promise<ItsmEvent | 'superseded'> {
  const until = clock.now().getTime() + leaseMs / 2;
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await ledger.settle(token, settlement);
    } catch (error) {
      const away = ItsmError.is(error) && error.kind === 'ledger';
      if (!away || signal.aborted || clock.now().getTime() + waitMs > until) throw error;
      await clock.sleep(waitMs, signal).catch(() => {});
    }
  }
}
