import type { Settings } from '../config/config.ts';
import type { Ledger } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { lateLedger } from './late-ledger.ts';

export type LedgerOption = Ledger | ((settings: Settings) => Promise<Ledger>);

export interface GivenLedger {
  readonly ledger: Ledger;
  /** Why it is not there yet. */
  readonly away?: ItsmError;
}

/** The ledger that the host gives. With `spool`, one that is not there is opened by a later call. @throws ItsmError */
export async function givenLedger(given: LedgerOption, settings: Settings): Promise<GivenLedger> {
  if (typeof given !== 'function') return { ledger: given };
  try {
    return { ledger: await given(settings) };
  } catch (error) {
    const waits = settings.onLedgerUnavailable === 'spool' && ItsmError.is(error) && error.kind === 'ledger';
    if (!waits) throw error;
    return { ledger: lateLedger(() => given(settings)), away: error };
  }
}
