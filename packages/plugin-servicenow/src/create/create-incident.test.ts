import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, noteless, openDesk } from '../__tests__/desk.ts';
import { template } from '../template.ts';

describe('the specification as it stands', () => {
  it('posts every field that its diagram shows, with the marker, and answers with number and sys_id', async () => {
    await using desk = await openDesk();
    const [delivery] = await desk.itsm.createTickets(analysisOf());

    const [post] = desk.created();
    expect(post?.json).toEqual({
      short_description: 'Checkout requests time out',
      description: expect.stringContaining('Checkout timed out for 23 minutes.'),
      impact: '1',
      urgency: '2',
      priority: '2',
      category: 'RCA Analysis',
      assignment_group: expect.stringMatching(/^[0-9a-f]{32}$/),
      caller_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      work_notes: expect.stringContaining('<strong>23 minutes</strong>'),
      correlation_id: delivery?.key,
      correlation_display: 'RCA job abc123',
    });
    const [incident] = desk.instance.incidents();
    expect(delivery).toMatchObject({ status: 'created', success: true, attempts: 1, warnings: [] });
    expect(delivery?.ticket).toEqual({
      id: incident?.sys_id,
      key: incident?.number,
      url: `${desk.instance.url}/nav_to.do?uri=incident.do%3Fsys_id%3D${incident?.sys_id}`,
      names: { sys_id: incident?.sys_id },
    });
  });

  it('fills its template, every section in its order, as plain text in the description', async () => {
    await using desk = await openDesk();
    await desk.itsm.createTickets(analysisOf());
    const text = desk.instance.incidents()[0]?.description ?? '';
    const headings = text.split('\n').filter((_, index, lines) => /^[=-]{3,}$/.test(lines[index + 1] ?? ''));
    expect(headings.filter(Boolean)).toEqual([
      'Incident: Checkout requests time out',
      'Summary',
      'Affected Systems',
      'Timeline',
      'Root Cause',
      'Recommendations',
      'Technical Details',
    ]);
    expect(text).toContain('- checkout-api');
    expect(text).toContain('Job ID: abc123');
    expect(text).not.toMatch(/[{}]|\*\*|undefined/);
  });

  it('makes the same payload from double braces as from single ones', async () => {
    const folder = await mkdtemp(`${tmpdir()}/template-`);
    const file = `${folder}/incident.md`;
    const doubled = template.text.replace(/\{([a-z_.]+)\}/g, '{{ $1 }}');
    expect(doubled.match(/\{\{ /g)).toHaveLength(8);
    await writeFile(file, doubled);
    await using single = await openDesk();
    await using double = await openDesk({ template: file });
    await rm(folder, { recursive: true });
    await single.itsm.createTickets(analysisOf());
    await double.itsm.createTickets(analysisOf());
    expect(double.created()[0]?.json).toEqual(single.created()[0]?.json);
  });
});

it('creates with one POST, without looking first', async () => {
  await using desk = await openDesk(noteless);
  await desk.itsm.createTickets(analysisOf());
  expect(desk.instance.transcript).toEqual(['POST /api/now/table/incident 201']);
});

it('sends exactly the bytes that an online preview shows, to the address that it shows', async () => {
  await using desk = await openDesk();
  const [preview] = await desk.itsm.preview(analysisOf(), { online: true });
  await desk.itsm.createTickets(analysisOf());
  const [post] = desk.created();
  expect(post?.body).toBe(preview?.request.body);
  expect(`${desk.instance.url}${post?.path}`).toBe(preview?.request.url);
  expect(preview?.request).toMatchObject({ method: 'POST', headers: { Authorization: 'Basic [secret]' } });
  const { Authorization: _, ...shown } = preview?.request.headers ?? {};
  for (const [name, value] of Object.entries(shown)) expect(post?.headers[name.toLowerCase()]).toBe(value);
});

it('takes a record that shows no number for created: the ticket is called by its sys_id', async () => {
  await using desk = await openDesk(bare);
  const sys_id = '0123456789abcdef0123456789abcdef';
  desk.instance.fault({
    on: 'POST /api/now/table/incident',
    effect: { kind: 'status', status: 201, body: { result: { sys_id } } },
  });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({ status: 'created', ticket: { id: sys_id, key: sys_id } });
});
