import type { PhrasingContent } from 'mdast';

/** Alternative text has no markup: of `![a *b*](u)` the words stay. */
export const visibleText = (nodes: readonly PhrasingContent[]): string => nodes.map(textOf).join('');

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll('\n', ' ');
    case 'break':
      return ' ';
    case 'image':
      return node.alt ?? '';
    default:
      if ('children' in node) return visibleText(node.children);
      return 'value' in node ? node.value : '';
  }
}
