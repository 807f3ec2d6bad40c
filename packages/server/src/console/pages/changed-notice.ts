import { type DryRunRecord, type PayloadDifference, payloadDifference } from '@itsm-bridge/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { postForm } from '../../page/post-form.ts';
import { at, type View } from '../../page/view.ts';

/** Nothing was sent: config, template or names are others by now. What would be sent can be approved. */
export const changedNotice = (view: View, shown: DryRunRecord, now: DryRunRecord): readonly ElementContent[] => [
  ...difference(payloadDifference(shown.payload, now.payload)),
  postForm(view, at(view, '/review/approve'), [
    h('input', { type: 'hidden', name: 'id', value: String(now.id) }),
    h('div.actions', [
      h('button.main', { type: 'submit' }, 'Approve and send it as it is now'),
      h('a', { href: at(view, `/review/${now.id}`) }, 'Look at it first'),
    ]),
  ]),
];

/** The same members in another order are another text. */
const difference = (members: readonly PayloadDifference[]): readonly Element[] => [
  h('div.caution', [
    h('p', [
      'Nothing was sent. What would be sent is not what was shown: the config has changed since, or names have been looked up. ',
      members.length > 0 ? 'The differences:' : 'The difference: the order of its members.',
    ]),
  ]),
  ...(members.length > 0 ? [differenceTable(members)] : []),
];

const differenceTable = (members: readonly PayloadDifference[]): Element =>
  h('table.rows.cards.difference', [
    h('thead', [
      h(
        'tr',
        ['Member', 'As it was shown', 'As it is now'].map(words => h('th', { scope: 'col' }, words)),
      ),
    ]),
    h(
      'tbody',
      members.map(({ path, shown: before, now: after }) =>
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
