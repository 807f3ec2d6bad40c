import type { Seen } from './seen.ts';

/** Finished pieces that stand as one private character in a text that is still being read, as Jira's renderer does it. */
export interface Tokens {
  put(kind: 'block' | 'inline', seen: Seen): string;
  take(character: string): Seen | undefined;
}

export const blockToken = /[\uE000-\uEBFF]/u;

export function createTokens(): Tokens {
  const known = new Map<string, Seen>();
  return {
    put(kind, seen) {
      const token = String.fromCharCode((kind === 'block' ? 0xe000 : 0xec00) + known.size);
      known.set(token, seen);
      return token;
    },
    take: character => known.get(character),
  };
}
