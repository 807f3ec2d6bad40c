import type { FootnoteReference, Link, PhrasingContent } from 'mdast';
import { withoutComments } from './without-comments.ts';

type FootnoteMark = (reference: FootnoteReference) => string;

/**
 * Inline nodes as plain text: links as `text (url)`, images as `alt (url)`, line breaks as newlines. Struck text keeps its
 * tildes, since without them it would say the opposite; other markup leaves no trace.
 */
export function inlineText(nodes: readonly PhrasingContent[], footnoteMark: FootnoteMark = labelMark): string {
  return nodes.map(node => textOf(node, footnoteMark)).join('');
}

function textOf(node: PhrasingContent, mark: FootnoteMark): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'html':
      return htmlText(node.value);
    case 'break':
      return '\n';
    case 'delete':
      return `~~${inlineText(node.children, mark)}~~`;
    case 'link':
      return linkText(node, inlineText(node.children, mark));
    case 'image':
      return withTarget(node.alt ?? '', shortUrl(node.url));
    case 'imageReference':
      return node.alt ?? node.label ?? node.identifier;
    case 'footnoteReference':
      return mark(node);
    default:
      return inlineText(node.children, mark);
  }
}

/** Raw HTML stays as it was written; a comment (`<!-->` is one, too) is not there for the reader, and `<br>` is a line break. */
export function htmlText(html: string): string {
  return withoutComments(html).replace(/<br\s*\/?>\n?/gi, '\n');
}

function linkText({ url }: Link, label: string): string {
  const address = url.replace(/^mailto:/, '');
  return [address, decoded(address)].includes(label) ? label : withTarget(label, url);
}

function withTarget(label: string, target: string): string {
  return label === '' ? target : `${label} (${target})`;
}

/** An embedded image is kilobytes of base64 that nobody reads: only its type stays. */
function shortUrl(url: string): string {
  return url.startsWith('data:') ? url.replace(/[;,].*/s, '') : url;
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function labelMark({ label, identifier }: FootnoteReference): string {
  return `[${label ?? identifier}]`;
}
