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
for await (const event of events) if (event.ticket) tickets?.append(entry(event, event.ticket));

function entry({ integration }: WireEvent, { key, url }: NonNullable<WireEvent['ticket']>): HTMLElement {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: key });
  const item = document.createElement('li');
  item.append(`${integration}: `, link);
  return item;
}
