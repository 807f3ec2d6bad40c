const unusual = /[\n\r\0!&*<@[\\_`~]|:\/\/|www\./i;
const plain = /^[a-z]/i;
const blankAtEnd = /\s$/;

/** One line that begins with a letter and has nothing in it that may be more than text: what most fields of an analysis are. */
export const isPlainLine = (markdown: string): boolean =>
  plain.test(markdown) && !unusual.test(markdown) && !blankAtEnd.test(markdown);
