import type { FaultEffect } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openTicket } from '../__tests__/open-ticket.ts';

const on = 'GET /rest/api/3/issue/10001';
const json = (status: number, body: unknown): FaultEffect => ({ kind: 'status', status, body });
const done = { name: 'Closed', statusCategory: { key: 'done' } };
const issue = (fields: object) => json(200, { id: '10001', key: 'OPS-1', fields });

describe('an issue', () => {
  it('is open in every status that does not count as done', async () => {
    await using desk = await openTicket({ resolve_transition: 'In Progress' });
    expect(await desk.read()).toEqual({ kind: 'open' });
    await desk.move('resolve');
    expect(await desk.read()).toEqual({ kind: 'open' });
    expect(desk.site.requests.at(-1)?.query).toEqual({ fields: 'status,resolution,resolutiondate' });
  });

  it('is done since its resolution', async () => {
    const since = new Date('2026-01-31T12:00:05.000Z');
    await using desk = await openTicket({}, { now: () => since.getTime() });
    await desk.move('resolve');
    expect(await desk.read()).toEqual({ kind: 'done', since, wontFix: false });
  });

  it('is done in a workflow that sets no resolution', async () => {
    await using desk = await openTicket();
    desk.site.fault({ on, effect: issue({ status: done, resolution: null, resolutiondate: null }) });
    expect(await desk.read()).toEqual({ kind: 'done', wontFix: false });
  });

  it.each([
    ["Won't Do", {}, true],
    ['Won’t do', {}, true],
    ['Duplicate', {}, true],
    ['Cannot Reproduce', {}, false],
    ['Duplicate', { wont_fix_resolutions: ['Known error'] }, false],
    ['Known Error', { wont_fix_resolutions: ['Known error'] }, true],
  ])('closed as %s with %j is one that will not be mended: %s', async (name, members, wontFix) => {
    await using desk = await openTicket(members);
    desk.site.fault({ on, effect: issue({ status: done, resolution: { name } }) });
    expect(await desk.read()).toEqual({ kind: 'done', wontFix });
  });

  it('is gone where the site does not have it, or hides it', async () => {
    await using desk = await openTicket();
    desk.site.fault({ on, effect: json(404, { errorMessages: ['Issue does not exist'], errors: {} }) });
    expect(await desk.read()).toEqual({ kind: 'gone' });
  });
});

describe('is not gone, but not to be read,', () => {
  it('where the sign-in is not accepted: Jira answers that with 404, too', async () => {
    await using desk = await openTicket();
    const headers = { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };
    desk.site.fault({ on, effect: { kind: 'status', status: 404, headers, body: { errorMessages: [] } } });
    await expect(desk.read()).rejects.toMatchObject({ kind: 'auth' });
  });

  it.each([
    ['a page', json(404, '<html>Your site is unavailable</html>')],
    ['no status', issue({})],
    ['a failure', json(502, undefined)],
  ])('where the answer is %s', async (_what, effect) => {
    await using desk = await openTicket();
    desk.site.fault({ on, effect });
    await expect(desk.read()).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
