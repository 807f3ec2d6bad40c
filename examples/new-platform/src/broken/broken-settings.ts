import { endpoint, secret } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { z } from 'zod';
import { opsdesk } from '../opsdesk.ts';
import type { BrokenPlugin } from './broken-plugin.ts';

const members = { endpoint: endpoint(), user: z.string(), password: secret() };

/** Mistakes in what a plugin says of itself, and in its dry run. */
export const brokenSettings: readonly BrokenPlugin[] = [
  {
    mistake: 'the settings take anything',
    plugin: { ...opsdesk, settings: z.looseObject({ endpoint: z.string(), user: z.string(), password: z.unknown() }) },
    test: 'the plugin > refuses a member that it does not know, by name',
    teaches: /z\.strictObject/,
  },
  {
    mistake: 'a part of the settings takes anything',
    plugin: { ...opsdesk, settings: z.strictObject({ ...members, queue: z.object({ name: z.string() }).optional() }) },
    test: 'the plugin > has settings that an editor can be told about',
    teaches: /any member in "queue"/,
  },
  {
    mistake: 'the password is a string',
    plugin: { ...opsdesk, settings: z.strictObject({ endpoint: z.string(), user: z.string(), password: z.string() }) },
    test: 'the plugin > holds secrets as handles: nothing that it shows has one',
    teaches: /secret\(\)/,
  },
  {
    mistake: 'the dry run looks for the ticket',
    plugin: opsdesk,
    dryRun: { ...dryRun, wrap: inner => ({ ...dryRun.wrap(inner), find: call => inner.find(call) }) },
    test: 'as a dry run > every other member > answers without a request',
    teaches: /A dry run sent GET/,
  },
];
