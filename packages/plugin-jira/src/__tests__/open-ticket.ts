import type { Fields, TicketChange, TicketRef, Updated } from '@itsm-bridge/core';
import { callOf, type JiraOptions } from '@itsm-bridge/testkit';
import { type Desk, openDesk, quick } from './desk.ts';

export const key = 'itsm-1';

/** A site with one delivered issue, and the adapter's members bound to it. */
export interface OpenTicket extends Desk {
  readonly ticket: TicketRef;
  move(kind: 'resolve' | 'reopen', fields?: Fields): Promise<Updated>;
  findChange(change: TicketChange): ReturnType<NonNullable<Desk['jira']['findChange']>>;
  read(): ReturnType<NonNullable<Desk['jira']['read']>>;
}

export async function openTicket(members: object = {}, options: JiraOptions = {}): Promise<OpenTicket> {
  const desk = await openDesk({ ...quick, ...members }, options);
  const ticket = (await desk.deliver())?.ticket;
  const { findChange, read } = desk.jira;
  if (!ticket || !findChange || !read) throw new TypeError('The desk has no ticket, or the adapter lacks a member.');
  desk.site.clearRequests();
  return {
    ...desk,
    ticket,
    move: (kind, fields = {}) => desk.jira.update(ticket, { id: 'change-1', kind, fields }, callOf(key)),
    findChange: change => findChange(ticket, change, callOf(key)),
    read: () => read(ticket, callOf(key)),
  };
}

/** Statuses as an incident workflow has them; the names say nothing to a program. */
export const incidentFlow = (transitions: NonNullable<JiraOptions['transitions']>): JiraOptions => ({
  statuses: [
    { name: 'Ouvert', category: 'new' },
    { name: 'En cours', category: 'indeterminate' },
    { name: 'Résolu', category: 'done' },
    { name: 'Annulé', category: 'done' },
  ],
  transitions,
});
