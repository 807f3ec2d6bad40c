import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { pluginContract, startServiceNow } from '@itsm-bridge/testkit';
import { describe, it } from 'vitest';
import { servicenow } from './servicenow.ts';

pluginContract(
  { describe, it },
  {
    plugin: servicenow,
    dryRun,
    changes: ['note', 'fields', 'resolve', 'reopen', 'attach'],
    fields: { contact_type: 'phone' },
    async open() {
      const simulator = await startServiceNow();
      return {
        simulator,
        config: { endpoint: simulator.url, username: 'integration_user', password: '${DESK_PASSWORD}' },
        env: { DESK_PASSWORD: 'sandbox' },
        creates: 'POST /api/now/table/incident',
        ticketsWith: simulator.countByKey,
      };
    },
  },
);
