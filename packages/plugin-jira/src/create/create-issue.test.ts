import { callOf } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { openDesk, quick } from '../__tests__/desk.ts';

describe('the specification as it stands', () => {
  it('posts every field that its diagram shows, with the marker, and answers with the key', async () => {
    await using desk = await openDesk({});
    const delivery = await desk.deliver();
    expect(desk.sent()).toEqual(['POST /rest/api/3/issue 201']);
    expect(desk.created()[0]?.json).toEqual({
      fields: {
        project: { key: 'OPS' },
        issuetype: { name: 'Incident' },
        summary: 'Checkout requests time out',
        description: { type: 'doc', version: 1, content: expect.any(Array) },
        priority: { name: 'High' },
        labels: ['rca', 'automated', delivery?.key],
        components: [{ name: 'Platform' }],
        customfield_10001: 'abc123',
        customfield_10002: 'checkout-api, payments-db',
      },
      properties: [{ key: 'itsm-bridge', value: { key: delivery?.key, job_id: 'abc123', severity: 'high' } }],
    });
    const [issue] = desk.site.issues();
    expect(issue?.properties).toEqual({ 'itsm-bridge': { key: delivery?.key, job_id: 'abc123', severity: 'high' } });
    expect(delivery).toMatchObject({ status: 'created', success: true, attempts: 1 });
    expect(delivery?.ticket).toEqual({
      id: issue?.id,
      key: 'OPS-1',
      url: `${desk.site.url}/browse/OPS-1`,
      names: { jira_key: 'OPS-1' },
    });
  });

  it.each([
    ['critical', 'Highest'],
    ['high', 'High'],
    ['medium', 'Medium'],
    ['low', 'Low'],
  ])('gives %s the priority %s', async (severity, name) => {
    await using desk = await openDesk();
    await desk.deliver({ severity });
    expect(desk.site.issues()[0]?.fields.priority).toMatchObject({ name });
  });
});

it('sends exactly the bytes that a preview shows, to the address that it shows', async () => {
  await using desk = await openDesk();
  const [preview] = await desk.itsm.preview(analysisOf());
  expect(desk.site.requests).toEqual([]);
  await desk.deliver();
  const [post] = desk.created();
  expect(post?.body).toBe(preview?.request.body);
  expect(`${desk.site.url}${post?.path}`).toBe(preview?.request.url);
  expect(preview?.request).toMatchObject({ method: 'POST', headers: { Authorization: 'Basic [secret]' } });
  const { Authorization: _, ...shown } = preview?.request.headers ?? {};
  for (const [name, value] of Object.entries(shown)) expect(post?.headers[name.toLowerCase()]).toBe(value);
});

it.each([
  ['no key', { id: '10001' }],
  ['a key that is none', { id: '10001', key: 'OPS' }],
  ['nothing', undefined],
  ['a page', '<html>Log in</html>'],
])('does not take a 201 with %s for an issue', async (_what, body) => {
  await using desk = await openDesk();
  desk.site.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'status', status: 201, body } });
  const creating = desk.jira.create({ fields: {}, properties: [] }, callOf('itsm-1'));
  await expect(creating).rejects.toMatchObject({ kind: 'outcome-unknown', status: 201 });
});

it('asks for names and messages in English, whatever the language of the account', async () => {
  await using desk = await openDesk();
  await desk.deliver();
  expect(new Set(desk.site.requests.map(({ headers }) => headers['accept-language']))).toEqual(new Set(['en']));
  const [preview] = await desk.itsm.preview({ job: { id: '1', title: 't', severity: 'low' } });
  expect(preview?.request.headers).toMatchObject({ 'Accept-Language': 'en' });
});

describe('a refusal', () => {
  it('reaches the delivery in the words of the site, field by field, after one attempt', async () => {
    await using desk = await openDesk({ ...quick, field_check: false }, { priorities: ['P1', 'P2'] });
    expect(await desk.deliver()).toMatchObject({
      status: 'failed',
      attempts: 1,
      error: { kind: 'rejected', status: 400, message: 'priority: The priority selected is invalid.' },
    });
  });

  it('names every field that was wrong', async () => {
    await using desk = await openDesk({ defaults: { component: 'Nowhere' }, issue_type: 'Outage', field_check: false });
    const delivery = await desk.deliver();
    expect(delivery?.error?.message).toContain('issuetype: Specify a valid issue type');
    expect(delivery?.error?.message).toContain("components: Component name 'Nowhere' is not valid");
  });
});

it('waits as long as a 429 says and sends again', async () => {
  await using desk = await openDesk();
  const headers = { 'retry-after': '1', 'ratelimit-reason': 'jira-burst-based' };
  desk.site.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'status', status: 429, headers } });
  const delivery = await desk.deliver();
  expect(delivery).toMatchObject({ status: 'created', attempts: 2 });
  expect(delivery?.durationMs).toBeGreaterThanOrEqual(1000);
  expect(desk.sent()).toEqual(['POST /rest/api/3/issue 429', 'POST /rest/api/3/issue 201']);
});
