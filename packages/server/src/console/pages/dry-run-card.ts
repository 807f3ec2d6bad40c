import type { DryRunRecord } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { jsonBlock } from '../../page/json-block.ts';
import { age } from '../../page/moment.ts';
import { statusBadge } from '../../page/status-badge.ts';
import { at, type View } from '../../page/view.ts';
import { actionBar } from './action-bar.ts';
import { decisionWords } from './decision-words.ts';
import { ticketArticle } from './ticket-article.ts';
import { warningList } from './warning-list.ts';

/** What one integration would be sent: as the ticket that it becomes, and as JSON. */
export function dryRunCard(view: View, dryRun: DryRunRecord, { canChoose }: { readonly canChoose: boolean }): Element {
  const { id, integration, platform, payload, at: when, decision } = dryRun;
  const isOpen = decision === undefined;
  const query = { id: String(id) };
  return h('article.card', { id: `r-${id}` }, [
    h('header', [
      canChoose && isOpen && view.whyNot === undefined
        ? h('input', {
            type: 'checkbox',
            form: 'many',
            name: 'id',
            value: String(id),
            ariaLabel: `${integration}: ${dryRun.jobId}`,
          })
        : [],
      h('h3', platform === integration ? integration : `${integration} (${platform})`),
      statusBadge('dry_run'),
      h('span.end.soft', [age(when, view.now)]),
    ]),
    ...notesOf(dryRun),
    ticketArticle({ platform, payload }, 4),
    jsonBlock('Payload (JSON)', payload),
    isOpen
      ? actionBar(
          view,
          [
            { words: 'Approve', href: at(view, '/review/approve', query) },
            { words: 'Reject', href: at(view, '/review/reject', query) },
          ],
          `why-${id}`,
        )
      : h('p.soft', `${decisionWords(decision)}.`),
  ]);
}

/** What is not yet, or not as it was written. */
export function notesOf({ unresolved, warnings }: DryRunRecord): readonly Element[] {
  if (unresolved.length + warnings.length === 0) return [];
  return [
    h('div.caution', [
      ...unresolved.map(field => h('p', `${field} is a name that is looked up when the ticket is sent.`)),
      ...warningList(warnings),
    ]),
  ];
}
