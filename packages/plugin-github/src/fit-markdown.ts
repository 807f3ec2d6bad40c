import { cutDocument, documentToMarkdown, parseMarkdown } from '@itsm-bridge/core';
import type { Root } from 'mdast';
import { marker, withoutMarkers } from './marker.ts';
import { neutral } from './neutral.ts';

/** Of an issue and of a comment, in characters: "body is too long (maximum is 65536 characters)". */
const maxCharacters = 65_536;
const notice = parseMarkdown('---\n\n*The report is longer than an issue takes and was cut here.*').children;

/**
 * A document as the body of an issue or a comment, with the marker as its last line. It is the document that is cut, so that
 * no markup stays open; how much longer its Markdown is, is known only afterwards, and the next try is smaller by that.
 */
export function fitMarkdown(root: Root, ...[kind, id]: Parameters<typeof marker>): string {
  const document = neutral(root);
  const end = `\n\n${marker(kind, id)}\n`;
  for (let room = maxCharacters; ; ) {
    const text = withoutMarkers(documentToMarkdown(cutDocument(document, room, notice))).trim();
    const tooLong = text.length + end.length - maxCharacters;
    if (tooLong <= 0 || room === 0) return `${text}${end}`;
    room = Math.max(0, room - Math.max(tooLong, Math.ceil(room / 50)));
  }
}
