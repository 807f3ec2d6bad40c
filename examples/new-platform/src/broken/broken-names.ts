import type { TicketDraft } from '@itsm-bridge/core';
import type { BrokenPlugin } from './broken-plugin.ts';
import { resolving } from './resolving.ts';

const test = 'resolve > changes nothing of the payload but what unresolved names';

/** Mistakes in what turns names into ids. */
export const brokenNames: readonly BrokenPlugin[] = [
  {
    mistake: 'resolve gives back the fields alone',
    plugin: resolving(({ resolve, unresolved }) => ({
      resolve: async (...asked) =>
        ({ fields: (await resolve(...asked)).fields, warnings: [] }) as unknown as TicketDraft,
      unresolved,
    })),
    test,
    teaches: /return `\{ \.\.\.draft/,
  },
  {
    mistake: 'an offline preview is not told which names are looked up',
    plugin: resolving(right => ({ ...right, unresolved: () => [] })),
    test,
    teaches: /of "team", and unresolved does not name it/,
  },
];
