import type { DeliveryDetail, DryRunRecord } from '@itsm-bridge/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { liveRegion } from '../../page/live-region.ts';
import type { Page } from '../../page/page-html.ts';
import { severityMark } from '../../page/severity-mark.ts';
import { at, type View } from '../../page/view.ts';
import { dryRunCard } from './dry-run-card.ts';
import { pageLinks } from './page-links.ts';
import { unresolvedCard } from './unresolved-card.ts';

export interface ReviewData {
  readonly dryRuns: readonly DryRunRecord[];
  readonly next?: string | undefined;
  readonly after: string;
  /** Deliveries that nobody could settle. */
  readonly unresolved: readonly DeliveryDetail[];
  /** There are more of those than are here. */
  readonly hasMore: boolean;
  readonly events: string;
}

interface Item {
  readonly jobId: string;
  readonly title?: string | undefined;
  readonly severity: DryRunRecord['severity'];
  readonly at: Date;
  readonly card: Element;
}

/** What waits for a person: by job, so that what each platform would get is side by side. */
export function reviewPage(view: View, data: ReviewData): Page {
  const { dryRuns, unresolved, next, after, hasMore, events } = data;
  const jobs = Map.groupBy([...unresolvedItems(view, unresolved), ...dryRunItems(view, dryRuns)], ({ jobId }) => jobId);
  const newest = (items: readonly Item[]) => Math.max(...items.map(item => item.at.getTime()));
  const inOrder = [...jobs.values()].toSorted((a, b) => newest(b) - newest(a));
  const place = { id: 'review', label: 'Waiting for a decision', throttle: '4s', every: '20s' };
  return {
    ...{ title: 'Review', place: 'review', events },
    main: [
      h('div.head', [
        h('h1', 'Review'),
        h('p.soft', 'What would be sent, and what nobody could settle. Nothing of it goes out by itself.'),
      ]),
      liveRegion(
        view,
        place,
        [
          ...(inOrder.length === 0
            ? [h('p.empty', after ? 'Nothing older waits.' : 'Nothing waits for a decision.')]
            : inOrder.map(job)),
          hasMore
            ? h('p', [h('a', { href: at(view, '/', { status: 'needs_review' }) }, 'All that need a review')])
            : [],
          ...pageLinks({
            newest: after ? at(view, '/review') : undefined,
            older: next && at(view, '/review', { after: next }),
          }),
          dryRuns.length > 1 && view.whyNot === undefined ? manyForm(view) : [],
        ].flat(),
      ),
    ],
  };
}

const dryRunItems = (view: View, dryRuns: readonly DryRunRecord[]): readonly Item[] =>
  dryRuns.map(dryRun => ({ ...dryRun, card: dryRunCard(view, dryRun, { canChoose: dryRuns.length > 1 }) }));

const unresolvedItems = (view: View, details: readonly DeliveryDetail[]): readonly Item[] =>
  details.map(detail => ({ ...detail.record, at: detail.record.updatedAt, card: unresolvedCard(view, detail) }));

function job(items: readonly Item[]): Element {
  const [first] = items;
  return h('section.job', [
    h('h2', [
      first?.title ?? first?.jobId ?? '',
      h('span.soft', first?.jobId),
      ...(first ? [severityMark(first.severity)] : []),
    ]),
    h(
      'div.beside',
      items.map(({ card }) => card),
    ),
  ]);
}

/** Of the boxes above; it leads to a page that says what would be sent, and asks. */
const manyForm = (view: View): ElementContent =>
  h('form.many', { id: 'many', method: 'get', action: at(view, '/review/approve') }, [
    h('p', 'What is chosen above:'),
    h('button', { type: 'submit' }, 'Approve'),
    h('button', { type: 'submit', formAction: at(view, '/review/reject') }, 'Reject'),
  ]);
