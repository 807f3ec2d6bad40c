/**
 * What a key or a change is known by: an HTML comment, which GitHub keeps in the source and shows to nobody. Escaped as in
 * an address, an id cannot end the comment.
 */
export const marker = (kind: 'key' | 'change', id: string): string =>
  `<!-- itsm-bridge ${kind}: ${encodeURIComponent(id)} -->`;

/** A report that quotes one, as one about another ticket may, is not to be taken for that. */
export const withoutMarkers = (text: string): string => text.replaceAll('<!-- itsm-bridge', '<!-- (itsm-bridge)');
