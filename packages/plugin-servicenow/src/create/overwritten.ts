import { ItsmError } from '@itsm-bridge/core';

export interface Overwritten {
  /** Number of the record, or its sys_id. */
  readonly key: string;
  readonly stagingTable: string;
  /** Why it is known, or taken, to be no record of this delivery. */
  readonly why: string;
  readonly status: number;
}

const mend = 'Have the map coalesce on correlation_id, and on nothing else.';

/** The import wrote into a record that was there before, and the key is in it now: it has to go, or it is found by it. */
export const overwritten = ({ key, stagingTable, why, status }: Overwritten): ItsmError =>
  new ItsmError(
    'rejected',
    `The import into ${stagingTable} wrote over ${key}: ${why}. ${mend} Restore ${key} from its history and empty its correlation_id before this is sent again, since by it ${key} would be taken for this ticket.`,
    { status },
  );
