/** `undefined_table`, `invalid_schema_name`, and pg-boss's own. */
const codes: ReadonlySet<unknown> = new Set(['42P01', '3F000', 'PGBOSS_QUEUE_NOT_FOUND']);
/** Where pg-boss gives no code. */
const words = /^Queue .* does not exist$/;
/** Of a job on its queue, which is looked at with the commit. */
const key = 'q_fkey';

/** Whether what failed is that somebody has emptied or dropped the queue's schema. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (words.test(error.message) || ('code' in error && codes.has(error.code))) return true;
  return ('constraint' in error && error.constraint === key) || isGone(error.cause);
}
