import { type Call, type CheckStep, ItsmError } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';

/** Read-only: does the instance answer, does it let us in, may we read the table. */
export async function* checkInstance(
  { http, endpoint, table, path }: Connection,
  { signal }: Call,
): AsyncIterable<CheckStep> {
  const step = `read ${table}`;
  try {
    await http.get(path, { params: { sysparm_limit: 1, sysparm_fields: 'sys_id' }, signal });
    yield { step, ok: true, detail: `${endpoint} answers and lets this user read ${table}.` };
  } catch (error) {
    if (!ItsmError.is(error)) throw error;
    const hint =
      error.kind === 'auth'
        ? 'Check user and password, and that the user has the roles itil and rest_service.'
        : 'Check endpoint, proxy and firewall.';
    yield { step, ok: false, detail: error.message, hint };
  }
}
