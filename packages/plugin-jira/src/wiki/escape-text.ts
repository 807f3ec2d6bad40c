import { escapeCharacter } from './escape-character.ts';

/** Where the text stands. */
export interface TextPlace {
  /** What is written in front of it already. */
  readonly before?: string;
  /** Of the marks around it, which no letter protects: Jira would give up `*a*b c*` as a whole. */
  readonly delimiters?: string;
  /** Between `{{` and `}}`: a brace at an end or beside another one would count as part of them. */
  readonly inCode?: boolean;
  /** In the label of a link: a pipe ends it, escaped or not. */
  readonly inLabel?: boolean;
}

/**
 * Text that Jira shows as it is. A backslash is the escape where Jira knows one. Where it knows none (a backslash itself, an
 * address that would become a link, `:D`, `{{`) the character is a reference such as `&#92;`: Data Center resolves it, the
 * converter of Jira Cloud does not. Inside words nothing is escaped that does no harm there, so that `snake_case` and `10-20`
 * stay readable to whoever edits the ticket.
 */
export function escapeText(text: string, place: TextPlace = {}): string {
  const characters = [...text.replace(otherBlanks, ' ')];
  const written = [tail(place.before ?? '')];
  for (const [index, character] of characters.entries()) {
    if (!special.test(character)) {
      written.push(character);
      continue;
    }
    const neighbours = {
      previous: characters[index - 1],
      next: characters[index + 1],
      front: characters.slice(Math.max(0, index - longest), index).join(''),
      rest: characters.slice(index, index + longest).join(''),
      written: written.slice(-longest).join(''),
    };
    written.push(escapeCharacter(character, neighbours, place));
  }
  return written.slice(1).join('');
}

/** Shown as a blank, and not read as one: a heading with a line separator is none, and a tab stands in no mark. */
const otherBlanks = /[\t\v\f\u0085\u2028\u2029]/g;

/** What means something to Jira, at least somewhere. */
const special = /[\\&[\]{}|*_\-+^~#?!():]/;

/** Of what is looked at in one go: `(flagoff)`, `&#123456;`. */
const longest = 12;

/** As much of what is written as decides about what follows. */
export function tail(written: string): string {
  return written.slice(-longest);
}
