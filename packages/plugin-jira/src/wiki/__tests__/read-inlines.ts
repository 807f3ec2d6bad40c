import { findLinks } from './read-links.ts';
import { readMarks } from './read-marks.ts';
import type { Seen } from './seen.ts';
import type { Tokens } from './tokens.ts';

export function linksIn(line: string, tokens: Tokens): string {
  return findLinks(line, tokens, label => readInlines(label, tokens, 'label'));
}

/** `label`: inside a link, where there are no links and no breaks. */
export function readInlines(line: string, tokens: Tokens, place: 'line' | 'label' = 'line'): readonly Seen[] {
  const icon = (found: string): string => tokens.put('inline', { type: `icon ${found}`, children: [] });
  let text = place === 'line' ? linksIn(line, tokens) : line;
  text = text.replace(/(?<!\\)\\([-#*_+?^~|%{}[\]()!@])/g, (_escape, character: string) =>
    '{}[]'.includes(character) ? character : `&#${character.charCodeAt(0)};`,
  );
  text = text
    .replace(/&(?![#A-Za-z0-9][A-Za-z0-9]{1,7};)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  text = text.replace(/(^|[ \t\n])(---?)(?=[ \t\n]|$)/g, (_dash, before: string, dash: string) => before + icon(dash));
  for (const symbol of icons)
    text = text.replace(symbol, found => (found.startsWith('\\') ? found.slice(1) : icon(found)));
  text = text.replace(
    /(?<![\p{L}\p{Nd}\\])!([^\s!](?:[^!\n]*[^\s!])?)(?<!\\)!(?![\p{L}\p{Nd}])/gu,
    (found, inside: string) =>
      inside.length < 5 || inside.startsWith(')')
        ? found
        : tokens.put('inline', { type: `image ${inside}`, children: [] }),
  );
  return readMarks(text, tokens, place);
}

const symbols = [
  ...[':-)', ':)', ':P', ':p', ';-)', ';)', ':D', ':-(', ':(', '(y)', '(n)', '(i)', '(/)', '(x)', '(+)', '(-)', '(!)'],
  ...['(?)', '(on)', '(off)', '(*)', '(*b)', '(*y)', '(*g)', '(*r)', '(flag)', '(flagoff)'],
];
const icons = symbols.map(
  symbol => new RegExp(`\\\\?${symbol.replace(/[()*+?/|]/g, '\\$&')}(?![\\p{L}\\p{Nd}])`, 'gu'),
);
