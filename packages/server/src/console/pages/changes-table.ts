import type { ChangeRecord } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { moment } from '../../page/moment.ts';

/** What was to be added to the ticket later, and whether it is there. */
export const changesTable = (changes: readonly ChangeRecord[]): Element =>
  h('div', { tabIndex: 0, role: 'group', ariaLabel: 'Later changes', className: ['scroll'] }, [
    h('table', [
      h('thead.away', [
        h(
          'tr',
          ['Change', 'Status', 'When'].map(words => h('th', { scope: 'col' }, words)),
        ),
      ]),
      h(
        'tbody',
        changes.map(({ kind, changeId, status, attempts, error, updatedAt }) =>
          h('tr', [
            h('td', [h('strong', kind), ' ', h('span.soft', changeId)]),
            h('td', [
              status,
              attempts > 1 ? ` (${attempts} attempts)` : '',
              error ? h('span.under.bad', [' ', error.message]) : [],
            ]),
            h('td', [moment(updatedAt)]),
          ]),
        ),
      ),
    ]),
  ]);
