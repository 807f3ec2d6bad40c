import type { Schema } from 'hast-util-sanitize';

/**
 * All that an entry may have. No ids and classes, which would meet those of the page around it; no style; no images, which
 * would tell their server who looks at an incident; no target but an absolute one, since a relative one leads into the
 * instance, where a GET can do things.
 */
export const journalSchema = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'div', 'ul', 'ol', 'li', 'dl', 'dt'],
    ...[
      'dd',
      'table',
      'caption',
      'thead',
      'tbody',
      'tfoot',
      'tr',
      'th',
      'td',
      'a',
      'strong',
      'b',
      'em',
      'i',
      'u',
      'del',
    ],
    ...['s', 'ins', 'sub', 'sup', 'small', 'code', 'kbd', 'samp', 'var', 'tt', 'q', 'span'],
  ],
  attributes: {
    a: ['href', 'title'],
    ol: ['start'],
    th: ['align', 'colSpan', 'rowSpan'],
    td: ['align', 'colSpan', 'rowSpan'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  required: {},
  strip: ['script', 'style', 'title', 'svg', 'math', 'iframe', 'noembed', 'noframes'],
} satisfies Schema;
