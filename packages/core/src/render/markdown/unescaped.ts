import createParser from 'markdown-it';

const { unescapeAll } = createParser().utils;

/** Escaped punctuation without its backslash, and entities as what they stand for. */
export const unescaped = (text: string): string => unescapeAll(text);
