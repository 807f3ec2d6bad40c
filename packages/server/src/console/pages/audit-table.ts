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
      entries.map(({ id, at: when, by, action, key, integration, detail }) =>
        h('tr', { id: `a-${id}` }, [
          h('td.narrow', [moment(when)]),
          h('td', by),
          h('td', [h('strong', action)]),
          h('td', [where(view, key, integration)]),
          h('td.wide', detail ? [detail] : []),
        ]),
      ),
    ),
  ]);

function where(view: View, key: string | undefined, integration: string | undefined): Element {
  if (!key) return h('span', integration ?? '');
  return h('span', [
    integration ?? '',
    ' ',
    h('a', { href: at(view, `/deliveries/${encodeURIComponent(key)}`) }, [h('code', key)]),
  ]);
}
