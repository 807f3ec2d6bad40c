import type { DryRunRecord } from '@itsm-bridge/core';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { jsonBlock } from '../../page/json-block.ts';
import type { Page } from '../../page/page-html.ts';
import { at, type View } from '../../page/view.ts';
import { confirmPage, reasonField } from './confirm-page.ts';
import { notesOf } from './dry-run-card.ts';
import { ticketArticle } from './ticket-article.ts';

export type DecisionName = 'approve' | 'reject';

/** Asks whether dry runs are to be sent, or never. */
export function decidePage(view: View, name: DecisionName, dryRuns: readonly DryRunRecord[]): Page {
  const count = dryRuns.length === 1 ? '1 ticket' : `${dryRuns.length} tickets`;
  const isApproval = name === 'approve';
  return confirmPage(view, {
    title: isApproval ? `Send ${count}?` : `Reject ${count}?`,
    place: 'review',
    action: at(view, `/review/${name}`),
    back: at(view, '/review'),
    words: isApproval ? `Approve and send ${count}` : `Reject ${count}`,
    isGrave: !isApproval,
    about: [
      h(
        'p',
        isApproval
          ? 'Exactly what is shown here is sent, once, whoever presses how often. What would be sent differently by now is not sent, and the difference is shown.'
          : 'Nothing of it is sent. The decision is on record with your name.',
      ),
      ...dryRuns.map(dryRun => about(dryRun, dryRuns.length === 1)),
    ],
    fields: [
      ...dryRuns.map(({ id }) => h('input', { type: 'hidden', name: 'id', value: String(id) })),
      ...(isApproval ? [] : [reasonField()]),
    ],
  });
}

function about(dryRun: DryRunRecord, isWhole: boolean): ElementContent {
  const { integration, platform, title, jobId, payload } = dryRun;
  return h('section', [
    h('h2', `${integration}: ${title ?? jobId}`),
    ...notesOf(dryRun),
    ...(isWhole
      ? [ticketArticle({ platform, payload })]
      : [h('details.raw', [h('summary', 'The ticket as it reads'), ticketArticle({ platform, payload })])]),
    jsonBlock('Payload (JSON)', payload),
  ]);
}
