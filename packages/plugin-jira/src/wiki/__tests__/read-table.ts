import { linksIn } from './read-inlines.ts';
import type { Seen } from './seen.ts';
import type { Tokens } from './tokens.ts';

type ReadCell = (cell: string) => readonly Seen[];

/** Rows until an empty line or one that begins without a pipe; links are found before a row is split at its pipes. */
export function readTable(
  lines: readonly string[],
  tokens: Tokens,
  readCell: ReadCell,
): { readonly seen: readonly Seen[]; readonly length: number } {
  const end = lines.findIndex(line => !/^[ \t]*\|/.test(line));
  const length = end === -1 ? lines.length : end;
  const rows = lines.slice(0, length).map(line => readRow(linksIn(line, tokens), readCell));
  return { seen: [{ type: 'table', children: rows }], length };
}

function readRow(line: string, readCell: ReadCell): Seen {
  const cells: Seen[] = [];
  let text = '';
  let type = 'cell';
  const close = (): void => {
    cells.push({ type, children: readCell(text) });
    text = '';
    type = 'cell';
  };
  const characters = [...line.trim()];
  for (const [index, character] of characters.entries()) {
    const previous = characters[index - 1];
    if (character !== '|' || previous === '\\') text += character;
    else if (index === 0) continue;
    else if (previous === '|') type = 'header';
    else close();
  }
  if (text !== '') close();
  return { type: 'row', children: cells };
}
