import type { DeliveryDetail, EventType, ItsmEvent } from '@itsm-bridge/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { moment, span } from '../../page/moment.ts';
import { ticketLink } from './ticket-link.ts';
import { warningList } from './warning-list.ts';

const told: Readonly<Record<EventType, { readonly words: string; readonly tone: string }>> = {
  'ticket-created': { words: 'The ticket was created', tone: 'good' },
  'ticket-found': { words: 'The ticket was there already', tone: 'good' },
  'ticket-twins': { words: 'More than one ticket has the key', tone: 'warn' },
  'ticket-updated': { words: 'A change reached the ticket', tone: 'good' },
  'ticket-update-failed': { words: 'A change did not reach the ticket', tone: 'bad' },
  'ticket-retrying': { words: 'Put off, to be tried again', tone: 'idle' },
  'ticket-failed': { words: 'Failed', tone: 'bad' },
  'ticket-unknown': { words: 'Nobody knows whether the ticket exists', tone: 'warn' },
  'ticket-needs-review': { words: 'Left to a person', tone: 'warn' },
  'ticket-dry-run': { words: 'Rehearsed, nothing was sent', tone: 'busy' },
};

const looks = {
  found: 'A look-up on the platform found it.',
  absent: 'A look-up on the platform found nothing.',
  inconclusive: 'A look-up on the platform found nothing, which proves nothing yet.',
};

/** What happened, in order: each attempt, wait, look-up and warning with its time. */
export const story = ({ record, events }: DeliveryDetail): Element =>
  h('ol.story', [...steps(record.createdAt, events), ...waiting(record.status, record.notBefore)]);

/** A delivery that came of an approved dry run is younger than its first events. */
function steps(createdAt: Date, events: readonly ItsmEvent[]): readonly Element[] {
  const told = events.map((event, index) => step(event, events[index - 1]));
  const before = events.filter(({ at }) => at < createdAt).length;
  const words = before === 0 ? 'Handed in' : 'On record, to be sent';
  const begin = h('li.idle', [h('span.what', words), h('span.when', [moment(createdAt)])]);
  return told.toSpliced(before, 0, begin);
}

function step(event: ItsmEvent, before: ItsmEvent | undefined): Element {
  const { words, tone } = told[event.type] ?? { words: event.type, tone: 'idle' };
  const gapMs = before ? event.at.getTime() - before.at.getTime() : 0;
  const attempt = event.attempt > 0 ? `attempt ${event.attempt}` : '';
  const took = event.durationMs > 0 ? tookWords(event.durationMs, before ? gapMs : event.durationMs) : '';
  const details = [attempt, took, gapMs >= 1000 ? `${span(gapMs)} after the step before` : '']
    .filter(Boolean)
    .join(', ');
  return h(`li.${tone}`, [
    h('span.what', [words, event.ticket ? [': ', ticketLink(event.ticket)] : []]),
    h('span.when', [moment(event.at), details ? ` · ${details}` : '']),
    ...lines(event),
  ]);
}

/** Tries of one process are timed from the first of them. */
const tookWords = (ms: number, gapMs: number): string =>
  ms > gapMs ? `${span(ms)} since it was taken up` : `took ${span(ms)}`;

function lines({ looked, error, notBefore, warnings }: ItsmEvent): readonly ElementContent[] {
  return [
    ...(looked ? [h('p.quiet', looks[looked])] : []),
    ...(error ? [h('p', error.message)] : []),
    ...(notBefore ? [h('p.quiet', ['Goes on at ', moment(notBefore), '.'])] : []),
    ...warningList(warnings),
  ];
}

const waiting = (status: string, notBefore: Date | undefined): readonly Element[] =>
  status === 'sending'
    ? [h('li.busy', [h('span.what', 'Being sent now')])]
    : status === 'pending'
      ? [
          h('li.idle', [
            h('span.what', 'Waits for its turn'),
            notBefore ? h('span.when', ['not before ', moment(notBefore)]) : [],
          ]),
        ]
      : [];
