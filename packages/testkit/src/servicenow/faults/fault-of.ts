import type { FaultEffect } from '../../simulator/fault.ts';
import type { Reply } from '../../simulator/reply.ts';

/** The answer instead of the right one. With `commit` the write is stored all the same. */
export const faultOf = ({ status, headers, body }: Reply, commit = false): FaultEffect => ({
  kind: 'status',
  status,
  headers,
  commit,
  ...(body === '' ? {} : { text: String(body) }),
});
