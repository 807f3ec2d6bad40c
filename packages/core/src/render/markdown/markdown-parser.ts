import createParser, { type MarkdownIt } from 'markdown-it';
import { depthRule } from './depth-rule.ts';
import { footnoteRules } from './footnote-rules.ts';
import { longRowRule } from './long-row-rule.ts';

/**
 * The one markdown-it of the process; it keeps nothing between documents. Bare text becomes a link only with a scheme or
 * as a mail address: reports are full of `deploy.sh` and `main.rs`, which are files and not hosts.
 */
export const markdownParser: MarkdownIt = createParser({ html: true, linkify: true })
  .use(footnoteRules)
  .use(longRowRule)
  .use(depthRule);

markdownParser.linkify.set({ fuzzyLink: false }).add('ftp:', null).add('//', null);

// The text of a bare URL stays as the author wrote it.
markdownParser.normalizeLinkText = url => url;
