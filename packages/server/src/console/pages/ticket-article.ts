import { shownTicket } from '@itsm-bridge/ticket-view';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { facts } from '../../page/facts.ts';
import { richBlock } from '../../page/rich-block.ts';

export interface SentTicket {
  readonly platform: string;
  readonly payload: unknown;
}

/** What is sent, as a person reads it on its platform. `level`: of the headings of its texts. */
export function ticketArticle({ platform, payload }: SentTicket, level: 3 | 4 = 3): Element {
  const { fields, texts } = shownTicket({ platform, payload });
  return h('div.ticket', [
    fields.length > 0 ? facts(fields) : [],
    ...texts.map(({ label, content }) => h('section', [h(`h${level}`, label), richBlock(label, content)])),
    fields.length + texts.length === 0 ? h('p.soft', 'It has no members to show; see it as JSON.') : [],
  ]);
}
