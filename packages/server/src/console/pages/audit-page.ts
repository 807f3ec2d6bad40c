import type { AuditEntry } from '@itsm-bridge/core';
import { h } from 'hastscript';
import type { Page } from '../../page/page-html.ts';
import { at, type View } from '../../page/view.ts';
import { auditTable } from './audit-table.ts';
import { pageLinks } from './page-links.ts';

export interface AuditData {
  readonly entries: readonly AuditEntry[];
  readonly next?: string;
  readonly after: string;
}

/** Who did what, newest first. */
export const auditPage = (view: View, { entries, next, after }: AuditData): Page => ({
  ...{ title: 'Audit', place: 'audit' },
  main: [
    h('div.head', [h('h1', 'Audit'), h('p.soft', 'Who did what, from the page, the API or the command.')]),
    entries.length === 0 ? h('p.empty', 'Nobody has done anything yet.') : auditTable(view, entries),
    ...pageLinks({
      newest: after ? at(view, '/audit') : undefined,
      older: next && at(view, '/audit', { after: next }),
    }),
  ],
});
