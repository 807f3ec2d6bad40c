import type { DeliveryDetail, DeliveryRecord, ItsmAdapter, RequestPreview, SentPayload } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { CallDeps } from './call-deps.ts';
import { withWhatHolds } from './with-what-holds.ts';

const newest = 200;
const newestDryRuns = 20;
const newestAudit = 50;

/** All that is on record of it. @throws ItsmError kind `input`: it is of another environment. */
export async function deliveryDetail(
  { ledger, byName, environment }: CallDeps,
  found: DeliveryRecord,
): Promise<DeliveryDetail> {
  const { key } = found;
  if (found.environment !== environment) {
    throw new ItsmError(
      'input',
      `${key} is of environment "${found.environment}"; this config is for "${environment}".`,
    );
  }
  const [[record = found], { analysis }, sent, events, changes, dryRuns, audit] = await Promise.all([
    withWhatHolds(ledger.lanes, [found]),
    ledger.handedIn(key),
    ledger.sent(key),
    ledger.eventLog.of(key, newest),
    ledger.changes.of(key, newest),
    ledger.dryRuns.of(key, newestDryRuns),
    ledger.audit.page({ environment, key, limit: newestAudit }),
  ]);
  return {
    ...{ record, events, changes, dryRuns, audit: audit.entries },
    ...(analysis === undefined ? {} : { analysis }),
    ...(sent ? { sent: withRequest(sent, byName.get(found.integration)?.adapter) } : {}),
  };
}

/** A payload of an older version may be none that the plugin of today knows: then it is shown alone. */
function withRequest(sent: SentPayload, adapter: ItsmAdapter | undefined): NonNullable<DeliveryDetail['sent']> {
  const request = adapter && requestOf(adapter, sent.payload);
  return request ? { ...sent, request } : sent;
}

function requestOf(adapter: ItsmAdapter, payload: unknown): RequestPreview | undefined {
  try {
    return adapter.describe(payload);
  } catch {
    return undefined;
  }
}
