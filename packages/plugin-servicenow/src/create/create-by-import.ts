import { type Call, type Clock, type Created, ItsmError, type Warning } from '@itsm-bridge/core';
import { readBack } from '../fields/read-back.ts';
import type { Connection } from '../instance/connection.ts';
import type { FindAgain } from '../look/find-again.ts';
import { importPath, recordOf, type StagedRow } from '../prepare/staged-row.ts';
import { importResult } from './import-result.ts';
import { type Before, lookBeforeImport } from './look-before-import.ts';
import { madeSince } from './made-since.ts';
import { markerLost } from './marker-lost.ts';
import { missedColumns } from './missed-columns.ts';
import { notReadBack } from './not-read-back.ts';
import { overwritten } from './overwritten.ts';
import { readTarget } from './read-target.ts';
import { ticketRef } from './ticket-ref.ts';

export interface ImportDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly find: FindAgain;
}

/**
 * POST /api/now/import/{staging}: the transform map creates. Where it coalesces on correlation_id, a row that comes again
 * updates the record that its first coming made. Where it coalesces on something else it writes over the record of somebody
 * else, which is never taken for the ticket.
 */
export async function createByImport(
  instance: Connection,
  { clock, find }: ImportDeps,
  payload: StagedRow,
  call: Call,
): Promise<Created> {
  const { http, endpoint, table } = instance;
  const { stagingTable } = payload;
  const began = clock.now().getTime();
  const before = await lookBeforeImport(find, payload, call);
  if (before.kind === 'ours') return before.created;
  const { data, status, headers } = await http.post(importPath(payload), payload.row, { signal: call.signal });
  const answered = { date: headers.date, elapsedMs: clock.now().getTime() - began };
  const imported = importResult(data, { stagingTable, table, status });
  if (imported.kind === 'passed-over') return lookInstead(find, payload, imported.why, call);

  const { kind, sysId, shown } = imported;
  const sent = recordOf(payload);
  const target = await readTarget(instance, { sysId, fields: Object.keys(sent) }, call);
  if (target.kind === 'not-read') {
    const ticket = ticketRef(endpoint, table, { sys_id: sysId, number: shown });
    if (kind === 'inserted') return { kind: 'created', ticket, warnings: [notReadBack(ticket.key, target.why)] };
    if (kind === 'updated')
      throw overwritten({ key: ticket.key, stagingTable, why: unsaid(before, target.why), status });
    const message = `The import into ${stagingTable} changed nothing, and the record that it names cannot be read: ${target.why}`;
    throw new ItsmError('outcome-unknown', message, { status });
  }

  const { stored } = target;
  const ticket = ticketRef(endpoint, table, { ...stored, number: stored.number || shown });
  const { correlation_id: marker, sys_created_on: madeOn } = stored;
  if (kind === 'ignored' && marker === undefined) {
    const message = `The import into ${stagingTable} changed nothing in ${ticket.key}, which does not show its correlation_id: let this user read it.`;
    throw new ItsmError('outcome-unknown', message, { status });
  }
  if (kind !== 'inserted' && marker !== undefined && marker !== call.key) {
    const message = `The transform map of ${stagingTable} found ${ticket.key} for this row, whose correlation_id is ${JSON.stringify(marker)}: coalesce on correlation_id, and on nothing else.`;
    throw new ItsmError('rejected', message, { status });
  }
  if (kind === 'updated' && !(before.kind === 'nobody' && madeSince(madeOn, answered))) {
    throw overwritten({ key: ticket.key, stagingTable, why: unsaid(before, `it was made ${madeOn} UTC`), status });
  }
  const differing = markerLost(missedColumns(readBack(sent, stored), payload));
  return { kind: 'created', ticket, warnings: [...cameMeanwhile(kind, ticket.key), ...differing] };
}

/** A script or a choice action may pass a row over, also one whose record is there: the key tells which it was. */
async function lookInstead(find: FindAgain, payload: StagedRow, why: string, call: Call): Promise<Created> {
  const { stagingTable } = payload;
  const found = await find(call, recordOf(payload));
  if (found.kind === 'found') {
    const { ticket, warnings: differing = [] } = found;
    return { kind: 'created', ticket, warnings: [...cameMeanwhile('ignored', ticket.key), ...differing] };
  }
  throw new ItsmError('rejected', `The transform map of ${stagingTable} ignored the row: ${why || 'without a reason'}`);
}

/** An earlier request made it whose answer was lost, between the look and the import. */
function cameMeanwhile(kind: 'inserted' | 'updated' | 'ignored', key: string): readonly Warning[] {
  if (kind === 'inserted') return [];
  const message =
    kind === 'ignored'
      ? `${key} was there with this key already; the import changed nothing in it.`
      : `${key} was made while this row was imported, which updated it: by an earlier request of this delivery, or by somebody else where the map coalesces on more than correlation_id.`;
  return [{ code: 'already-there', message }];
}

function unsaid(before: Exclude<Before, { kind: 'ours' }>, detail: string): string {
  const [said, why] =
    before.kind === 'nobody'
      ? ['no record had the key of this delivery before', detail]
      : ['whether it had the key of this delivery before cannot be told', before.why];
  return `${said} (${why.replace(/\.$/, '')})`;
}
