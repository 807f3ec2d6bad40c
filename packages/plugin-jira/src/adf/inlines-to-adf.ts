import type { FootnoteReference, Image, Link, PhrasingContent } from 'mdast';
import type { AdfInline, AdfMark } from './adf-node.ts';
import { linkMark } from './link-mark.ts';
import { rawHtmlToAdf } from './raw-html-to-adf.ts';
import { textToAdf } from './text-to-adf.ts';

type FootnoteMark = (reference: FootnoteReference) => string | undefined;

/** Writes inline nodes as text nodes and hard breaks, not yet tidied. */
export function createInlinesToAdf(footnoteMark: FootnoteMark) {
  function inlines(nodes: readonly PhrasingContent[], marks: readonly AdfMark[]): readonly AdfInline[] {
    const written: AdfInline[] = [];
    for (const node of nodes) for (const one of inline(node, marks)) written.push(one);
    return written;
  }

  function inline(node: PhrasingContent, marks: readonly AdfMark[]): readonly AdfInline[] {
    switch (node.type) {
      case 'text':
        return textToAdf(node.value, marks);
      case 'emphasis':
        return inlines(node.children, withMark(marks, { type: 'em' }));
      case 'strong':
        return inlines(node.children, withMark(marks, { type: 'strong' }));
      case 'delete':
        return inlines(node.children, withMark(marks, { type: 'strike' }));
      case 'inlineCode':
        return textToAdf(node.value, [{ type: 'code' }, ...marks.filter(mark => mark.type === 'link')]);
      case 'break':
        return [{ type: 'hardBreak' }];
      case 'html':
        return rawHtmlToAdf(node.value, marks);
      case 'link':
        return link(node, marks);
      case 'image':
        return imageToAdf(node, marks);
      case 'footnoteReference':
        return footnote(node, marks);
      case 'linkReference':
        return inlines(node.children, marks);
      case 'imageReference':
        return textToAdf(node.alt ?? node.label ?? node.identifier, marks);
    }
  }

  function link(node: Link, marks: readonly AdfMark[]): readonly AdfInline[] {
    const mark = linkMark(node.url, node.title);
    const written = inlines(node.children, mark === undefined ? marks : withMark(marks, mark));
    const label = written.map(one => (one.type === 'text' ? one.text : ' ')).join('');
    if (mark !== undefined) return label.trim() === '' ? textToAdf(node.url, withMark(marks, mark)) : written;
    return shown(label.trim() === '' ? [] : written, label === node.url ? '' : node.url, node.title, marks);
  }

  function footnote(node: FootnoteReference, marks: readonly AdfMark[]): readonly AdfInline[] {
    const number = footnoteMark(node);
    if (number === undefined) return textToAdf(`[^${node.label ?? node.identifier}]`, marks);
    return textToAdf(number, withMark(marks, { type: 'subsup', attrs: { type: 'sup' } }));
  }

  return inlines;
}

/**
 * An image is a link that reads as its alternative text: Jira does not load pictures from elsewhere. In a link, which can
 * have one target only, the address of the picture follows as text; so it does where it is no web address.
 */
function imageToAdf({ alt, url, title }: Image, marks: readonly AdfMark[]): readonly AdfInline[] {
  const mark = marks.some(one => one.type === 'link') ? undefined : linkMark(url, title);
  if (mark !== undefined) return textToAdf(alt || url, withMark(marks, mark));
  const address = url.startsWith('data:') ? url.replace(/[;,].*/s, '') : url;
  if (alt) return shown(textToAdf(alt, marks), address, title, withoutLink(marks));
  return shown([], address, title, marks);
}

/** A text, and in brackets after it what a link of it would have carried: `a (../b "c")`. */
function shown(
  written: readonly AdfInline[],
  url: string,
  title: string | null | undefined,
  marks: readonly AdfMark[],
): readonly AdfInline[] {
  const carried = [url, title && `"${title}"`].filter(Boolean).join(' ');
  if (written.length === 0 || carried === '') return [...written, ...textToAdf(carried, marks)];
  return [...written, ...textToAdf(` (${carried})`, marks)];
}

const withoutLink = (marks: readonly AdfMark[]) => marks.filter(one => one.type !== 'link');

/** No mark twice on a text: Jira refuses it, the schema does not. */
function withMark(marks: readonly AdfMark[], mark: AdfMark): readonly AdfMark[] {
  return [...marks.filter(one => one.type !== mark.type), mark];
}
