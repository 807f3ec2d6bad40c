import type { Itsm } from '../itsm.ts';
import type { CallDeps } from './call-deps.ts';
import { deliveryDetail } from './delivery-detail.ts';
import { lastHours } from './last-hours.ts';
import { onRecord } from './on-record.ts';
import { checkLimit } from './page-query.ts';
import { withWhatHolds } from './with-what-holds.ts';

/** What a screen shows of the ledger. */
export function showingCalls(deps: CallDeps): Pick<Itsm, 'search' | 'delivery' | 'activity'> {
  const { connected, environment, ledger } = deps;
  return {
    async search({ text = '', limit, ...query }) {
      checkLimit(limit);
      const page = await ledger.search({ ...query, environment, text: text.trim(), limit });
      return { ...page, records: await withWhatHolds(ledger.lanes, page.records) };
    },
    delivery: async key => deliveryDetail(deps, await onRecord(deps, key)),
    async activity() {
      const names = connected.map(({ integration }) => integration.name);
      return lastHours(names, await ledger.eventLog.activity(environment));
    },
  };
}
