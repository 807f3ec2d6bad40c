/// <reference lib="dom" />
import { followEvents, type WireEvent } from '@itsm-bridge/server/client';

// In the browser: the link of each ticket stands in the page the moment the ticket exists. `after: '0'` begins with what
// happened before the page was opened.
const tickets = document.querySelector('#tickets');
const live = document.querySelector('#live');
const events = followEvents({
  url: '/events',
  job: document.body.dataset.job ?? '',
  after: '0',
  onState: ({ kind }) => live?.replaceChildren(kind === 'open' ? 'Live.' : 'Connecting …'),
});
for await (const event of events) if (event.ticket) show(event, event.ticket);

/** An entry for each delivery, since what happens to a ticket later names the ticket, too. */
function show({ key, integration, type }: WireEvent, ticket: NonNullable<WireEvent['ticket']>): void {
  const item = document.getElementById(key) ?? Object.assign(document.createElement('li'), { id: key });
  const link = Object.assign(document.createElement('a'), { href: ticket.url, textContent: ticket.key, title: type });
  item.replaceChildren(`${integration}: `, link);
  if (!item.isConnected) tickets?.append(item);
}
