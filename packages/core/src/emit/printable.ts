/**
 * A text for a terminal: control characters, escape sequences' first among them, become spaces, and so do the signs that
 * turn the direction of what follows, so that it would be read as something else. Platforms' words and analyses are not
 * ours, and a terminal obeys what it is shown.
 */
export const printable = (text: string): string => text.replace(obeyed, ' ');

const obeyed =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON that a terminal may show: the same characters as escapes, which JSON reads as what they are. */
export const printableJson = (json: string): string =>
  json.replace(obeyed, sign => (sign < ' ' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`));
