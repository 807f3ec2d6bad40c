const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** A letter of hexadecimal in either case. */
const anyCase = (hex: string): string =>
  hex.replace(/[a-f]/gi, letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
const hexOf = (number: number, digits: number): string => anyCase(number.toString(16).padStart(digits, '0'));
const unitsOf = (text: string): readonly number[] => [...Array(text.length).keys()].map(at => text.charCodeAt(at));
const itself = (text: string): string =>
  unitsOf(text)
    .map(unit => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/** What escapes: a backslash, which the path of a URL turns into a slash. Bounded, wherever it is repeated: texts are long. */
const escaping = String.raw`(?:\\|/|%(?:25){0,3}5[cC])`;

/** Of HTML, which may stand in a URL. */
function entity(code: number, name: string | undefined): string {
  const end = '(?:;|%3[bB])';
  const hash = '(?:#|%23)';
  const called = name === undefined ? '' : `|${name}`;
  return `(?:&|%26)(?:amp${end}){0,3}(?:${hash}0{0,4}${code}|${hash}[xX]0{0,4}${hexOf(code, 0)}${called})${end}`;
}

/**
 * A character of a secret as texts quote it, as the source of a pattern: itself, in a URL (once or twice encoded, letters
 * of either case), in a form, escaped by JSON (once or more often), in HTML, in another character set. What has no letter or
 * digit in it is written in another way by each library, so that no list of whole forms would do.
 */
export function characterForms(character: string): string {
  const known = made.get(character);
  if (known !== undefined) return known;
  const forms = formsOf(character);
  made.set(character, forms);
  return forms;
}

const made = new Map<string, string>();

function formsOf(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  if (character === '\\') return `(?:${escaping}{1,8}|${entity(0x5c, 'bsol')})`;
  const bytes = Buffer.from(character, 'utf8');
  const code = character.codePointAt(0) ?? 0;
  const forms = [
    // First: what begins it may be the character itself.
    entity(code, names[character]),
    [...bytes].map(byte => `%(?:25){0,3}${hexOf(byte, 2)}`).join(''),
    unitsOf(character)
      .map(unit => `${escaping}{1,8}u${hexOf(unit, 4)}`)
      .join(''),
    ...(character === ' ' ? [String.raw`\+`] : []),
    ...(code > 0x7e ? [itself(bytes.toString('latin1')), String.raw`[ ?\ufffd]`] : []),
    itself(character),
  ];
  return `${escaping}{0,7}?(?:${forms.join('|')})`;
}
