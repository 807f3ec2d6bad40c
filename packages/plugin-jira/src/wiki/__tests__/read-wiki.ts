import { readBlocks } from './read-blocks.ts';
import { readMacros } from './read-macros.ts';
import type { Seen } from './seen.ts';
import { createTokens } from './tokens.ts';

/**
 * What a reader sees in Jira Data Center, read as its renderer reads (com.atlassian.renderer.v2): the macros, then the
 * blocks, then in each line links, bare addresses, backslashes, character references, dashes, icons, images, marks and
 * forced breaks, one after the other over the whole line. Written from those rules and not from what our writer does.
 */
export function readWiki(markup: string): readonly Seen[] {
  const tokens = createTokens();
  const read = (text: string): readonly Seen[] => readBlocks(readMacros(text, tokens, read), tokens);
  return read(markup);
}
