import type { MarkdownIt } from 'markdown-it';
import { late } from '../../late.ts';
import { bareLinkRules } from './bare-link-rules.ts';
import { depthRule } from './depth-rule.ts';
import { footnoteRules } from './footnote-rules.ts';
import { longRowRule } from './long-row-rule.ts';
import { singleTildeRule } from './single-tilde-rule.ts';

const createParser = late<typeof import('markdown-it')['default']>('markdown-it');

let parser: MarkdownIt | undefined;

/** The one markdown-it of the process; it keeps nothing between documents. */
export function markdownParser(): MarkdownIt {
  parser ??= createParser()({ html: true })
    .use(bareLinkRules)
    .use(footnoteRules)
    .use(singleTildeRule)
    .use(longRowRule)
    .use(depthRule);
  return parser;
}
