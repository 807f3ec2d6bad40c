import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { elementWith, text } from './hast-nodes.ts';
import { isFollowed, shownTarget } from './link-target.ts';

/** Boxes that would be no line of their own once they are gone. */
const boxes: Readonly<Record<string, string>> = {
  ...{ section: 'div', article: 'div', header: 'div', footer: 'div', main: 'div', aside: 'div', nav: 'div' },
  ...{ figure: 'div', figcaption: 'p', details: 'div', summary: 'p', address: 'div', center: 'div', form: 'div' },
};

/**
 * A tree in elements that a journal shows: a task's box as a sign, an image as a link that reads as its alternative text, a
 * link that may not be followed as its text and target.
 */
export const plainElements = (tree: Nodes): Nodes =>
  tree.type === 'root' ? { ...tree, children: tree.children.flatMap(node => plain(node, false)) } : tree;

function plain(node: RootContent, isLinked: boolean): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  if (node.tagName === 'input') return box(node);
  if (node.tagName === 'img') return image(node, isLinked);
  if (node.tagName === 'a') return link(node);
  const children = node.children.flatMap(child => plain(child, isLinked));
  return [{ ...node, tagName: boxes[node.tagName] ?? node.tagName, children }];
}

const box = ({ properties }: Element): ElementContent[] =>
  properties.type === 'checkbox' ? [text(properties.checked ? '☑' : '☐')] : [];

function link(node: Element): ElementContent[] {
  const url = String(node.properties.href ?? '');
  const children = node.children.flatMap(child => plain(child, true));
  if (isFollowed(url)) return [{ ...node, children: isEmpty(children) ? [text(url)] : children }];
  const shown = shownTarget(url);
  if (isEmpty(children)) return [text(shown)];
  return shown === '' ? children : [...children, text(` (${shown})`)];
}

function image({ properties }: Element, isLinked: boolean): ElementContent[] {
  const [url, alt] = [String(properties.src ?? ''), String(properties.alt ?? '')];
  if (isLinked) return [text(alt || shownTarget(url))];
  if (isFollowed(url)) return [elementWith('a', { href: url }, [text(alt || url)])];
  const shown = shownTarget(url);
  return [text(alt === '' || shown === '' ? alt || shown : `${alt} (${shown})`)];
}

const isEmpty = (nodes: readonly ElementContent[]): boolean =>
  nodes.every(node => (node.type === 'element' ? node.tagName !== 'br' && isEmpty(node.children) : isBlank(node)));

const isBlank = (node: ElementContent): boolean => node.type !== 'text' || node.value.trim() === '';
