import type { Approval, DryRunRecord } from '@itsm-bridge/core';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Page } from '../../page/page-html.ts';
import { statusBadge } from '../../page/status-badge.ts';
import { at, type View } from '../../page/view.ts';
import { changedNotice } from './changed-notice.ts';
import { decisionWords } from './decision-words.ts';
import { ticketLink } from './ticket-link.ts';

/** What became of one dry run that somebody decided. */
export type Decided = { readonly dryRun: DryRunRecord } & (
  | { readonly kind: 'approval'; readonly approval: Approval }
  | { readonly kind: 'rejected' }
  /** The approval stands, and this call could not send it. */
  | { readonly kind: 'waiting'; readonly message: string }
  | { readonly kind: 'problem'; readonly message: string }
);

/** What became of each. */
export const decidedPage = (view: View, all: readonly Decided[]): Page => ({
  ...{ title: 'What became of it', place: 'review' },
  main: [
    h('div.head', [h('h1', 'What became of it')]),
    ...all.map(each => {
      const { integration, title, jobId } = each.dryRun;
      return h('section.card', [
        h('h2', [h('a', { href: at(view, whereTo(each)) }, `${integration}: ${title ?? jobId}`)]),
        ...outcome(view, each),
      ]);
    }),
    h('p', [h('a', { href: at(view, '/review') }, 'Back to the review')]),
  ],
});

/** A dry run leaves no delivery behind, until it is approved. */
function whereTo({ dryRun, ...each }: Decided): string {
  const isOnRecord =
    each.kind === 'waiting' ||
    (each.kind === 'approval' &&
      (each.approval.kind === 'delivered' ||
        (each.approval.kind === 'decided' && each.approval.decision.kind === 'approved')));
  return isOnRecord ? `/deliveries/${encodeURIComponent(dryRun.key)}` : `/review/${dryRun.id}`;
}

function outcome(view: View, each: Decided): readonly ElementContent[] {
  if (each.kind === 'problem') return [h('div.problem', [h('p', each.message)])];
  if (each.kind === 'waiting') {
    const message = `It is approved, and could not be sent from here: ${each.message} The delivery waits for a worker.`;
    return [h('div.caution', [h('p', message)])];
  }
  if (each.kind === 'rejected') return [h('p', 'Rejected. Nothing is sent.')];
  const { approval } = each;
  if (approval.kind === 'changed') return changedNotice(view, approval.shown, approval.now);
  if (approval.kind === 'decided') {
    const { decision, record } = approval;
    return [
      h('p', [
        'Nothing more was sent: ',
        decisionWords(decision),
        '.',
        record?.ticket ? [' ', ticketLink(record.ticket)] : [],
      ]),
    ];
  }
  const { status, ticket, error } = approval.delivery;
  return [
    h('p', [
      status === 'skipped' ? 'The integration is disabled.' : statusBadge(status),
      ticket ? [' ', ticketLink(ticket)] : [],
    ]),
    error ? h('div.problem', [h('p', error.message)]) : [],
  ].flat();
}
