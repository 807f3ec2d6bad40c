import type { Seen } from './seen.ts';
import type { Tokens } from './tokens.ts';

type ReadLabel = (label: string) => readonly Seen[];

const protocol = '(?:http://|https://|ftp://|ftps://|mailto:|nntp://|news://|irc://|file:)';
const target = new RegExp(`^${protocol}`, 'i');
const bare = new RegExp(`(^|[^"[|'!])(?<![A-Za-z0-9])(${protocol}[-_.!~*';/?:@#&=%+$,A-Za-z0-9[\\]()\\\\]+)`, 'g');

/** `[label|target]`, `[target]` and addresses without brackets, as tokens. */
export function findLinks(line: string, tokens: Tokens, readLabel: ReadLabel): string {
  const linked = line.replace(/(?<!\\)\[(?![\s\]])((?:\\[[\]]|[^[\]\n])*?)(?<!\\)\]/g, (_found, inside: string) =>
    tokens.put('inline', bracketed(inside, readLabel)),
  );
  return linked.replace(bare, (_found, before: string, address: string) => {
    const url = address.replace(/[.,>)\];}"'!]+$/, '');
    const seen: Seen = { type: `link ${url}`, children: [{ type: 'text', text: url.replaceAll('\\', '') }] };
    return before + tokens.put('inline', seen) + address.slice(url.length);
  });
}

/** The first pipe ends the label, whatever is in front of it; two exclamation marks before it hide those between them. */
function bracketed(inside: string, readLabel: ReadLabel): Seen {
  const marks = inside.split('|')[0]?.split('!').length ?? 0;
  const masked = marks > 2 ? inside.replace(/![^!]*!/g, image => 'x'.repeat(image.length)) : inside;
  const pipe = masked.indexOf('|');
  const href = (pipe === -1 ? inside : inside.slice(pipe + 1)).split('|')[0]?.trim() ?? '';
  const type = target.test(href) ? `link ${href}` : `broken link ${href}`;
  if (pipe === -1) return { type, children: [{ type: 'text', text: href }] };
  return { type, children: readLabel(inside.slice(0, pipe)) };
}
