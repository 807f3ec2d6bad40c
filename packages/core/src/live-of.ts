import type { Connected } from '../connected.ts';
import { ItsmError } from '../itsm-error.ts';

/**
 * The integration as it sends what somebody has approved, and nothing else: without the decorator that keeps it from
 * writing.
 *
 * @throws ItsmError kinds `config` (a secret is missing) and `input` (its plugin never writes)
 */
export async function liveOf(one: Connected): Promise<Connected> {
  const live = one.live ? await one.live.connect() : one;
  if (live.adapter.writes) return { ...live, approvedOnly: true };
  const { name, plugin } = one.integration;
  throw new ItsmError('input', `${name}: the plugin ${plugin} never sends anything.`);
}
