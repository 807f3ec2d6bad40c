import type { Token } from 'markdown-it';

/** A token with what stands between it and its closing token. */
export interface TokenTree {
  readonly token: Token;
  readonly children: readonly TokenTree[];
}

/** Pairs the flat `_open` and `_close` tokens of markdown-it. Closing tokens carry nothing and leave no trace. */
export function tokenTree(tokens: readonly Token[]): readonly TokenTree[] {
  const root: TokenTree[] = [];
  const open: TokenTree[][] = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const children: TokenTree[] = [];
    open.at(-1)?.push({ token, children });
    if (token.nesting === 1) open.push(children);
  }
  return root;
}
