import { standIn } from './stand-in.ts';

/**
 * A text in which nothing is Markdown: each sign that would be some has its stand-in. Most names have none, such as
 * `checkout-api`, and come back as they are.
 */
export const heldText = (text: string): string =>
  mayHaveSigns.test(text) || mayBeginBlock.test(text)
    ? text.replace(sign, found => found.slice(0, -1) + standIn(found.slice(-1)))
    : text;

/** Asked of every name that is printed: two questions that are cheap, for one that is not. */
const mayHaveSigns = /[\n!#&*<[\\\]_`|~]/;
const mayBeginBlock = /^[ \t]*[\d)+.:=>-]/;

/**
 * Of `_`, `&` and `<` those that may be more than themselves, with what the template has around the name; the signs of
 * blocks at the start of a line; at its end `!`, which may stand before a bracket, and `#`, which a heading would lose.
 */
const sign =
  /[\\`*[\]~|]|(?<![a-z\d])_|_(?![a-z\d])|&(?=[#\w]*(?:;|$))|<(?=[a-z/!?]|$)|[!#](?=[ \t]*$)|^[ \t]*(?:[#>+=:-]|\d{0,9}[.)])/gim;
