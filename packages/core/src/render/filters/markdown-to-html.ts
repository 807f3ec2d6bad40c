import type { MarkdownIt } from 'markdown-it';
import { late } from '../../late.ts';

const createParser = late<typeof import('markdown-it')['default']>('markdown-it');

let parser: MarkdownIt | undefined;

/** Markdown as HTML that is safe to put into a page: tags in it are shown as text, `javascript:` links are none. */
export function markdownToHtml(markdown: string): string {
  parser ??= createParser()({ html: false, linkify: true });
  return parser.render(markdown).trimEnd();
}
