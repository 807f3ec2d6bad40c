import { withReferences } from './reference.ts';

/**
 * `[label|url]`, or `[url]` where a reader sees the address itself.
 *
 * @param label markup
 * @param text what a reader sees of it
 */
export function linkToWiki(label: string, text: string, href: string): string {
  const shown = label.trim();
  if (shown === '') return label;
  const url = wikiUrl(href);
  const [leading = '', trailing = ''] = label.split(shown);
  return leading + (text === url ? `[${url}]` : `[${withoutImages(shown)}|${url}]`) + trailing;
}

/** Jira pairs exclamation marks in front of the pipe as an image, escaped ones too. */
function withoutImages(label: string): string {
  return label.split('!').length > 2 ? withReferences(label, /\\?(!)(\)*)/g) : label;
}

/** The same address without what would end the link, open a macro or an image, or be read as a character reference. */
function wikiUrl(href: string): string {
  return href
    .replace(/^[a-z]+:/i, scheme => scheme.toLowerCase())
    .replace(/[\s[\]|{}\\<>"^`\p{Cc}]/gu, encodeURIComponent)
    .replaceAll('!', '%21')
    .replace(/(&[#A-Za-z0-9][A-Za-z0-9]{1,7});/g, '$1%3B');
}
