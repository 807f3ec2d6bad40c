import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { pluginContract } from '@itsm-bridge/testkit';
import { describe, it } from 'vitest';
import { configOf, env } from './__fixtures__/account.ts';
import { startPagerDuty } from './__fixtures__/start-pagerduty.ts';
import { pagerduty } from './pagerduty.ts';

pluginContract(
  { describe, it },
  {
    plugin: pagerduty,
    dryRun,
    changes: ['note', 'fields', 'resolve'],
    fields: { urgency: 'low', priority: 'P2' },
    async open() {
      const simulator = await startPagerDuty();
      return {
        simulator,
        config: configOf(simulator),
        env,
        creates: 'POST /incidents',
        ticketsWith: key => simulator.incidents().filter(({ incident_key }) => incident_key === key).length,
      };
    },
  },
);
