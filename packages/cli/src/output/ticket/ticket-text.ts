import { type Preview, printable } from '@itsm-bridge/core';
import type { Paint } from '../paint.ts';
import { contentLines } from './content-lines.ts';
import { previewTicket } from './preview-ticket.ts';
import { wrapSpans } from './wrap-spans.ts';

/** The ticket as it will read: its fields, then each text under its name. Nothing where the request has no fields. */
export function ticketText(preview: Preview, width: number, paint: Paint): string {
  const { fields, texts } = previewTicket(preview);
  const indent = Math.min(24, Math.max(0, ...fields.map(({ label }) => label.length))) + 2;
  const rows = fields.flatMap(({ label, value }) => {
    const name = printable(label).replaceAll('\n', ' ');
    const lines = wrapSpans([{ text: printable(value), formats: [] }], Math.max(20, width - indent), paint);
    const [first = '', ...others] = name.length < indent ? lines : ['', ...lines];
    return [
      `${paint(['dim'], name)}${' '.repeat(Math.max(0, indent - name.length))}${first}`.trimEnd(),
      ...others.map(line => ' '.repeat(indent) + line),
    ];
  });
  const bodies = texts.map(({ label, content }) => [
    paint(['dim'], `── ${printable(label)} ${'─'.repeat(Math.max(3, width - label.length - 4))}`),
    ...contentLines(content, width, paint),
  ]);
  return [rows, ...bodies]
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n\n`)
    .join('');
}
