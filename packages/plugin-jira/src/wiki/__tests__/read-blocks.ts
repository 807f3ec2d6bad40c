import { readInlines } from './read-inlines.ts';
import { readTable } from './read-table.ts';
import type { Seen } from './seen.ts';
import { blockToken, type Tokens } from './tokens.ts';

const heading = /^[ \t]*h([1-6])\.[ \t]*(.*)$/;
const quote = /^[ \t]*bq\.[ \t]*(.*)$/;
const rule = /^[ \t]*-{4,5}[ \t]*$/;
const listItem = /^[ \t]*([*\-#]+)[ \t]+(.*?)[ \t]*$/;
const dashes = /^[ \t]*-{2,3}/;
const row = /^[ \t]*\|/;
const blank = /^[ \t]*$/;

/** Lines as headings, quotes, rules, lists, tables and paragraphs. Macros are tokens by now. */
export function readBlocks(text: string, tokens: Tokens, inItem = false): readonly Seen[] {
  const lines = text.split(/\r\n|\r|\n/);
  const blocks: Seen[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    blocks.push(...paragraphOf(paragraph, tokens));
    paragraph = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const rest = lines.slice(index);
    const found = blockAt(line, rest, tokens, inItem);
    if (found === undefined) paragraph.push(line);
    else {
      flush();
      blocks.push(...found.seen);
    }
    index += found?.length ?? 1;
  }
  flush();
  return blocks;
}

interface Found {
  readonly seen: readonly Seen[];
  /** In lines. */
  readonly length: number;
}

function blockAt(line: string, rest: readonly string[], tokens: Tokens, inItem: boolean): Found | undefined {
  if (blank.test(line)) return { seen: [], length: 1 };
  const [, level, title = ''] = heading.exec(line) ?? [];
  if (level !== undefined) return { seen: [{ type: `h${level}`, children: readInlines(title, tokens) }], length: 1 };
  const quoted = quote.exec(line)?.[1];
  if (quoted !== undefined) return { seen: [{ type: 'bq', children: readInlines(quoted, tokens) }], length: 1 };
  if (rule.test(line)) return { seen: [{ type: 'rule', children: [] }], length: 1 };
  if (!inItem && listItem.test(line) && !dashes.test(line)) return readList(rest, tokens);
  if (row.test(line)) return readTable(rest, tokens, cell => readBlocks(cell, tokens));
  return undefined;
}

/** Until an empty line; a line that is no item goes on with the item before it. Nesting shows in the markers. */
function readList(lines: readonly string[], tokens: Tokens): Found {
  const end = lines.findIndex(line => blank.test(line));
  const length = end === -1 ? lines.length : end;
  const items: Array<{ readonly markers: string; readonly lines: string[] }> = [];
  for (const line of lines.slice(0, length)) {
    const [, markers, text = ''] = listItem.exec(line) ?? [];
    if (markers !== undefined) items.push({ markers, lines: [text] });
    else items.at(-1)?.lines.push(line);
  }
  const seen = items.map(
    (item): Seen => ({ type: item.markers, children: readBlocks(item.lines.join('\n'), tokens, true) }),
  );
  return { seen, length };
}

/** A token of a block ends the paragraph; a line break in it is one for the reader too. */
function paragraphOf(lines: readonly string[], tokens: Tokens): readonly Seen[] {
  const seen: Seen[] = [];
  for (const piece of lines.join('\n').split(new RegExp(`(${blockToken.source})`, 'u'))) {
    const token = tokens.take(piece);
    if (token !== undefined) seen.push(token);
    else if (piece.trim() !== '') seen.push({ type: 'paragraph', children: readInlines(piece.trim(), tokens) });
  }
  return seen;
}
