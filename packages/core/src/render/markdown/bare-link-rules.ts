import type { MarkdownIt } from 'markdown-it';
import { bareLinksIn, mayHaveBareLinks } from './bare-links.ts';

/** Gives markdown-it our bare links instead of those of its library, which takes `xmpp:a@b.c` for a mail address. */
export function bareLinkRules(md: MarkdownIt): void {
  md.set({ linkify: true });
  Object.assign(md.linkify, {
    pretest: mayHaveBareLinks,
    test: mayHaveBareLinks,
    match: bareLinksIn,
    matchAtStart: (text: string) =>
      bareLinksIn(/^[^\s<]*/.exec(text)?.[0] ?? '').find(({ index }) => index === 0) ?? null,
  });
  // Most addresses need no encoding, and to find that out costs as much as all the rest of a link.
  const encode = md.normalizeLink;
  md.normalizeLink = url => (/^[\w.~:/?#@!$&'()*+,;=-]+$/.test(url) ? url : encode(url));
  // The text of a bare link stays as the author wrote it.
  md.normalizeLinkText = url => url;
}
