import { type Approval, type DryRunRecord, payloadDifference } from '@itsm-bridge/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Page } from '../../page/page-html.ts';
import { postForm } from '../../page/post-form.ts';
import { statusBadge } from '../../page/status-badge.ts';
import { at, type View } from '../../page/view.ts';
import { decisionWords } from './decision-words.ts';
import { ticketLink } from './ticket-link.ts';

/** What became of one dry run that somebody decided. */
export type Decided = { readonly dryRun: DryRunRecord } & (
  | { readonly kind: 'approval'; readonly approval: Approval }
  | { readonly kind: 'rejected' }
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
    each.kind === 'approval' &&
    (each.approval.kind === 'delivered' || (each.approval.kind === 'decided' && each.approval.record !== undefined));
  return isOnRecord ? `/deliveries/${encodeURIComponent(dryRun.key)}` : `/review/${dryRun.id}`;
}

function outcome(view: View, each: Decided): readonly ElementContent[] {
  if (each.kind === 'problem') return [h('div.problem', [h('p', `Nothing was sent: ${each.message}`)])];
  if (each.kind === 'rejected') return [h('p', 'Rejected. Nothing is sent.')];
  const { approval } = each;
  if (approval.kind === 'changed') return changed(view, approval.shown, approval.now);
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

/** Nothing was sent: config, template or names are others by now. What would be sent can be approved. */
const changed = (view: View, shown: DryRunRecord, now: DryRunRecord): readonly ElementContent[] => [
  h('div.caution', [
    h(
      'p',
      'Nothing was sent. What would be sent is not what was shown: the config has changed since, or names have been looked up. The differences:',
    ),
  ]),
  differenceTable(shown, now),
  postForm(view, at(view, '/review/approve'), [
    h('input', { type: 'hidden', name: 'id', value: String(now.id) }),
    h('div.actions', [
      h('button.main', { type: 'submit' }, 'Approve and send it as it is now'),
      h('a', { href: at(view, `/review/${now.id}`) }, 'Look at it first'),
    ]),
  ]),
];

const differenceTable = (shown: DryRunRecord, now: DryRunRecord): Element =>
  h('table.rows.cards.difference', [
    h('thead', [
      h(
        'tr',
        ['Member', 'As it was shown', 'As it is now'].map(words => h('th', { scope: 'col' }, words)),
      ),
    ]),
    h(
      'tbody',
      payloadDifference(shown.payload, now.payload).map(({ path, shown: before, now: after }) =>
        h('tr', [
          h('td', [h('code', path || 'the whole')]),
          h(
            'td.wide',
            { dataName: 'Shown' },
            before === undefined ? [h('span.soft', 'not there')] : [h('del', wordsOf(before))],
          ),
          h(
            'td.wide',
            { dataName: 'Now' },
            after === undefined ? [h('span.soft', 'not there')] : [h('ins', wordsOf(after))],
          ),
        ]),
      ),
    ),
  ]);

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
