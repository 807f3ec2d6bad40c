import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, type Desk, openDesk } from '../__tests__/desk.ts';

const problem = (id: string) => ({ ...analysisOf({ id, title: `Job ${id}` }), fingerprint: 'pool.max' });

/** By the instance's clock whatever it is asked to do was done then. */
const aMinuteAgo = () => Date.now() - 60_000;

/** A desk on which the problem has one incident, closed where `closing` says how. */
async function openProblem(members: object, closing?: Readonly<Record<string, string>>) {
  const desk = await openDesk({ ...bare, ...members }, { now: aMinuteAgo });
  await desk.itsm.createTickets(problem('first'));
  const id = desk.instance.incidents()[0]?.sys_id ?? '';
  if (closing) await desk.itsm.updateTickets('first', { resolve: closing });
  desk.instance.clearRequests();
  const again = async (job = 'next') => (await desk.itsm.createTickets(problem(job)))[0];
  const notes = () => desk.instance.journal(id).filter(({ value }) => value.includes('occurred again'));
  return { ...desk, again, notes };
}
const writes = ({ instance }: Pick<Desk, 'instance'>) =>
  instance.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);

describe('a problem that has an incident already', () => {
  it('gets a work note there while it is open, and no second incident', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    const delivery = await desk.again();
    expect(delivery).toMatchObject({
      status: 'found',
      success: true,
      existing: true,
      ticket: { key: 'INC0010001' },
      warnings: [{ code: 'recurrence' }],
    });
    expect(desk.instance.incidents()).toHaveLength(1);
    expect(desk.notes()).toMatchObject([{ element: 'work_notes' }]);
    expect(desk.notes()[0]?.value).toContain('Job next');
    expect(desk.notes()[0]?.value).toContain('<strong>23 minutes</strong>');
    expect(writes(desk)).toEqual(['PATCH']);
  });

  it('gets it as text where the instance shows tags as they are written', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment', report: { work_notes: 'text' } });
    await desk.again();
    expect(desk.notes()[0]?.value).toContain('Job next');
    expect(desk.instance.journal(desk.instance.incidents()[0]?.sys_id ?? '').map(({ value }) => value)).toEqual(
      Array.from({ length: 2 }, () => expect.not.stringMatching(/\[code]|<\w/)),
    );
  });

  it('gets one note for each analysis, however often it is delivered', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    for (const job of ['next', 'next', 'third', 'next']) await desk.again(job);
    expect(desk.notes()).toHaveLength(2);
    expect(desk.instance.incidents()).toHaveLength(1);
  });

  it('has it reopened within the window, with a note', async () => {
    await using desk = await openProblem({ on_recurrence: 'reopen' }, {});
    expect(desk.instance.incidents()[0]?.state).toBe('6');
    const delivery = await desk.again();
    expect(delivery?.warnings).toMatchObject([{ code: 'recurrence', message: expect.stringContaining('reopened') }]);
    expect(desk.instance.incidents()).toMatchObject([{ state: '2' }]);
    expect(desk.notes()).toHaveLength(1);
  });

  it('gets another incident after the window, and where only comments are asked for', async () => {
    for (const members of [{ on_recurrence: 'reopen', reopen_within: '10s' }, { on_recurrence: 'comment' }]) {
      await using desk = await openProblem(members, {});
      expect(await desk.again()).toMatchObject({ status: 'created' });
      expect(desk.instance.incidents()).toHaveLength(2);
      expect(desk.notes()).toEqual([]);
    }
  });

  it('gets nothing when it was closed as one that will not be mended', async () => {
    await using desk = await openProblem({ on_recurrence: 'reopen' }, { close_code: 'Duplicate' });
    expect(await desk.again()).toMatchObject({ status: 'found', warnings: [{ code: 'recurrence-of-wont-fix' }] });
    expect(writes(desk)).toEqual([]);
  });

  it('gets nothing where recurrences are ignored', async () => {
    await using desk = await openProblem({ on_recurrence: 'ignore' });
    expect(await desk.again()).toMatchObject({ status: 'found', ticket: { key: 'INC0010001' } });
    expect(writes(desk)).toEqual([]);
  });

  it('has its note once though the answer was lost', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    desk.instance.fault({ on: 'PATCH', effect: { kind: 'drop', commit: true } });
    expect(await desk.again()).toMatchObject({ status: 'found' });
    expect(desk.notes()).toHaveLength(1);
  });

  it('never gets a second incident because the first cannot be read', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    desk.instance.fault({ on: 'GET', times: 4, effect: { kind: 'status', status: 503 } });
    expect(await desk.again()).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    expect(await desk.again()).toMatchObject({ status: 'found' });
    expect(desk.instance.incidents()).toHaveLength(1);
  });

  it('is told of on the same incident by a later update of the job that recurred', async () => {
    await using desk = await openProblem({ on_recurrence: 'comment' });
    await desk.again();
    expect(await desk.itsm.updateTickets('next', { note: 'Rolled back.' })).toMatchObject([
      { status: 'updated', jobId: 'next', ticket: { key: 'INC0010001' } },
    ]);
  });
});
