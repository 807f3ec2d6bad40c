import { type Call, type Created, ItsmError, type Warning } from '@itsm-bridge/core';
import { readBack } from '../fields/read-back.ts';
import type { Connection } from '../instance/connection.ts';
import { findIncident } from '../look/find-incident.ts';
import { importPath, recordOf, type StagedRow } from '../prepare/staged-row.ts';
import { importResult } from './import-result.ts';
import { markerLost } from './marker-lost.ts';
import { missedColumns } from './missed-columns.ts';
import { readTarget } from './read-target.ts';
import { ticketRef } from './ticket-ref.ts';

/**
 * POST /api/now/import/{staging}: the transform map creates. Where it coalesces on correlation_id, a row that comes again
 * updates the record that its first coming made.
 */
export async function createByImport(instance: Connection, payload: StagedRow, call: Call): Promise<Created> {
  const { http, endpoint, table } = instance;
  const { stagingTable } = payload;
  const { data, status } = await http.post(importPath(payload), payload.row, { signal: call.signal });
  const imported = importResult(data, { stagingTable, table, status });
  if (imported.kind === 'passed-over') return lookInstead(instance, payload, imported.why, call);

  const { kind, sysId, shown } = imported;
  const sent = recordOf(payload);
  const target = await readTarget(instance, { sysId, fields: Object.keys(sent) }, call);
  if (target.kind === 'not-read') {
    if (kind === 'ignored') {
      const message = `The import into ${stagingTable} changed nothing, and the record that it names cannot be read: ${target.why}`;
      throw new ItsmError('outcome-unknown', message, { status });
    }
    const ticket = ticketRef(endpoint, table, { sys_id: sysId, number: shown });
    return { kind: 'created', ticket, warnings: [...alreadyThere(kind, ticket.key), notReadBack(target.why)] };
  }

  const { stored } = target;
  const ticket = ticketRef(endpoint, table, { ...stored, number: stored.number || shown });
  if (kind !== 'inserted' && stored.correlation_id !== undefined && stored.correlation_id !== call.key) {
    const message = `The transform map of ${stagingTable} found ${ticket.key} for this row, whose correlation_id is ${JSON.stringify(stored.correlation_id)}: coalesce on correlation_id, and on nothing else.`;
    throw new ItsmError('rejected', message, { status });
  }
  const differing = markerLost(missedColumns(readBack(sent, stored), payload));
  return { kind: 'created', ticket, warnings: [...alreadyThere(kind, ticket.key), ...differing] };
}

/** A script or a choice action may pass a row over, also one whose record is there: the key tells which it was. */
async function lookInstead(instance: Connection, payload: StagedRow, why: string, call: Call): Promise<Created> {
  const { stagingTable } = payload;
  const found = await findIncident(instance, call, recordOf(payload));
  if (found.kind === 'found') {
    const { ticket, warnings: differing = [] } = found;
    return { kind: 'created', ticket, warnings: [...alreadyThere('ignored', ticket.key), ...differing] };
  }
  throw new ItsmError('rejected', `The transform map of ${stagingTable} ignored the row: ${why || 'without a reason'}`);
}

/** An earlier request may have made it whose answer was lost, or an earlier run that is on nobody's record any more. */
function alreadyThere(kind: 'inserted' | 'updated' | 'ignored', key: string): readonly Warning[] {
  if (kind === 'inserted') return [];
  const made = kind === 'updated' ? 'updated it' : 'changed nothing in it';
  return [{ code: 'already-there', message: `${key} was there with this key already; the import ${made}.` }];
}

const notReadBack = (why: string): Warning => ({
  code: 'not-read-back',
  message: `What the record holds was not compared with what was sent: ${why}`,
});
