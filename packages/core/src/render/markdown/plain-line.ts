const letter = /^[a-z]/i;
const lineEnd = /[\n\r\0]/;
const blankAtEnd = /\s$/;
const unusual = /[!&*<@[\\_`~]|:\/\/|www\./i;

/** One line that begins with a letter, which is a paragraph whatever is in it: what most fields of an analysis are. */
export const isParagraphLine = (markdown: string): boolean =>
  letter.test(markdown) && !lineEnd.test(markdown) && !blankAtEnd.test(markdown);

/** Such a line with nothing in it that may be more than text. */
export const isPlainLine = (markdown: string): boolean => isParagraphLine(markdown) && !unusual.test(markdown);
