import { expect, it } from 'vitest';
import { openInstance } from './__fixtures__/open-instance.ts';

it('a new incident has the initial values that the reference of the Table API shows of one', async () => {
  await using desk = await openInstance();
  await desk.send('POST incident', { short_description: 'No office wifi', urgency: '2', impact: '2' });
  expect(desk.instance.incidents()).toMatchObject([
    {
      approval: 'not requested',
      upon_approval: 'proceed',
      upon_reject: 'cancel',
      escalation: '0',
      reassignment_count: '0',
      reopen_count: '0',
      child_incidents: '0',
      knowledge: 'false',
      made_sla: 'true',
      notify: '1',
      severity: '3',
      priority: '3',
      state: '1',
      incident_state: '1',
      active: 'true',
      sys_mod_count: '0',
      sys_class_name: 'incident',
      sys_domain_path: '/',
    },
  ]);
});
