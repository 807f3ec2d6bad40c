import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { pluginContract } from '@itsm-bridge/testkit';
import { describe, it } from 'vitest';
import { startGitHub } from './__fixtures__/start-github.ts';
import { github } from './github.ts';
import { marker } from './marker.ts';

pluginContract(
  { describe, it },
  {
    plugin: github,
    dryRun,
    changes: ['note', 'fields', 'resolve', 'reopen'],
    fields: { labels: ['known error'] },
    async open() {
      const simulator = await startGitHub();
      return {
        simulator,
        config: {
          endpoint: simulator.url,
          repository: 'octo/ops',
          auth: { type: 'bearer', token: '${GITHUB_TOKEN}' },
        },
        env: { GITHUB_TOKEN: 'ghp_sandbox' },
        creates: 'POST /repos/octo/ops/issues',
        ticketsWith: key => simulator.issues().filter(({ body }) => body.includes(marker('key', key))).length,
      };
    },
  },
);
