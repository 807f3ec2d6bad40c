import type { Call, TicketDraft, TicketRef } from '@itsm-bridge/core';
import { lesson } from './lesson.ts';
import { changeOf } from './samples.ts';
import type { Subject } from './subject.ts';

/** A ticket that was made, and what it was made of. */
export interface MadeTicket {
  readonly draft: TicketDraft;
  /** That draft before `resolve`. */
  readonly named: TicketDraft;
  readonly ticket: TicketRef;
}

export const never: AbortSignal = new AbortController().signal;

/** As after a lost answer: only then does core look. */
export const doubt: NonNullable<Call['doubt']> = {
  ...{ from: new Date(Date.now() - 60_000), until: new Date(Date.now() - 30_000) },
  answered: true,
};

/** Makes the ticket that the other members are asked about. */
export async function madeTicket(subject: Subject): Promise<MadeTicket> {
  const named = await subject.namedDraftOf();
  const draft = await subject.draftOf();
  const created = await subject.adapter.create(subject.adapter.prepare(draft), { key: draft.key, signal: never });
  lesson(created.kind === 'created', 'create made no ticket to go on with.');
  return { draft, named, ticket: created.ticket };
}

/** One member of an adapter that sends requests, ready to be called. */
export interface Operation {
  readonly name: string;
  run(signal: AbortSignal): Promise<unknown>;
}

/** Everything but create that sends requests, in the words of the contract. */
export function operationsOf({ adapter, under }: Subject, { draft, named, ticket }: MadeTicket): readonly Operation[] {
  const call = (signal: AbortSignal): Call => ({ key: draft.key, signal });
  const change = changeOf(under.changes[0] ?? 'note', under.fields);
  const { resolve, findChange, read, locate, misfits, fields } = adapter;
  return [
    { name: 'find', run: signal => adapter.find({ ...call(signal), doubt }) },
    { name: 'update', run: signal => adapter.update(ticket, change, call(signal)) },
    ...(findChange
      ? [{ name: 'findChange', run: (signal: AbortSignal) => findChange(ticket, change, call(signal)) }]
      : []),
    ...(read ? [{ name: 'read', run: (signal: AbortSignal) => read(ticket, call(signal)) }] : []),
    ...(locate ? [{ name: 'locate', run: (signal: AbortSignal) => locate(ticket.key, call(signal)) }] : []),
    ...(resolve ? [{ name: 'resolve', run: (signal: AbortSignal) => resolve(named, call(signal)) }] : []),
    ...(misfits ? [{ name: 'misfits', run: (signal: AbortSignal) => misfits(draft, call(signal)) }] : []),
    ...(fields ? [{ name: 'fields', run: (signal: AbortSignal) => fields(call(signal)) }] : []),
    {
      name: 'check',
      async run(signal) {
        const steps = [];
        for await (const step of adapter.check(call(signal))) steps.push(step);
        return steps;
      },
    },
  ];
}
