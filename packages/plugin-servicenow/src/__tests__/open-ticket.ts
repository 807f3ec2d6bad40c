import type { Fields, TicketChange, TicketRef, Updated } from '@itsm-bridge/core';
import { callOf, type ServiceNowOptions } from '@itsm-bridge/testkit';
import { analysisOf } from './analyses.ts';
import { bare, type Desk, openDesk } from './desk.ts';

/** An instance with one delivered incident, and the adapter's members bound to it. */
export interface OpenTicket extends Desk {
  readonly ticket: TicketRef;
  update(change: TicketChange): Promise<Updated>;
  move(kind: 'resolve' | 'reopen', fields?: Fields): Promise<Updated>;
  findChange(change: TicketChange): ReturnType<NonNullable<Desk['servicenow']['findChange']>>;
  read(): ReturnType<NonNullable<Desk['servicenow']['read']>>;
}

export async function openTicket(members: object = {}, options: ServiceNowOptions = {}): Promise<OpenTicket> {
  const desk = await openDesk({ ...bare, ...members }, options);
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  const { findChange, read, update } = desk.servicenow;
  const ticket = delivery?.ticket;
  if (!ticket || !findChange || !read) throw new TypeError('The desk has no ticket, or the adapter lacks a member.');
  desk.instance.clearRequests();
  const call = callOf('itsm-1');
  return {
    ...desk,
    ticket,
    update: change => update(ticket, change, call),
    move: (kind, fields = {}) => update(ticket, { id: 'change-1', kind, fields }, call),
    findChange: change => findChange(ticket, change, call),
    read: () => read(ticket, call),
  };
}
