import type { Call, Created } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';
import type { ServiceNowPayload } from '../prepare/prepare.ts';
import { isStagedRow, recordOf, type StagedRow } from '../prepare/staged-row.ts';
import { createByImport, type ImportDeps } from './create-by-import.ts';
import { createIncident } from './create-incident.ts';
import { watchJournal } from './watch-journal.ts';
import type { MarkerWatch } from './watch-marker.ts';

export type Payload = ServiceNowPayload | StagedRow;

export interface CreateDeps extends ImportDeps {
  readonly marker: Pick<MarkerWatch, 'note'>;
}

/** Through the door that the payload is made for, with a word on its work note. */
export function createTicket(
  instance: Connection,
  { marker, ...deps }: CreateDeps,
): (payload: Payload, call: Call) => Promise<Created> {
  const watch = watchJournal(instance, deps.clock);
  return async (payload, call) => {
    const created = isStagedRow(payload)
      ? await createByImport(instance, deps, payload, call)
      : await createIncident(instance, payload, call);
    marker.note(created);
    if (created.kind !== 'created') return created;
    const unseen = await watch(created.ticket, recordOf(payload), call);
    return { ...created, warnings: [...created.warnings, ...unseen] };
  };
}
