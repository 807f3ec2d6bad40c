import type { AuditEntry } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { moment } from '../../page/moment.ts';
import { at, type View } from '../../page/view.ts';

/** Who did what, newest first; each leads to what it was done with. */
export const auditTable = (view: View, entries: readonly AuditEntry[]): Element =>
  h('table.rows.cards', [
    h('thead', [
      h(
        'tr',
        ['When', 'Who', 'What', 'Where', 'Details'].map(words => h('th', { scope: 'col' }, words)),
      ),
    ]),
    h(
      'tbody',
      entries.map(entry =>
        h('tr', { id: `a-${entry.id}` }, [
          h('td.narrow', [moment(entry.at)]),
          h('td', entry.by),
          h('td', [h('strong', entry.action)]),
          h('td', [where(view, entry)]),
          h('td.wide', entry.detail ? [entry.detail] : []),
        ]),
      ),
    ),
  ]);

/** A dry run that was rejected leaves no delivery behind. */
function where(view: View, { action, key, integration }: AuditEntry): Element {
  if (!key) return h('span', integration ?? '');
  const code = h('code', key);
  const isDelivery = action !== 'reject-dry-run';
  return h('span', [
    integration ?? '',
    ' ',
    isDelivery ? h('a', { href: at(view, `/deliveries/${encodeURIComponent(key)}`) }, [code]) : code,
  ]);
}
