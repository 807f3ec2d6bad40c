import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { type Desk, openDesk, quick } from '../__tests__/desk.ts';

const problem = (id: string) => ({ ...analysisOf({ id, title: `Job ${id}` }), fingerprint: 'pool.max' });

/** By the site's clock whatever it is asked to do was done then. */
const aMinuteAgo = () => Date.now() - 60_000;

/** A desk on which the problem has one issue, closed where `resolution` says how. */
async function openProblem(members: object, resolution?: string) {
  const desk = await openDesk({ ...quick, ...members }, { now: aMinuteAgo });
  await desk.itsm.createTickets(problem('first'));
  if (resolution) await desk.itsm.updateTickets('first', { resolve: { resolution } });
  desk.site.clearRequests();
  const again = async (job = 'next') => (await desk.itsm.createTickets(problem(job)))[0];
  const comments = () => desk.site.issues()[0]?.comments ?? [];
  return { ...desk, again, comments };
}
const writes = ({ site }: Pick<Desk, 'site'>) =>
  site.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);
const categoryOf = ({ site }: Pick<Desk, 'site'>) =>
  (site.issues()[0]?.fields.status as { statusCategory: { key: string } } | undefined)?.statusCategory.key;

describe('a problem that has an issue already', () => {
  it('gets a comment there while it is open, and no second issue', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    const delivery = await desk.again();
    const warnings = [{ code: 'recurrence' }];
    expect(delivery).toMatchObject({ status: 'found', success: true, ticket: { key: 'OPS-1' }, warnings });
    expect(desk.site.issues()).toHaveLength(1);
    expect(desk.comments()).toHaveLength(1);
    expect(JSON.stringify(desk.comments()[0]?.body)).toContain('Job next');
    expect(writes(desk)).toEqual(['PUT']);
  });

  it('gets one comment for each analysis, however often it is delivered', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    for (const job of ['next', 'next', 'third', 'next']) await desk.again(job);
    expect(desk.comments()).toHaveLength(2);
    expect(desk.site.issues()).toHaveLength(1);
  });

  it('has it reopened within the window, with a comment', async () => {
    await using desk = await openProblem({ on_recurrence: 'reopen' }, 'Done');
    expect(categoryOf(desk)).toBe('done');
    const delivery = await desk.again();
    expect(delivery?.warnings[0]).toMatchObject({ code: 'recurrence', message: expect.stringContaining('reopened') });
    expect(categoryOf(desk)).not.toBe('done');
    expect(desk.comments()).toHaveLength(1);
    expect(desk.site.issues()).toHaveLength(1);
  });

  it('gets another issue after the window, and where only comments are asked for', async () => {
    for (const members of [{ on_recurrence: 'reopen', reopen_within: '10s' }, { on_recurrence: 'comment' }]) {
      await using desk = await openProblem(members, 'Done');
      expect(await desk.again()).toMatchObject({ status: 'created' });
      expect(desk.site.issues()).toHaveLength(2);
      expect(desk.comments()).toEqual([]);
    }
  });

  it('gets nothing when it was closed as one that will not be mended', async () => {
    await using desk = await openProblem({ on_recurrence: 'reopen' }, "Won't Do");
    expect(await desk.again()).toMatchObject({ status: 'found', warnings: [{ code: 'recurrence-of-wont-fix' }] });
    expect(writes(desk)).toEqual([]);
  });

  it('has its comment once though the answer was lost', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    desk.site.fault({ on: 'PUT', effect: { kind: 'drop', commit: true } });
    expect(await desk.again()).toMatchObject({ status: 'found' });
    expect(desk.comments()).toHaveLength(1);
  });

  it('never gets a second issue because the first cannot be read', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    desk.site.fault({ on: 'GET', times: 4, effect: { kind: 'status', status: 503 } });
    expect(await desk.again()).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    expect(await desk.again()).toMatchObject({ status: 'found' });
    expect(desk.site.issues()).toHaveLength(1);
  });

  it('keeps the marker of the first job when the one that recurred changes the labels', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    const before = desk.site.issues()[0]?.fields.labels as readonly string[];
    await desk.again();
    await desk.itsm.updateTickets('next', { fields: { labels: ['pool'] } });
    const marker = before.filter(label => label.startsWith('itsm-'));
    expect(desk.site.issues()[0]?.fields.labels).toEqual(['pool', ...marker]);
  });
});
