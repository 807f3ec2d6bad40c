import { type Call, type Clock, type Fields, keepEach, type Lookup } from '@itsm-bridge/core';
import type { MarkerWatch } from '../create/watch-marker.ts';
import type { Connection } from '../instance/connection.ts';
import { findIncident } from './find-incident.ts';
import { seeKeyColumn } from './see-key-column.ts';

/** Rights are changed by administrators, not from ticket to ticket. */
const freshMs = 600_000;

/** @param sent what it was to hold, to be compared */
export type FindAgain = (call: Call, sent?: Fields) => Promise<Lookup>;

/**
 * The record that carries the key, and no absence that only looks like one: the column has to be seen, and an instance that
 * loses keys has records that no look-up finds.
 *
 * @throws ItsmError of the look-up; kind `config` where it is blind.
 */
export function findAgain(
  instance: Connection,
  { clock, marker }: { readonly clock: Pick<Clock, 'now'>; readonly marker: Pick<MarkerWatch, 'isKept'> },
): FindAgain {
  const seeColumn = keepEach((_table: string, signal) => seeKeyColumn(instance, signal), {
    ...{ clock, freshMs },
    keeps: seen => seen === 'seen',
  });
  return async (call, sent) => {
    const found = await findIncident(instance, call, sent);
    if (found.kind === 'found') return found;
    await seeColumn(instance.table, call.signal);
    return { kind: 'absent', conclusive: marker.isKept(call.doubt?.from) };
  };
}
