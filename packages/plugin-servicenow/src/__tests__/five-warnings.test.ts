import { expect, it } from 'vitest';
import { analysisOf } from './analyses.ts';
import { openDesk, quick } from './desk.ts';

it('tells of five mistakes on the delivery, in the log and in the metric, and makes one ticket', async () => {
  const defaults = {
    u_rca_job: 'abc123',
    contact_type: 'email',
    assignment_group: 'Dev0ps Team',
    caller_id: 'nobody@company.com',
    category: 'RCA Analysis',
  };
  const acl = { deniedFields: { 'incident.contact_type': ['write' as const] } };
  const priorityMatrix = { '1': { '2': '3' } };
  await using desk = await openDesk({ ...quick, defaults }, { acl, priorityMatrix });
  const [delivery] = await desk.itsm.createTickets(analysisOf());

  expect(delivery?.status).toBe('created');
  const told = delivery?.warnings.map(({ code, field }) => `${field}: ${code}`).toSorted();
  expect(told).toEqual([
    'assignment_group: unresolved-reference',
    'caller_id: unresolved-reference',
    'contact_type: field-dropped',
    'priority: field-changed',
    'u_rca_job: field-unknown',
  ]);
  const [incident, ...more] = desk.instance.incidents();
  expect(more).toEqual([]);
  expect(incident).toMatchObject({
    ...{ category: 'RCA Analysis', contact_type: '', assignment_group: '', caller_id: '' },
    ...{ impact: '1', urgency: '2', priority: '3' },
  });

  const [line] = desk.log.lines.filter(({ ticket_id }) => ticket_id === incident?.number);
  expect(line?.warnings).toHaveLength(5);
  const metrics = await desk.itsm.metrics.metrics();
  expect(metrics).toContain('itsm_warnings_total{platform="servicenow",code="unresolved-reference"} 2');
  for (const code of ['field-dropped', 'field-changed', 'field-unknown'])
    expect(metrics).toContain(`itsm_warnings_total{platform="servicenow",code="${code}"} 1`);
});
