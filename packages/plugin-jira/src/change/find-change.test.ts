import { parseMarkdown, type TicketChange } from '@itsm-bridge/core';
import { callOf, type FaultEffect } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { edit } from '../__tests__/open-site.ts';
import { key, type OpenTicket, openTicket } from '../__tests__/open-ticket.ts';

const note = (id: string, text = 'Pool is **empty** again.'): TicketChange => ({
  id,
  kind: 'note',
  body: parseMarkdown(text),
  audience: 'internal',
});
const write = (desk: OpenTicket, change: TicketChange) => desk.jira.update(desk.ticket, change, callOf(key));
const comments = '/rest/api/3/issue/10001/comment';
const said = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const json = (status: number, body: unknown): FaultEffect => ({ kind: 'status', status, body });

describe('a note', () => {
  it('is found by its id where the answer to it was lost', async () => {
    await using desk = await openTicket();
    desk.site.fault({ on: 'PUT', effect: { kind: 'drop', commit: true } });
    await expect(write(desk, note('n1'))).rejects.toMatchObject({ kind: 'outcome-unknown' });
    desk.site.clearRequests();
    expect(await desk.findChange(note('n1'))).toBe('applied');
    expect(desk.site.transcript).toEqual([`GET ${comments} 200`]);
  });

  it('is absent where it was not taken, also beside others of the same words', async () => {
    await using desk = await openTicket();
    expect(await desk.findChange(note('n1'))).toBe('absent');
    await write(desk, note('n2'));
    expect(await desk.findChange(note('n1'))).toBe('absent');
    expect(await desk.findChange(note('n2'))).toBe('applied');
  });

  it('is found on a later page, and absent after the last', async () => {
    await using desk = await openTicket();
    await write(desk, note('n1'));
    for (let made = 0; made < 100; made++) await edit(desk.site, comments, 'POST', { body: said(`Comment ${made}`) });
    desk.site.clearRequests();
    expect(await desk.findChange(note('n1'))).toBe('applied');
    expect(await desk.findChange(note('n2'))).toBe('absent');
    expect(desk.site.requests.map(({ query }) => [query.startAt, query.orderBy])).toEqual([
      ['0', '-created'],
      ['100', '-created'],
      ['0', '-created'],
      ['100', '-created'],
    ]);
  });

  it('is unsure where a comment without the mark has its very words', async () => {
    await using desk = await openTicket();
    await edit(desk.site, comments, 'POST', { body: said('Pool is empty again.') });
    expect(await desk.findChange(note('n1'))).toBe('unsure');
  });

  it('is unsure where the site shows no properties', async () => {
    await using desk = await openTicket();
    desk.site.fault({
      on: `GET ${comments}`,
      effect: json(200, { comments: [{ id: '1', body: said('x') }], total: 1 }),
    });
    expect(await desk.findChange(note('n1'))).toBe('unsure');
  });

  it('is not called absent for an answer that shows no comments', async () => {
    await using desk = await openTicket();
    desk.site.fault({ on: `GET ${comments}`, effect: json(200, { total: 0 }) });
    await expect(desk.findChange(note('n1'))).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('a change of another kind', () => {
  it('of fields is absent: sent again it does no harm', async () => {
    await using desk = await openTicket();
    expect(await desk.findChange({ id: 'f', kind: 'fields', fields: { priority: 'Low' } })).toBe('absent');
    expect(desk.site.requests).toEqual([]);
  });

  it('that resolves or reopens is seen in the state', async () => {
    await using desk = await openTicket();
    const resolve = { id: 'r', kind: 'resolve', fields: {} } as const;
    const reopen = { id: 'o', kind: 'reopen', fields: {} } as const;
    expect([await desk.findChange(resolve), await desk.findChange(reopen)]).toEqual(['absent', 'applied']);
    await desk.move('resolve');
    expect([await desk.findChange(resolve), await desk.findChange(reopen)]).toEqual(['applied', 'absent']);
  });
});
