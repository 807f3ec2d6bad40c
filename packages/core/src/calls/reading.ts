import { checkCertificates } from '../check/check-certificates.ts';
import { checkOffline } from '../check/check-offline.ts';
import { checkOnline } from '../check/check-online.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { preview } from '../preview.ts';
import { readAnalysis } from '../read-analysis.ts';
import { checkKey } from '../record/delivery-key.ts';
import { followEvents } from '../record/follow-events.ts';
import { isInScope } from '../record/is-in-scope.ts';
import { sampleAnalysis } from '../sample-analysis.ts';
import { type CallDeps, never } from './call-deps.ts';
import { connectedAs } from './on-record.ts';
import { withWhatHolds } from './with-what-holds.ts';

type Reading = 'preview' | 'check' | 'fields' | 'deliveries' | 'events' | 'eventLog';

/** Nothing is changed by these, here or on a platform. */
export function readingCalls(deps: CallDeps): Pick<Itsm, Reading> {
  const { connected, environment, ledger, clock, isOurs, redactor } = deps;
  const { eventLog } = ledger;
  return {
    async preview(value, { online = false, signal = never } = {}) {
      const read = readAnalysis(value, redactor);
      return Promise.all(connected.map(one => preview(read, one, { online, signal })));
    },
    async check({ sample = sampleAnalysis, online = false, signal = never } = {}) {
      const { analysis } = readAnalysis(sample, redactor);
      const asked = connected.map(async one => [
        ...checkOffline(one, analysis),
        ...checkCertificates(one),
        ...(online ? await checkOnline(one, analysis, signal) : []),
      ]);
      return (await Promise.all(asked)).flat();
    },
    async fields(name, { signal = never } = {}) {
      const { adapter, integration } = connectedAs(deps, name);
      if (!adapter.fields) throw new ItsmError('input', whyNoFields(name, integration.plugin, adapter.writes));
      return adapter.fields({ key: checkKey(name), signal });
    },
    deliveries: async (query = {}) => withWhatHolds(ledger.lanes, (await ledger.deliveries(query)).filter(isOurs)),
    events: ({ after, pollMs = 5_000, signal = never, jobId, integration } = {}) =>
      followEvents(eventLog, {
        ...{ pollMs, signal, sleep: clock.sleep },
        ...(after === undefined ? {} : { after }),
        scope: {
          environment,
          ...(jobId === undefined ? {} : { jobId }),
          ...(integration === undefined ? {} : { integration }),
        },
      }),
    eventLog: {
      async page(after, limit) {
        const { events, last } = await eventLog.page(after, limit, { environment });
        return { last, events: events.filter(event => isInScope({ environment }, event)) };
      },
      lastId: () => eventLog.lastId(),
      wait: (ms, signal) => eventLog.wait(ms, signal),
    },
  };
}

const whyNoFields = (name: string, plugin: string, writes: boolean): string =>
  writes
    ? `The plugin ${plugin} cannot tell which fields its platform has.`
    : `${name} is a dry run, which asks nothing of its platform: register dryRunWithReads, or switch dry_run off, to see its fields.`;
