import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';

/** What the instance has stored for one analysis. */
async function stored(members: Readonly<Record<string, unknown>>, job: Readonly<Record<string, unknown>> = {}) {
  await using desk = await openDesk({ ...bare, ...members });
  const [delivery] = await desk.itsm.createTickets(analysisOf(job));
  return { delivery, incident: desk.instance.incidents()[0] };
}

describe('priority', () => {
  it.each([
    ['critical', '1'],
    ['high', '2'],
    ['medium', '3'],
    ['low', '4'],
  ])('of %s is %s on the instance too, which computes it from impact and urgency', async (severity, priority) => {
    const { delivery, incident } = await stored({}, { severity });
    expect(incident?.priority).toBe(priority);
    expect(delivery?.warnings).toEqual([]);
  });

  it('follows impact and urgency that the config maps itself, and says that it is another one', async () => {
    const { delivery, incident } = await stored({ defaults: { impact: '3', urgency: '3' } }, { severity: 'critical' });
    expect(incident).toMatchObject({ impact: '3', urgency: '3', priority: '5' });
    expect(delivery?.warnings).toEqual([
      { code: 'field-changed', field: 'priority', message: 'priority: sent "1", stored "5".' },
    ]);
  });
});

describe('an instance with a matrix of its own', () => {
  const priorityMatrix = { '1': { '1': '2', '2': '3', '3': '4' }, '2': { '1': '1' } };
  const stored = async (members: object) => {
    await using desk = await openDesk({ ...bare, ...members }, { priorityMatrix });
    const [delivery] = await desk.itsm.createTickets(analysisOf({ severity: 'critical' }));
    return { priority: desk.instance.incidents()[0]?.priority, warnings: delivery?.warnings };
  };

  it('gives the priority that is meant where the config has it, too', async () => {
    const priority_matrix = { '1': { impact: '2', urgency: '1' } };
    expect(await stored({ priority_matrix })).toEqual({ priority: '1', warnings: [] });
  });

  it('gives another one without it, and the delivery says so', async () => {
    const message = 'priority: sent "1", stored "2".';
    const warnings = [{ code: 'field-changed', field: 'priority', message }];
    expect(await stored({})).toEqual({ priority: '2', warnings });
  });

  it('is refused where an entry lacks its half', async () => {
    await expect(openDesk({ ...bare, priority_matrix: { '1': { impact: '2' } } })).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining('servicenow.priority_matrix.1.urgency'),
    });
  });
});

describe('short_description', () => {
  it('is cut to the 160 characters of its column, with a mark, and no warning is needed', async () => {
    const { delivery, incident } = await stored({}, { title: 'x'.repeat(500) });
    expect(incident?.short_description).toBe(`${'x'.repeat(159)}…`);
    expect(delivery?.warnings).toEqual([]);
  });

  it('is not cut in the middle of a character', async () => {
    const { incident } = await stored({}, { title: `${'x'.repeat(158)}🔥${'y'.repeat(9)}` });
    expect(incident?.short_description).toBe(`${'x'.repeat(158)}…`);
  });

  it('stays whole at 160', async () => {
    const title = `${'x'.repeat(158)}🔥`;
    expect((await stored({}, { title })).incident?.short_description).toBe(title);
  });

  it('is one line', async () => {
    const { incident } = await stored({}, { title: 'Disk full\r\non db-1\tand db-2' });
    expect(incident?.short_description).toBe('Disk full on db-1 and db-2');
  });

  it('is the title where the mapped text comes out empty', async () => {
    const { incident } = await stored({ field_mappings: { fields: { short_description: '{{ job.headline }}' } } });
    expect(incident?.short_description).toBe('Checkout requests time out');
  });
});

it('keeps a description of 100,000 characters whole', async () => {
  await using desk = await openDesk(bare);
  const log = 'at pool.acquire (pool.ts:42) '.repeat(3500);
  await desk.itsm.createTickets({ ...analysisOf(), report: { content: log } });
  expect(desk.instance.incidents()[0]?.description?.length).toBeGreaterThan(100_000);
});

it('cuts a report of a megabyte with a mark and the way to the whole of it, and keeps the ticket', async () => {
  await using desk = await openDesk(bare);
  const content = 'at pool.acquire (pool.ts:42)\n\n'.repeat(40_000);
  const [delivery] = await desk.itsm.createTickets({ ...analysisOf(), report: { content } });
  const [incident] = desk.instance.incidents();
  const [note] = desk.instance.journal(incident?.sys_id ?? '');
  expect(delivery).toMatchObject({ status: 'created', warnings: [] });
  expect(incident?.description?.length).toBeLessThanOrEqual(200_000);
  expect(incident?.description?.slice(-120)).toMatch(
    /longer than this field takes and was cut here\. Job abc123 has the whole of it\.\n$/,
  );
  expect(note?.value.length).toBeLessThanOrEqual(200_000);
  expect(note?.value.slice(-200)).toMatch(/was cut here.*\[\/code\]$/s);
});

it('lets no mapping replace the marker', async () => {
  await using desk = await openDesk({ ...bare, defaults: { correlation_id: 'mine', correlation_display: 'mine' } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(desk.instance.countByKey(delivery?.key ?? '')).toBe(1);
});

it.each([
  ['abc123', 'RCA job abc123, trace 4bf92f3577b34da6a3ce929d0e0e4736'],
  ['x'.repeat(60), `RCA job ${'x'.repeat(60)}`],
])('says beside the job which trace it is from, whole or not at all: %s', async (id, display) => {
  await using desk = await openDesk(bare);
  const traced = { ...analysisOf({ id }), trace_id: '4bf92f3577b34da6a3ce929d0e0e4736' };
  await desk.itsm.createTickets(traced);
  expect(desk.instance.incidents()[0]?.correlation_display).toBe(display);
});

it('writes a mapped list as one text, and a timeline as lines', async () => {
  const fields = { close_notes: { from: 'job.systems' }, comments: { from: 'job.timeline' } };
  const timeline = [
    { at: '10:00', event: 'deploy' },
    { at: '10:30', event: 'errors' },
  ];
  await using desk = await openDesk({ ...bare, field_mappings: { fields } });
  const [delivery] = await desk.itsm.createTickets(analysisOf({ systems: ['db-1', 'db-2'], timeline }));
  const [incident] = desk.instance.incidents();
  expect(delivery?.warnings).toEqual([]);
  expect(incident?.close_notes).toBe('db-1, db-2');
  expect(desk.instance.journal(incident?.sys_id ?? '').map(({ value }) => value)).toContain(
    '10:00 deploy\n10:30 errors',
  );
});

it('lets a mapped description and work note win over the report', async () => {
  const { incident } = await stored({ defaults: { description: 'See the wiki.' } });
  expect(incident?.description).toBe('See the wiki.');
});
