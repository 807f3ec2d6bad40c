import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { pluginContract, startJira } from '@itsm-bridge/testkit';
import { describe, it } from 'vitest';
import { jira } from './jira.ts';

pluginContract(
  { describe, it },
  {
    plugin: jira,
    dryRun,
    changes: ['note', 'fields', 'resolve', 'reopen', 'attach', 'link'],
    fields: { summary: 'Checkout is slow' },
    async open() {
      const simulator = await startJira();
      return {
        simulator,
        config: {
          endpoint: simulator.url,
          project_key: 'OPS',
          email: 'integration@company.com',
          api_token: '${JIRA_TOKEN}',
        },
        env: { JIRA_TOKEN: 'sandbox' },
        creates: 'POST /rest/api/3/issue',
        ticketsWith: simulator.countByLabel,
      };
    },
  },
);
