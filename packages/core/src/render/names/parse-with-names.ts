import type { Nodes, Root } from 'mdast';
import type { Printout } from '../language/compile-template.ts';
import { linkUrl } from '../markdown/link-url.ts';
import { withSigns } from './stand-in.ts';

/** Markdown with held names as a tree that has them as they are written, wherever they stand: in code and in links, too. */
export function parseWithNames({ text, holdsNames }: Printout, parse: (markdown: string) => Root): Root {
  const root = parse(text);
  if (holdsNames) putSignsBack(root);
  return root;
}

function putSignsBack(node: Nodes): void {
  if ('value' in node) node.value = withSigns(node.value);
  if ('url' in node) {
    node.url = urlWithSigns(node.url);
    if (node.title) node.title = withSigns(node.title);
  }
  if ('alt' in node && node.alt) node.alt = withSigns(node.alt);
  if ('identifier' in node) {
    node.identifier = withSigns(node.identifier);
    if (node.label) node.label = withSigns(node.label);
  }
  if (node.type === 'code') {
    if (node.lang) node.lang = withSigns(node.lang);
    if (node.meta) node.meta = withSigns(node.meta);
  }
  if ('children' in node) for (const child of node.children) putSignsBack(child);
}

/** An address has been encoded already. With a sign back it may be one to which no link may lead, which then stays encoded. */
function urlWithSigns(url: string): string {
  if (!url.includes('%EF%B7')) return url;
  return linkUrl(url.replace(encodedStandIn, found => encodeURI(withSigns(decodeURIComponent(found))))) ?? url;
}

const encodedStandIn = /%EF%B7%[9A][\dA-F]/g;
