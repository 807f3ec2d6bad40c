/**
 * The text without what cannot be told in XML: a control character becomes its visible symbol (`␛[31m` in a log), half of a
 * surrogate pair and a noncharacter become U+FFFD. Jira and ServiceNow export records as XML, and one escape character in
 * one record breaks the whole of it for the reader; a database does not take U+0000 at all. Tab and line ends stay.
 */
export function legalText(text: string): string {
  return maybeIllegal.test(text) ? text.replace(everyIllegal, symbolOf).toWellFormed() : text;
}

/** A surrogate may be half of a pair. */
const maybeIllegal = /[^\t\n\r -~\u0080-\ud7ff\ue000-\ufffd]/;
const everyIllegal = /[^\t\n\r -~\u0080-\ufffd]/g;

const controlPictures = 0x2400;
const [deletion, deletionPicture] = ['\u007f', '\u2421'];

function symbolOf(character: string): string {
  if (character < ' ') return String.fromCodePoint(controlPictures + character.charCodeAt(0));
  return character === deletion ? deletionPicture : '\ufffd';
}
