import createParser, { type MarkdownIt } from 'markdown-it';
import { bareLinkRules } from './bare-link-rules.ts';
import { depthRule } from './depth-rule.ts';
import { footnoteRules } from './footnote-rules.ts';
import { longRowRule } from './long-row-rule.ts';
import { singleTildeRule } from './single-tilde-rule.ts';

/** The one markdown-it of the process; it keeps nothing between documents. */
export const markdownParser: MarkdownIt = createParser({ html: true })
  .use(bareLinkRules)
  .use(footnoteRules)
  .use(singleTildeRule)
  .use(longRowRule)
  .use(depthRule);
