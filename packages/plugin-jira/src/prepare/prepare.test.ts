import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { openDesk, quick } from '../__tests__/desk.ts';

/** What the site has stored for one ticket. */
async function stored(members: Readonly<Record<string, unknown>> = {}, job: Readonly<Record<string, unknown>> = {}) {
  await using desk = await openDesk({ ...quick, ...members });
  const delivery = await desk.deliver(job);
  return { delivery, fields: desk.site.issues()[0]?.fields ?? {}, requests: desk.site.requests };
}

describe('summary', () => {
  it('is one line, whatever the title holds', async () => {
    const { fields } = await stored({}, { title: 'Disk full\r\non db-1\n\nand db-2' });
    expect(fields.summary).toBe('Disk full on db-1 and db-2');
  });

  it('is cut to 255 characters with a mark, not in the middle of a character', async () => {
    const { fields } = await stored({}, { title: `${'x'.repeat(253)}🔥${'y'.repeat(300)}` });
    expect(fields.summary).toBe(`${'x'.repeat(253)}…`);
  });

  it('is the title where the mapped text comes out empty', async () => {
    const { delivery, fields } = await stored({ field_mappings: { fields: { summary: '{{ job.headline }}' } } });
    expect(delivery?.status).toBe('created');
    expect(fields.summary).toBe('Checkout requests time out');
  });
});

describe('labels', () => {
  it('get hyphens for their spaces, and the key beside them', async () => {
    const { delivery, fields } = await stored({ defaults: { labels: ['root cause', ' late  night '] } });
    expect(fields.labels).toEqual(['root-cause', 'late-night', delivery?.key]);
  });

  it('that are empty or too long cost no ticket', async () => {
    const { delivery, fields } = await stored({ defaults: { labels: ['', ' ', 'x'.repeat(300)] } });
    expect(fields.labels).toEqual([`${'x'.repeat(254)}…`, delivery?.key]);
  });

  it('are the key alone where the config has none', async () => {
    const { delivery, fields } = await stored({ defaults: {} });
    expect(fields.labels).toEqual([delivery?.key]);
  });
});

it('takes component and components as names or as the API has them', async () => {
  const { requests } = await stored({ defaults: { component: 'Platform', components: [{ name: 'Platform' }] } });
  const sent = requests.find(({ method }) => method === 'POST');
  expect(sent?.json).toMatchObject({ fields: { components: [{ name: 'Platform' }, { name: 'Platform' }] } });
});

it('cuts a long list of affected systems to what a text field of the site takes', async () => {
  const { delivery, fields } = await stored(
    {},
    { affected_systems: Array.from({ length: 90 }, (_, n) => `host-${n}`) },
  );
  expect(delivery?.status).toBe('created');
  expect(fields.customfield_10002).toHaveLength(255);
  expect(fields.customfield_10002).toMatch(/^host-0, host-1, .*…$/);
});

it('refuses a mapping that sends issues where the key is not looked for, and sends nothing', async () => {
  const { delivery, requests } = await stored({ defaults: { project: { key: 'NET' } } });
  expect(delivery).toMatchObject({ status: 'failed', attempts: 0, error: { kind: 'config' } });
  expect(delivery?.error?.message).toMatch(/^project: a mapping sets it, but .* project_key OPS/);
  expect(requests).toEqual([]);
});

describe('a description that the config maps itself', () => {
  it('is wiki markup and goes to v2', async () => {
    const { fields, requests } = await stored({ defaults: { description: 'h2. See the wiki' } });
    expect(fields.description).toBe('h2. See the wiki');
    expect(requests.at(-1)?.path).toBe('/rest/api/2/issue');
  });

  it('is cut to what the site takes', async () => {
    const { fields } = await stored({ defaults: { description: 'word '.repeat(9000) } });
    expect(String(fields.description)).toHaveLength(32_767);
  });
});

it('says in the property which trace the issue is from', async () => {
  await using desk = await openDesk();
  const trace_id = '4bf92f3577b34da6a3ce929d0e0e4736';
  await desk.itsm.createTickets({ ...analysisOf(), trace_id });
  const [request] = desk.created();
  expect(request?.json).toMatchObject({ properties: [{ key: 'itsm-bridge', value: { job_id: 'abc123', trace_id } }] });
});
