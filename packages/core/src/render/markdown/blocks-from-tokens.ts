import type { BlockContent, Code, DefinitionContent, Heading, PhrasingContent } from 'mdast';
import { inlinesFromTokens } from './inlines-from-tokens.ts';
import { listFromTokens } from './list-from-tokens.ts';
import { positionOf } from './position-of.ts';
import { tableFromTokens } from './table-from-tokens.ts';
import { type TokenTree, tokenTree } from './token-tree.ts';

/** The block nodes of a document, quote, list item or footnote, in order. */
export function blocksFromTokens(trees: readonly TokenTree[]): Array<BlockContent | DefinitionContent> {
  return trees.flatMap(tree => {
    const block = blockFrom(tree);
    return block === undefined ? [] : [{ ...block, ...positionOf(tree.token) }];
  });
}

function blockFrom(tree: TokenTree): BlockContent | DefinitionContent | undefined {
  const { token, children } = tree;
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', children: inlinesOf(children) };
    case 'heading_open':
      return { type: 'heading', depth: depthOf(token.tag), children: inlinesOf(children) };
    case 'blockquote_open':
      return { type: 'blockquote', children: blocksFromTokens(children) };
    case 'bullet_list_open':
    case 'ordered_list_open':
      return listFromTokens(tree, blocksFromTokens);
    case 'table_open':
      return tableFromTokens(tree, inlinesOf);
    case 'fence':
      return codeFrom(token.content, token.info);
    case 'code_block':
      return codeFrom(token.content, '');
    case 'html_block':
      return { type: 'html', value: token.content.replace(/(?<!\n)\n+$/, '') };
    case 'hr':
      return { type: 'thematicBreak' };
    case 'footnote_open':
      return {
        type: 'footnoteDefinition',
        identifier: token.info.toLowerCase(),
        label: token.info,
        children: blocksFromTokens(children),
      };
    default:
      return undefined;
  }
}

function inlinesOf(children: readonly TokenTree[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const { token } of children)
    for (const node of inlinesFromTokens(tokenTree(token.children ?? []))) nodes.push(node);
  return nodes;
}

const depths = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const;

function depthOf(tag: string): Heading['depth'] {
  return Object.entries(depths).find(([name]) => name === tag)?.[1] ?? 6;
}

function codeFrom(content: string, info: string): Code {
  const [, lang = '', meta = ''] = /^(\S*)\s*(.*)$/s.exec(info.trim()) ?? [];
  return { type: 'code', lang: lang || null, meta: meta || null, value: content.replace(/\n$/, '') };
}
