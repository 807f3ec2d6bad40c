import { type Call, type Created, ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { readBack } from '../fields/read-back.ts';
import type { Connection } from '../instance/connection.ts';
import type { ServiceNowPayload } from '../prepare/prepare.ts';
import { markerLost } from './marker-lost.ts';
import { record, ticketRef } from './ticket-ref.ts';

const answer = z.object({ result: record });

/** POST /api/now/table/{table}: the one write that creates. */
export async function createIncident(
  { http, endpoint, table, path }: Connection,
  payload: ServiceNowPayload,
  { signal }: Call,
): Promise<Created> {
  const { data, status } = await http.post(path, payload, { signal });
  const parsed = answer.safeParse(data);
  if (!parsed.success) {
    throw new ItsmError('outcome-unknown', `The instance answered ${status} without a record that has a sys_id.`, {
      status,
    });
  }
  const { result } = parsed.data;
  return {
    kind: 'created',
    ticket: ticketRef(endpoint, table, result),
    warnings: markerLost(readBack(payload, result)),
  };
}
