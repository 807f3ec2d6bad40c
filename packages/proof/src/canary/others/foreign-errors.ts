import type { ItsmAdapter, ItsmPlugin } from '@itsm-bridge/core';
import { analysisOf } from '../drive/analysis-of.ts';
import { openDesk } from '../drive/open-desk.ts';
import { spoilingOf } from '../drive/paths.ts';
import { platformFailures } from '../platforms/failures.ts';
import type { Site } from '../site.ts';
import { type OtherPath, seen } from '../world.ts';
import { chosenSites } from './chosen-sites.ts';

/** A plugin that throws, at whatever it is asked, an error of its own with the whole request in it. */
function careless(site: Site): ItsmPlugin {
  const { plugin } = site;
  return {
    ...plugin,
    connect(settings, deps) {
      const sent: object[] = [];
      const inner = plugin.connect(settings, {
        ...deps,
        createHttp: config => {
          const auth = {
            ...config.auth,
            headers: async (request: Parameters<typeof config.auth.headers>[0]) => {
              const headers = await config.auth.headers(request);
              sent.push({ request, headers, path: await config.auth.path?.() });
              return headers;
            },
          };
          return deps.createHttp({ ...config, auth });
        },
      });
      const fail = (cause: unknown): never => {
        const config = JSON.stringify(sent.at(-1) ?? {});
        const error = new TypeError(`Request failed: ${config}`, { cause });
        throw Object.assign(error, { config: sent.at(-1), toJSON: () => ({ config }) });
      };
      const careless: ItsmAdapter = {
        ...inner,
        create: (payload, call) => inner.create(payload, call).catch(fail),
        find: (call, payload) => inner.find(call, payload).catch(fail),
        update: (ticket, change, call) => inner.update(ticket, change, call).catch(fail),
        async *check(call) {
          for await (const step of inner.check(call)) {
            yield step;
            if (!step.ok) fail(step);
          }
        },
        fields: async call => (inner.fields ? inner.fields(call).catch(fail) : fail('none')),
      };
      return careless;
    },
  };
}

export const foreignErrors: OtherPath = {
  name: 'a plugin that throws the request with its headers',
  async go(world, see) {
    const [failure] = platformFailures;
    for (const site of chosenSites(world)) {
      const desk = await openDesk({ ...site, plugin: careless(site) }, { readable: false });
      await desk.itsm.createTickets(analysisOf('careless-made'));
      site.parrot.spoil(failure && spoilingOf(failure, 'every request'));
      await seen(see, 'deliveries', () => desk.itsm.createTickets(analysisOf('careless')));
      await desk.itsm.resume(site.signIn.plugin);
      await seen(see, 'changes', () => desk.itsm.updateTickets('careless-made', { note: 'x' }));
      await seen(see, 'checks', () => desk.itsm.check({ online: true }));
      await seen(see, 'fields', () => desk.itsm.fields(site.signIn.plugin));
      await seen(see, 'records', () => desk.itsm.deliveries());
      site.parrot.spoil();
      await desk.itsm.close();
      see('events', desk.events);
      see('the log in JSON', desk.log());
    }
  },
};
