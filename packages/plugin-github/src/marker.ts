import { parseMarkdown } from '@itsm-bridge/core';

/**
 * What a key or a change is known by: an HTML comment, which GitHub keeps in the source and shows to nobody. Escaped as in
 * an address, an id cannot end the comment.
 */
export const marker = (kind: 'key' | 'change', id: string): string =>
  `<!-- itsm-bridge ${kind}: ${encodeURIComponent(id)} -->`;

/** A report that quotes one, as one about another ticket may, is not to be taken for that. */
export const withoutMarkers = (text: string): string => text.replaceAll('<!-- itsm-bridge', '<!-- (itsm-bridge)');

/**
 * Whether a body or a comment has the marker as a line of its own, as we write it: a person who quotes one in a sentence, a
 * block of code or an answer has not made our ticket.
 */
export const carries = (text: string | null | undefined, mark: string): boolean =>
  text?.includes(mark) === true &&
  parseMarkdown(text).children.some(node => node.type === 'html' && node.value.split(/\r?\n/).includes(mark));
