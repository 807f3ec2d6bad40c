import { markdownIt } from './markdown-it.ts';

/** Escaped punctuation without its backslash, and entities as what they stand for. */
export const unescaped = (text: string): string =>
  mayBeEscaped.test(text) ? markdownIt().utils.unescapeAll(text) : text;

const mayBeEscaped = /[\\&]/;
