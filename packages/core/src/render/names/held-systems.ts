import { heldName } from './held-name.ts';
import { heldText } from './held-text.ts';

/**
 * `analysis.affected_systems`, which analyses give as names or as Markdown: a system is a name, unless it has several lines
 * or code, bold, emphasis, struck text or a link in it; a text in place of a list also, where it begins like a block.
 */
export function heldSystems(value: unknown): unknown {
  if (typeof value === 'string' && (value.includes('\n') || block.test(value))) return value;
  return heldName(value, heldSystem);
}

function heldSystem(system: string): string {
  const held = heldText(system);
  return held !== system && prose.test(system) ? system : held;
}

const block = /^[ \t]*(?:[-+*]|#{1,6}|>|\d{1,9}[.)])[ \t]/;
// Stars around words: `/data/*/tmp/*` and `**/logs/**` are none.
const prose =
  /\n|`[^`]+`|~~[^~]+~~|\[[^[\]]+\]\([^)\s]+\)|(?<![^\s(])\*{1,3}(?=[\p{L}\p{N}`])[^*]*[\p{L}\p{N}`.!?)%…]\*{1,3}(?![^\s.,:;!?)])/u;
