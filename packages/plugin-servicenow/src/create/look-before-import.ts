import { type Call, type Created, ItsmError } from '@itsm-bridge/core';
import { isDenied } from '../instance/is-denied.ts';
import type { FindAgain } from '../look/find-again.ts';
import { recordOf, type StagedRow } from '../prepare/staged-row.ts';

/** Who has the key of a delivery before its row is imported. */
export type Before =
  | { readonly kind: 'ours'; readonly created: Created }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'not-told'; readonly why: string };

/**
 * The look that an import needs and the Table API does not: a transform map that finds a record by something else than the
 * key writes the key into it, and then the record of somebody else looks like the one of an earlier request. Only before
 * the import can they be told apart. A user who may not look still imports.
 *
 * @throws ItsmError of a look-up that may go well the next time: nothing was sent.
 */
export async function lookBeforeImport(find: FindAgain, payload: StagedRow, call: Call): Promise<Before> {
  try {
    const found = await find(call, recordOf(payload));
    if (found.kind !== 'found') return { kind: 'nobody' };
    const { ticket, warnings = [] } = found;
    const message = `${ticket.key} was there with this key already; nothing was sent.`;
    const created: Created = { kind: 'created', ticket, warnings: [{ code: 'already-there', message }, ...warnings] };
    return { kind: 'ours', created };
  } catch (error) {
    if (isDenied(error) || (ItsmError.is(error) && error.kind === 'config'))
      return { kind: 'not-told', why: error.message };
    throw error;
  }
}
