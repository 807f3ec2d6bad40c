import type { Connected } from './connected.ts';
import { ItsmError } from './itsm-error.ts';

/**
 * The integration as it sends what somebody has approved, and nothing else: without the decorator that keeps it from
 * writing.
 *
 * @throws ItsmError kinds `config` (a secret is missing) and `input` (its plugin never writes)
 */
export async function liveOf(one: Connected): Promise<Connected> {
  requireSending(one);
  return { ...(await (one.live?.connect() ?? one)), approvedOnly: true };
}

/** Needs no secret. @throws ItsmError kind `input`: its plugin never writes. */
export function requireSending({ adapter, live, integration: { name, plugin } }: Connected): void {
  if (adapter.writes || live) return;
  throw new ItsmError('input', `${name}: the plugin ${plugin} never sends anything.`);
}
