import type { TextPlace } from './escape-text.ts';
import { isWordCharacter } from './is-word-character.ts';
import { reference } from './reference.ts';

interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** The source in front of this character. */
  readonly front: string;
  /** The source from this character on. */
  readonly rest: string;
  /** What is written in front of it, escapes and other texts included. */
  readonly written: string;
}

/**
 * One character of a text. The rules are those of Jira's renderer, com.atlassian.renderer.v2, in the order of its
 * components.
 */
export function escapeCharacter(
  character: string,
  neighbours: Neighbours,
  { delimiters, inCode, inLabel }: TextPlace,
): string {
  const { previous, next, rest, written } = neighbours;
  switch (character) {
    case '\\':
      return isWordCharacter(next) ? character : reference(character);
    case '&':
      return resolvedReference.test(rest) ? '&amp;' : character;
    case '[':
    case ']':
      return `\\${character}`;
    case '{':
    case '}':
      return (inCode ? touchesBrace(neighbours) : written.endsWith(`\\${character}`))
        ? reference(character)
        : `\\${character}`;
    case '|':
      return inLabel ? reference(character) : '\\|';
    case '*':
    case '_':
    case '-':
    case '+':
    case '^':
    case '~':
      return isHarmless(neighbours) && !delimiters?.includes(character) ? character : `\\${character}`;
    case '#':
      return isWordCharacter(previous) || isWordCharacter(next) ? character : '\\#';
    case '?':
      return previous === '?' || next === '?' ? '\\?' : character;
    case '!':
      return isWordCharacter(previous) || beforeBlankAndMore.test(rest) ? character : '\\!';
    case '(':
      return iconInBrackets.test(rest) || previous === ':' ? '\\(' : character;
    case ')':
      return mayEndIcon.test(written) ? '\\)' : character;
    case ':':
      return face.test(rest) || scheme.test(written) ? reference(character) : character;
    default:
      return character;
  }
}

/** A delimiter opens after no letter and before no blank; blanks at the ends of a text may come to stand elsewhere. */
function isHarmless({ previous, next, front, rest }: Neighbours): boolean {
  if (isWordCharacter(previous) && isWordCharacter(next)) return true;
  return /\S +$/.test(front) && beforeBlankAndMore.test(rest);
}

/** An escaped brace is a plain one by the time that Jira looks for `{{` and `}}`. */
function touchesBrace({ previous, next }: Neighbours): boolean {
  return [previous, next].some(one => one === undefined || one === '{' || one === '}');
}

const beforeBlankAndMore = /^. +\S/u;
/** What Data Center takes for a character reference; other ampersands it shows. */
const resolvedReference = /^&[#A-Za-z0-9][A-Za-z0-9]{1,7};/;
const iconInBrackets = /^\((?:[yni/x+\-!?*]|\*[rgby]|on|off|flag|flagoff)\)/;
/** `;)` is an icon, and `<` or an escape is a reference with a semicolon at its end before Jira looks for icons. */
const mayEndIcon = /(?:[:;<>&-]|\\[^\\\p{L}\p{Nd} ])$/u;
const face = /^:[DPp](?![\p{L}\p{Nd}])/u;
/** Jira makes links of these, after any letter that is not in ASCII too; what is a link in Markdown never comes here. */
const scheme = /(?<![A-Za-z0-9])(?:https?|ftps?|nntp|news|irc|mailto|file)$/i;
