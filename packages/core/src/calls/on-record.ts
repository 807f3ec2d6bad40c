import type { Connected } from '../connected.ts';
import type { DeliveryRecord } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { isDiscarded } from '../record/is-discarded.ts';
import type { CallDeps } from './call-deps.ts';

/** The row of this environment under the key. @throws ItsmError kind `input` */
export async function onRecord({ ledger, isOurs }: CallDeps, key: string): Promise<DeliveryRecord> {
  const [record] = await ledger.deliveries({ key });
  if (record === undefined) {
    throw new ItsmError('input', `Nothing is on record under ${key}. "itsm tickets --json" shows the keys.`);
  }
  if (isOurs(record)) return record;
  const whose = `${key} is a delivery of environment "${record.environment}" to ${record.integration}`;
  throw new ItsmError('input', `${whose}, which this config is not for.`);
}

/** As `onRecord`, of a delivery that waits for a person. @throws ItsmError kind `input` */
export async function inReview(deps: CallDeps, key: string): Promise<DeliveryRecord> {
  const record = await onRecord(deps, key);
  if (record.status === 'needs_review') return record;
  throw new ItsmError('input', `${key} waits for no review: it is ${record.status}.`);
}

/** As `onRecord`, of a delivery that a person may end: it waits for one, or has failed. @throws ItsmError kind `input` */
export async function endable(deps: CallDeps, key: string): Promise<DeliveryRecord> {
  const record = await onRecord(deps, key);
  if (isDiscarded(record)) throw new ItsmError('input', `${key} is rejected already: ${record.error?.message}`);
  if (record.status === 'needs_review' || record.status === 'failed') return record;
  throw new ItsmError(
    'input',
    `${key} cannot be rejected: it neither waits for a review nor failed, but is ${record.status}.`,
  );
}

/** The integration of that name. @throws ItsmError kind `input`: it is not in the config, or switched off. */
export function connectedAs({ byName }: CallDeps, name: string): Connected {
  const one = byName.get(name);
  if (one) return one;
  const known = [...byName.keys()].join(', ') || 'none';
  throw new ItsmError('input', `No enabled integration "${name}" in the config; it has ${known}.`);
}
