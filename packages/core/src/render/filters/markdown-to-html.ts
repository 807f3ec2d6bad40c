import createParser from 'markdown-it';

const parser = createParser({ html: false, linkify: true });

/** Markdown as HTML that is safe to put into a page: tags in it are shown as text, `javascript:` links are none. */
export function markdownToHtml(markdown: string): string {
  return parser.render(markdown).trimEnd();
}
