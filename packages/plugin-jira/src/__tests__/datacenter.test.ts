import { callOf, checksOf } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { examples } from './analyses.ts';
import { openDatacenter } from './datacenter-desk.ts';

const users = [{ accountId: 'x', name: 'mia', email: 'mia@company.com', displayName: 'Mia Krystof' }];

describe('a ticket on Data Center', () => {
  it('is created through v2 with wiki markup, by a config that says no more than endpoint and sign-in', async () => {
    await using desk = await openDatacenter();
    const delivery = await desk.deliver();
    expect(delivery).toMatchObject({
      status: 'created',
      ticket: { key: 'OPS-1', url: `${desk.site.url}/browse/OPS-1` },
    });
    expect(desk.created()[0]?.path).toBe('/rest/api/2/issue');
    const [issue] = desk.site.issues();
    expect(issue?.fields.description).toMatch(/^h2\. Summary\n\nCheckout timed out for \*23 minutes\*\./);
    expect(issue?.fields).toMatchObject({ priority: { name: 'High' }, components: [{ name: 'Platform' }] });
    expect(issue?.fields.labels).toContain(delivery?.key);
    expect(issue?.properties).toMatchObject({ 'itsm-bridge': { key: delivery?.key } });
  });

  it('is asked what it is once, and not at all where the config tells', async () => {
    const asked = (desk: { readonly site: { readonly transcript: readonly string[] } }) =>
      desk.site.transcript.filter(line => line.includes('serverInfo')).length;
    await using auto = await openDatacenter();
    await auto.deliver({ id: 'a' });
    await auto.deliver({ id: 'b' });
    expect(asked(auto)).toBe(1);
    await using told = await openDatacenter({ deployment: 'datacenter' });
    expect(await told.deliver()).toMatchObject({ status: 'created' });
    expect(asked(told)).toBe(0);
  });

  it.each(examples)('takes %s, as its preview shows it', async (_name, analysis) => {
    await using desk = await openDatacenter();
    const [preview] = await desk.itsm.preview(analysis, { online: true });
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(delivery).toMatchObject({ status: 'created' });
    expect(preview?.request.url).toBe(`${desk.site.url}/rest/api/2/issue`);
    expect(preview?.request.body).toBe(desk.created()[0]?.body);
  });

  it('names users by their user names, found by e-mail', async () => {
    await using desk = await openDatacenter({ defaults: { assignee: 'mia@company.com' } }, { users });
    expect(await desk.deliver()).toMatchObject({ status: 'created' });
    expect(desk.created()[0]?.json).toMatchObject({ fields: { assignee: { name: 'mia' } } });
  });

  it('tells a field that is wrong before anything is sent', async () => {
    await using desk = await openDatacenter({ defaults: { component: 'Nowhere' } });
    expect(await desk.deliver()).toMatchObject({ status: 'failed', error: { kind: 'mapping' } });
    expect(desk.created()).toEqual([]);
  });

  it('gets its text areas as wiki markup', async () => {
    const customFields = [{ id: 'customfield_10050', name: 'Cause', type: 'textarea' as const }];
    await using desk = await openDatacenter({ defaults: { customfield_10050: 'A **pool** {code}' } }, { customFields });
    await desk.deliver();
    expect(desk.site.issues()[0]?.fields.customfield_10050).toBe('A *pool* \\{code\\}');
  });

  it('too long for a description is cut within a macro of its own, and attached whole', async () => {
    await using desk = await openDatacenter();
    const content = `# Log\n\n\`\`\`\n${'{a} line of a log\n'.repeat(4000)}\`\`\`\n`;
    const job = { id: 'long', title: 'Long', severity: 'low' };
    await desk.itsm.createTickets({ job, report: { format: 'markdown', content } });
    const [issue] = desk.site.issues();
    expect(String(issue?.fields.description).length).toBeLessThanOrEqual(32_767);
    expect(issue?.fields.description).toMatch(/\{noformat\}\n\n\{panel:title=Important\}\n.* was cut here\./);
    expect(issue?.attachments).toMatchObject([{ filename: 'analysis-long.md' }]);
  });
});

describe('changes on Data Center', () => {
  it('are made through v2, each visible on the issue', async () => {
    await using desk = await openDatacenter({}, { users });
    await desk.deliver({ url: 'https://rca.example.com/jobs/abc123' });
    const update = desk.itsm.updateTickets.bind(desk.itsm, 'abc123');
    await update({ note: 'The **patch** is live.' });
    await update({ fields: { assignee: 'mia', labels: { add: ['known error'] } } });
    await update({ attach: { name: 'heap.log', content: new TextEncoder().encode('x') } });
    await update({ resolve: true });
    const [issue] = desk.site.issues();
    expect(issue?.comments.map(({ body }) => body)).toEqual(['The *patch* is live.']);
    expect(issue?.fields).toMatchObject({ assignee: { name: 'mia' }, status: { name: 'Done' } });
    expect(issue?.fields.labels).toContain('known-error');
    expect(issue?.attachments).toMatchObject([{ filename: 'heap.log' }]);
    expect(issue?.remoteLinks).toHaveLength(1);
    await update({ reopen: true });
    expect(desk.site.issues()[0]?.fields.status).toMatchObject({ statusCategory: { key: 'indeterminate' } });
    expect(desk.site.requests.every(({ path }) => path.startsWith('/rest/api/2/'))).toBe(true);
  });

  it('are found again when their answer was lost', async () => {
    await using desk = await openDatacenter();
    await desk.deliver();
    desk.site.fault({ on: 'PUT', effect: { kind: 'drop', commit: true } });
    const [delivery] = await desk.itsm.updateTickets('abc123', { note: 'Once.' });
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(desk.site.issues()[0]?.comments).toHaveLength(1);
  });
});

describe('doubt on Data Center', () => {
  it('finds the issue whose answer was lost, reading keys one by one while its index lags', async () => {
    await using desk = await openDatacenter({}, { indexLagMs: 60_000 });
    desk.site.fault({ on: 'POST /rest/api/2/issue', effect: { kind: 'drop', commit: true } });
    const delivery = await desk.deliver();
    expect(delivery).toMatchObject({ status: 'found', attempts: 1 });
    expect(desk.site.countByLabel(delivery?.key ?? '')).toBe(1);
    expect(desk.site.transcript).toContain('GET /rest/api/2/issue/OPS-1 200');
  });

  it('finds it by its label after it was moved away', async () => {
    await using desk = await openDatacenter();
    const delivery = await desk.deliver();
    desk.site.moveIssue('OPS-1', 'NET-7');
    const now = new Date();
    const call = callOf(delivery?.key ?? '', { from: now, until: now, answered: true });
    expect(await desk.jira.find(call)).toMatchObject({ kind: 'found', ticket: { key: 'NET-7' } });
  });

  it('is conclusive of an issue that was never made', async () => {
    await using desk = await openDatacenter();
    const call = callOf('itsm-1', { from: new Date(), until: new Date(), answered: true });
    expect(await desk.jira.find(call)).toEqual({ kind: 'absent', conclusive: true });
  });
});

it('is checked like Cloud, and says what it is', async () => {
  await using desk = await openDatacenter();
  const steps = await checksOf(desk.jira);
  expect(steps.filter(({ ok }) => !ok)).toEqual([]);
  expect(steps[0]?.detail).toMatch(/is Jira Data Center 10\./);
  expect((await desk.itsm.check({ online: true })).filter(({ ok }) => !ok)).toEqual([]);
});
