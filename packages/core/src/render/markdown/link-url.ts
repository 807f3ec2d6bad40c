import { markdownIt } from './markdown-it.ts';

/** Most addresses need no encoding, and to find that out costs as much as all the rest of a link. */
const needsNothing = /^(?:(?!javascript:|vbscript:|file:|data:)[\w.~:/?#@!$&'()*+,;=-]+|)$/i;

/**
 * The address as a link has it: percent-encoded, a host in Punycode. Undefined for `javascript:`, `vbscript:`, `file:` and
 * `data:`, images apart.
 */
export function linkUrl(address: string): string | undefined {
  if (needsNothing.test(address)) return address;
  const parser = markdownIt();
  const url = parser.normalizeLink(address);
  return parser.validateLink(url) ? url : undefined;
}
