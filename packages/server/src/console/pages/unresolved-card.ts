import type { DeliveryDetail } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { jsonBlock } from '../../page/json-block.ts';
import { age } from '../../page/moment.ts';
import { statusBadge } from '../../page/status-badge.ts';
import { at, type View } from '../../page/view.ts';
import { actionsFor } from '../actions.ts';
import { actionBar } from './action-bar.ts';
import { ticketArticle } from './ticket-article.ts';

/** A delivery of which nobody knows whether its ticket exists, and what was sent then. */
export function unresolvedCard(view: View, { record, sent }: DeliveryDetail): Element {
  const { key, integration, platform, status, updatedAt, error } = record;
  const here = `/deliveries/${encodeURIComponent(key)}`;
  return h('article.card', { id: `d-${key}` }, [
    h('header', [
      h('h3', [
        h('a', { href: at(view, here) }, platform === integration ? integration : `${integration} (${platform})`),
      ]),
      statusBadge(status),
      h('span.end.soft', [age(updatedAt, view.now)]),
    ]),
    error ? h('div.caution', [h('p', error.message)]) : [],
    ...(sent
      ? [
          ticketArticle({ platform, payload: sent.payload }, 4),
          jsonBlock('Payload as it was sent (JSON)', sent.payload),
        ]
      : [h('p.soft', 'What was sent is kept no more.')]),
    actionBar(
      view,
      actionsFor(record).map(({ name, words }) => ({ words, href: at(view, `${here}/${name}`) })),
      `why-${key}`,
    ),
  ]);
}
