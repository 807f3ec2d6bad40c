import type { ItsmPlugin } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import type { PluginUnderTest } from '@itsm-bridge/testkit';
import { startOpsdesk } from './start-opsdesk.ts';

export const opsdeskUnderTest = (plugin: ItsmPlugin): PluginUnderTest => ({
  plugin,
  dryRun,
  changes: ['note', 'fields', 'resolve', 'reopen'],
  fields: { urgent: true },
  async open() {
    const simulator = await startOpsdesk();
    return {
      simulator,
      config: { endpoint: simulator.url, user: 'rca', password: '${OPSDESK_PASSWORD}' },
      env: { OPSDESK_PASSWORD: 'correct horse' },
      creates: 'POST /tickets',
      ticketsWith: key => simulator.tickets().filter(({ reference }) => reference === key).length,
    };
  },
});
