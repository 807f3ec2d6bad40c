import type { DryRunRecord } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { moment } from '../../page/moment.ts';
import { at, type View } from '../../page/view.ts';
import { decisionWords } from './decision-words.ts';

/** The rehearsals of one delivery; those that nobody has decided lead to where that is done. */
export const dryRunList = (view: View, dryRuns: readonly DryRunRecord[]): Element =>
  h(
    'ul.notes',
    dryRuns.map(({ id, at: when, decision }) =>
      h('li', [
        moment(when),
        ': ',
        decision ? decisionWords(decision) : h('a', { href: at(view, `/review/${id}`) }, 'waits for a decision'),
      ]),
    ),
  );
