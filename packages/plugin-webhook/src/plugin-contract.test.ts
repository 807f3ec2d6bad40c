import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { pluginContract } from '@itsm-bridge/testkit';
import { describe, it } from 'vitest';
import { type ReceiverOptions, signingSecret, startReceiver } from './__fixtures__/start-receiver.ts';
import { webhook } from './webhook.ts';

const events = ['note', 'fields', 'resolve', 'reopen'] as const;
const ticket = { id: 'data.ticket.number', key: 'data.ticket.name', url: 'data.ticket.link' };

const open = async (members: object, options: ReceiverOptions) => {
  const simulator = await startReceiver(options);
  return {
    simulator,
    config: {
      endpoint: `${simulator.url}/hooks/rca`,
      secret: '${WEBHOOK_SECRET}',
      headers: { 'x-api-key': '${WEBHOOK_KEY}' },
      events,
      ...members,
    },
    env: { WEBHOOK_SECRET: signingSecret, WEBHOOK_KEY: 'correct horse' },
    creates: 'POST /hooks/rca',
    ticketsWith: (key: string) => simulator.events().filter(({ id }) => id === key).length,
  };
};
const common = { plugin: webhook, dryRun, changes: events, fields: { urgent: true } };

describe('a receiver that names its ticket', () => {
  pluginContract({ describe, it }, { ...common, findable: false, open: () => open({ ticket }, {}) });
});

describe('a receiver that answers anything, and knows an id again', () => {
  const receiver = { deduplicates: true, namesTicket: false };
  const idempotent = () => open({ idempotent: true }, receiver);
  pluginContract({ describe, it }, { ...common, repeatable: true, anyAnswer: true, open: idempotent });
});
