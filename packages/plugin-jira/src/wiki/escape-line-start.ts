/**
 * The same line, which Jira does not take for a heading or a quote. It looks at the start of each line, table cell and list
 * item; what else could start a block there has its escape already.
 */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)h(?=[1-6]\.)/, '$1&#104;').replace(/^(\s*)b(?=q\.)/, '$1&#98;');
}
