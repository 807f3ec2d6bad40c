import type { DeliveryDetail, DeliveryRecord } from '@itsm-bridge/core';
import { payloadIn } from '@itsm-bridge/ticket-view';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { facts } from '../../page/facts.ts';
import { jsonBlock, textBlock } from '../../page/json-block.ts';
import { liveRegion } from '../../page/live-region.ts';
import { age, moment } from '../../page/moment.ts';
import type { Page } from '../../page/page-html.ts';
import { severityMark } from '../../page/severity-mark.ts';
import { statusBadge } from '../../page/status-badge.ts';
import { at, type View } from '../../page/view.ts';
import { actionsFor } from '../actions.ts';
import { actionBar } from './action-bar.ts';
import { analysisSection } from './analysis-section.ts';
import { auditList } from './audit-list.ts';
import { changesTable } from './changes-table.ts';
import { dryRunList } from './dry-run-list.ts';
import { story } from './story.ts';
import { ticketArticle } from './ticket-article.ts';
import { ticketLink } from './ticket-link.ts';
import { warningList } from './warning-list.ts';

export interface DeliveryData extends DeliveryDetail {
  /** The address of its events. */
  readonly stream: string;
  readonly said?: string | undefined;
}

/** All that is on record of one delivery: what happened to it, and how its ticket reads. */
export function deliveryPage(view: View, data: DeliveryData): Page {
  const { record, changes, dryRuns, audit, stream, said } = data;
  const place = { id: 'delivery', label: 'Delivery', throttle: '2s', every: '60s' };
  return {
    ...{ title: `${record.title ?? record.jobId} at ${record.integration}`, place: 'deliveries', events: stream, said },
    main: [
      liveRegion(view, place, [
        ...head(view, record),
        h('div.columns', [
          h('div', [
            h('section.card', [h('h2', 'Story'), story(data)]),
            changes.length > 0 ? h('section.card', [h('h2', 'Later changes'), changesTable(changes)]) : [],
            dryRuns.length > 0 ? h('section.card', [h('h2', 'Dry runs'), dryRunList(view, dryRuns)]) : [],
            audit.length > 0 ? h('section.card', [h('h2', 'Who did what'), auditList(audit)]) : [],
          ]),
          h('div', [sentSection(data), analysisSection(data.analysis)]),
        ]),
      ]),
    ],
  };
}

function head(view: View, record: DeliveryRecord): readonly ElementContent[] {
  const { key, title, jobId, status, severity, integration, platform, ticket, twins, error, warnings } = record;
  const { attempts, createdAt, updatedAt, notBefore } = record;
  const links = actionsFor(record).map(({ name, words }) => ({
    words,
    href: at(view, `/deliveries/${encodeURIComponent(key)}/${name}`),
  }));
  return [
    h('div.head', [h('h1', title ?? jobId), statusBadge(status), severityMark(severity)]),
    error && !ticket ? h('div.problem', [h('p', error.message)]) : [],
    warnings.length > 0 ? h('div.caution', [...warningList(warnings)]) : [],
    h('section.card', { ariaLabel: 'Facts' }, [
      facts([
        { label: 'Ticket', value: ticket ? h('span', [ticketLink(ticket)]) : 'none' },
        { label: 'Integration', value: platform === integration ? integration : `${integration} (${platform})` },
        { label: 'Job', value: h('a', { href: at(view, '/', { q: jobId }) }, jobId) },
        { label: 'Attempts', value: String(attempts) },
        { label: 'Handed in', value: age(createdAt, view.now) },
        { label: 'Last change', value: age(updatedAt, view.now) },
        { label: 'Not before', value: notBefore && !ticket ? moment(notBefore) : undefined },
        { label: 'Key', value: key },
        {
          label: 'Twins',
          value:
            twins.length > 0
              ? h(
                  'span',
                  twins.flatMap(twin => [ticketLink(twin), ' ']),
                )
              : undefined,
        },
      ]),
      links.length > 0 ? actionBar(view, links) : [],
    ]),
  ].flat();
}

function sentSection({ record, sent }: DeliveryDetail): Element {
  if (!sent) {
    return h('section.card', [h('h2', 'The ticket as it reads'), h('p.soft', whyNothing(record))]);
  }
  const { payload, at: sentAt, request } = sent;
  return h('section.card', [
    h('h2', [`The ticket as it ${record.ticket ? 'reads' : 'would read'} on ${record.platform}`]),
    h('p.soft', [
      'Made of nothing but what was sent',
      record.ticket ? '' : ' last, in vain or in doubt,',
      ' at ',
      moment(sentAt),
      '.',
    ]),
    ticketArticle({ platform: record.platform, payload: (request && payloadIn(request.body)) ?? payload }),
    jsonBlock('Payload as it was sent (JSON)', payload),
    request
      ? textBlock(
          'Request (sign-in masked)',
          [`${request.method} ${request.url}`, ...headerLines(request.headers), '', request.body].join('\n'),
        )
      : [],
  ]);
}

function whyNothing({ attempts, status, ticket }: DeliveryRecord): string {
  if (attempts > 0) return 'What was sent is kept no more.';
  if (ticket) return 'Nothing was sent: the ticket was there already.';
  return status === 'failed' ? 'Nothing was sent.' : 'Nothing was sent yet.';
}

const headerLines = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
