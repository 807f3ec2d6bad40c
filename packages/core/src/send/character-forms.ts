const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** A letter of hexadecimal in either case. */
const anyCase = (hex: string): string =>
  hex.replace(/[a-f]/gi, letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
const hexOf = (number: number, digits: number): string => anyCase(number.toString(16).padStart(digits, '0'));
const units = (character: string): readonly number[] =>
  [...Array(character.length).keys()].map(at => character.charCodeAt(at));

/**
 * A character of a secret as texts quote it, as the source of a pattern: itself, in a URL (once or twice encoded, letters
 * of either case), in a form, escaped by JSON (once or more often), in HTML. What has no letter or digit in it is written
 * in another way by each library, so that no list of whole forms would do.
 */
export function characterForms(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  const percent = [...Buffer.from(character, 'utf8')].map(byte => `%(?:25)*${hexOf(byte, 2)}`).join('');
  const escaped = units(character).map(unit => `\\\\+u${hexOf(unit, 4)}`);
  const code = character.codePointAt(0) ?? 0;
  const entity = `&(?:amp;)*(?:#0*${code}|#[xX]0*${hexOf(code, 0)}${names[character] ? `|${names[character]}` : ''});`;
  const itself = units(character).map(unit => `\\u${unit.toString(16).padStart(4, '0')}`);
  // A backslash in the path of a URL becomes a slash.
  const plain = character === '\\' ? '(?:\\\\+|/)' : `\\\\*${itself.join('')}`;
  return `(?:${[percent, escaped.join(''), entity, ...(character === ' ' ? ['\\+'] : []), plain].join('|')})`;
}
