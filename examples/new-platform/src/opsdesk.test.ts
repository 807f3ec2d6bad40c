import { createItsm } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { opsdesk } from './opsdesk.ts';
import { startOpsdesk } from './start-opsdesk.ts';

it('is registered by its config key and delivers, with no change to core', async () => {
  await using desk = await startOpsdesk();
  const value = { opsdesk: { endpoint: desk.url, user: 'rca', password: '${DESK}' } };
  const itsm = await createItsm({ config: { value }, plugins: [opsdesk], env: { DESK: 'correct horse' } });

  const job = { id: 'j1', title: 'Disk full', severity: 'high' };
  const [delivery] = await itsm.createTickets({ job, analysis: { root_cause: 'No **rotation**.' } });
  await itsm.close();

  expect(delivery).toMatchObject({ status: 'created', integration: 'opsdesk', ticket: { key: 'OD-1' } });
  expect(desk.tickets()).toEqual([
    {
      ...{ id: 'OD-1', reference: delivery?.key, title: 'Disk full', text: 'Root cause\n----------\n\nNo rotation.\n' },
      ...{ urgent: true, open: true, notes: [] },
    },
  ]);
});
