import type { Token } from './nunjucks-internals.ts';
import type { Place } from './template-node.ts';

const closedBy = new Map([
  ['if', 'endif'],
  ['for', 'endfor'],
  ['macro', 'endmacro'],
  ['call', 'endcall'],
  ['filter', 'endfilter'],
  ['switch', 'endswitch'],
]);

export interface OpenTag {
  readonly name: string;
  readonly end: string;
  readonly token: Token;
}

/** Follows the tokens of a template, so that an error at its end can name the place where the mistake began. */
export interface OpenTags {
  /** The tag's name, where the token is one. */
  see(token: Token): string | undefined;
  /** The innermost tag without its end, if the template ended in plain text. */
  unclosed(): OpenTag | undefined;
  /** The last `{{` or `{%`. */
  lastStart(): Place;
}

export function trackOpenTags(): OpenTags {
  const open: OpenTag[] = [];
  let start: Token | undefined;
  let last: Token | undefined;
  return {
    see: token => {
      if (token.type === 'whitespace') return undefined;
      const name = last?.type === 'block-start' && token.type === 'symbol' ? String(token.value) : undefined;
      const end = name === undefined ? undefined : closedBy.get(name);
      if (name !== undefined && end !== undefined) open.push({ name, end, token: last ?? token });
      else if (name !== undefined && open.at(-1)?.end === name) open.pop();
      if (token.type.endsWith('-start')) start = token;
      last = token;
      return name;
    },
    unclosed: () => (last && /^(?:data|comment|.*-end)$/.test(last.type) ? open.at(-1) : undefined),
    lastStart: () => start ?? {},
  };
}
