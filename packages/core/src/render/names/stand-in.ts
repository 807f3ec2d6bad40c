/** ASCII has 32 signs, and Unicode 32 neighbours that are no characters, so that no text has a use for them. */
const signs = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const first = 0xfdd0;

/** What stands for a sign of a name while Markdown is read, to which it is a letter. */
export const standIn = (sign: string): string => String.fromCharCode(first + signs.indexOf(sign));

/** The text with its signs back. */
export const withSigns = (text: string): string =>
  oneStandIn.test(text) ? text.replace(everyStandIn, found => signs.charAt(found.charCodeAt(0) - first)) : text;

const oneStandIn = /[\ufdd0-\ufdef]/;
const everyStandIn = /[\ufdd0-\ufdef]/g;
