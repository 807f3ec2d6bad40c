import type { MarkdownIt, StateInline, Token } from 'markdown-it';

const tilde = '~';
/** Not the code of the character: a pair of one tilde each never closes a pair of two. */
const marker = -tilde.charCodeAt(0);

/**
 * GitHub's `~text~`, which markdown-it does not know. Never inside a word, unlike GitHub: `10~20 and 30~40` are ranges. Three
 * tildes and more are text.
 */
export function singleTildeRule(md: MarkdownIt): void {
  md.inline.ruler.before('strikethrough', 'single_tilde', readTildes);
  md.inline.ruler2.after('strikethrough', 'single_tilde', pairTildes);
}

function readTildes(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== tilde) return false;
  const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, false);
  if (length === 2) return false;
  state.push('text', '', 0).content = tilde.repeat(length);
  const token = state.tokens.length - 1;
  if (length === 1) state.delimiters.push({ marker, length: 0, token, end: -1, open, close });
  state.pos += length;
  return true;
}

function pairTildes(state: StateInline): boolean {
  if (!state.src.includes(tilde)) return true;
  for (const delimiters of [state.delimiters, ...state.tokens_meta.map(meta => meta?.delimiters ?? [])]) {
    for (const { marker: found, token, end } of delimiters) {
      const closing = delimiters[end];
      if (found !== marker || closing === undefined) continue;
      becomes(state.tokens[token], 's_open', 1);
      becomes(state.tokens[closing.token], 's_close', -1);
    }
  }
  return true;
}

function becomes(token: Token | undefined, type: string, nesting: Token['nesting']): void {
  if (token !== undefined) Object.assign(token, { type, tag: 's', nesting, content: '', markup: tilde });
}
