import { checkOffline } from '../check-offline.ts';
import { checkOnline } from '../check-online.ts';
import type { Itsm } from '../itsm.ts';
import { parseAnalysis } from '../parse-analysis.ts';
import { preview } from '../preview.ts';
import { followEvents } from '../record/follow-events.ts';
import { sampleAnalysis } from '../sample-analysis.ts';
import { type CallDeps, never } from './call-deps.ts';
import { withWhatHolds } from './with-what-holds.ts';

/** Nothing is changed by these, here or on a platform. */
export function readingCalls({
  connected,
  ledger,
  clock,
  isOurs,
}: CallDeps): Pick<Itsm, 'preview' | 'check' | 'deliveries' | 'events'> {
  return {
    async preview(value, { online = false, signal = never } = {}) {
      const analysis = parseAnalysis(value);
      return Promise.all(connected.map(one => preview(analysis, one, { online, signal })));
    },
    async check({ sample = sampleAnalysis, online = false, signal = never } = {}) {
      const analysis = parseAnalysis(sample);
      const asked = connected.map(async one => [
        ...checkOffline(one, analysis),
        ...(online ? await checkOnline(one, signal) : []),
      ]);
      return (await Promise.all(asked)).flat();
    },
    deliveries: async (query = {}) => withWhatHolds(ledger.lanes, (await ledger.deliveries(query)).filter(isOurs)),
    events: ({ after, pollMs = 5_000, signal = never } = {}) =>
      followEvents(ledger.eventLog, { pollMs, signal, sleep: clock.sleep, ...(after === undefined ? {} : { after }) }),
  };
}
