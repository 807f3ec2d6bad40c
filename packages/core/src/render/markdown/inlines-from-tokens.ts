import type { Image, Link, PhrasingContent } from 'mdast';
import type { TokenTree } from './token-tree.ts';

/** The inline nodes of a paragraph, heading or cell. A soft line break is a newline inside text. */
export function inlinesFromTokens(trees: readonly TokenTree[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const tree of trees) {
    const node = inlineFrom(tree);
    const last = nodes.at(-1);
    if (node.type !== 'text') nodes.push(node);
    else if (last?.type === 'text') last.value += node.value;
    else if (node.value !== '') nodes.push(node);
  }
  return nodes;
}

function inlineFrom({ token, children }: TokenTree): PhrasingContent {
  switch (token.type) {
    case 'em_open':
      return { type: 'emphasis', children: inlinesFromTokens(children) };
    case 'strong_open':
      return { type: 'strong', children: inlinesFromTokens(children) };
    case 's_open':
      return { type: 'delete', children: inlinesFromTokens(children) };
    case 'link_open':
      return linkFrom({ token, children });
    case 'image':
      return imageFrom(token);
    case 'code_inline':
      return { type: 'inlineCode', value: token.content };
    case 'html_inline':
      return { type: 'html', value: token.content };
    case 'hardbreak':
      return { type: 'break' };
    case 'softbreak':
      return { type: 'text', value: '\n' };
    case 'footnote_reference':
      return { type: 'footnoteReference', identifier: token.info.toLowerCase(), label: token.info };
    default:
      return { type: 'text', value: token.content };
  }
}

function linkFrom({ token, children }: TokenTree): Link {
  const title = token.attrGet('title');
  return {
    type: 'link',
    url: String(token.attrGet('href') ?? ''),
    title: title === null ? null : String(title),
    children: inlinesFromTokens(children),
  };
}

function imageFrom(token: TokenTree['token']): Image {
  const title = token.attrGet('title');
  return {
    type: 'image',
    url: String(token.attrGet('src') ?? ''),
    title: title === null ? null : String(title),
    alt: visibleText(token.children ?? []),
  };
}

/** Alternative text has no markup: of `![a *b*](u)` the words stay. */
function visibleText(tokens: readonly TokenTree['token'][]): string {
  return tokens
    .map(token => (token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : visibleContent(token)))
    .join('');
}

function visibleContent(token: TokenTree['token']): string {
  return token.type === 'image' ? visibleText(token.children ?? []) : token.content;
}
