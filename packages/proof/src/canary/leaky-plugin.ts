import type { ItsmPlugin } from '@itsm-bridge/core';
import type { Planted } from './secrets/planted.ts';
import type { Site } from './site.ts';

/** A plugin that lets a secret out in places that nobody clears: what is sent, and what the ticket is called. */
export function leakyPlugin({ plugin }: Site, { text }: Planted): ItsmPlugin {
  return {
    ...plugin,
    connect(settings, deps) {
      const inner = plugin.connect(settings, deps);
      return {
        ...inner,
        describe: payload => {
          const request = inner.describe(payload);
          return { ...request, headers: { ...request.headers, 'x-was': text } };
        },
        prepare: draft => inner.prepare({ ...draft, title: `${draft.title} by ${text}` }),
        create: async () => ({
          ...{ kind: 'created', warnings: [] },
          ticket: {
            ...{ id: '1', key: encodeURIComponent(text), names: {} },
            url: `https://x.example/${Buffer.from(`rca:${text}`).toString('base64')}`,
          },
        }),
      };
    },
  };
}
