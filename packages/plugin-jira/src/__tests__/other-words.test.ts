import { callOf, type JiraOptions } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openDatacenter } from './datacenter-desk.ts';
import { openDesk, quick } from './desk.ts';

/** A site in a language that nobody here reads: what it says must decide nothing. */
const localise = (message: string) => [...message].reverse().join('');

describe.each<[string, (members?: object, options?: JiraOptions) => ReturnType<typeof openDesk>]>([
  ['Cloud', (members, options) => openDesk({ ...quick, ...members }, { localise, ...options })],
  ['Data Center', (members, options) => openDatacenter(members, { localise, ...options })],
])('on %s, whatever language it speaks,', (_name, open) => {
  it('a ticket is created, changed and found', async () => {
    await using desk = await open();
    const delivery = await desk.deliver({ url: 'https://rca.example.com/1' });
    expect(delivery).toMatchObject({ status: 'created' });
    const changes = await desk.itsm.updateTickets('abc123', { note: 'Live.', resolve: true });
    expect(changes.map(({ status }) => status)).toEqual(['updated', 'updated']);
    const now = new Date();
    const doubt = { from: now, until: now, answered: true };
    expect(await desk.jira.find(callOf(delivery?.key ?? '', doubt))).toMatchObject({ kind: 'found' });
    expect(await desk.jira.find(callOf('itsm-none', doubt))).toEqual({ kind: 'absent', conclusive: true });
  });

  it('an issue that is gone is gone', async () => {
    await using desk = await open();
    const ticket = { id: '4711', key: 'OPS-9', url: '', names: {} };
    expect(await desk.jira.read?.(ticket, callOf('itsm-1'))).toEqual({ kind: 'gone' });
  });

  it('a refusal is told in its words, after one attempt', async () => {
    await using desk = await open({ field_check: false, defaults: { component: 'Nowhere' } });
    const delivery = await desk.deliver();
    expect(delivery).toMatchObject({ status: 'failed', attempts: 1, error: { kind: 'rejected', status: 400 } });
    expect(delivery?.error?.message).toMatch(/^components: dilav ton si 'erehwoN'/);
  });

  it('a permission that is missing costs the change, and no ticket', async () => {
    await using desk = await open({}, { permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES'] });
    const delivery = await desk.deliver({ url: 'https://rca.example.com/1' });
    expect(delivery?.status).toBe('created');
    expect(delivery?.warnings.filter(({ code }) => code === 'follow-up-failed')).toHaveLength(1);
    expect(await desk.deliver({ id: 'next' })).toMatchObject({ status: 'created' });
  });
});
