import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { wideCode } from './wide-code.ts';
import { wideTable } from './wide-table.ts';
import { wikiInlines } from './wiki-inlines.ts';
import { isWikiItem, wikiList } from './wiki-list.ts';

/** Macros that have a beginning and an end; the body of the first two is text. */
const macro = /^\{(code|noformat|quote|panel)(?::([^}\n]*))?\}\n?([\s\S]*?)\n?\{\1\}[ \t]*$/m;

/**
 * Wiki markup, as Jira's version 2 takes it, as HTML: near enough to read a ticket by. Nothing in it is taken as HTML. What
 * it does not know (pictures, icons, colours) stays as it was written.
 */
export function wikiContent(markup: string): ElementContent[] {
  const parts = markup.replace(/\r\n?/g, '\n').split(macro);
  const content: ElementContent[] = [];
  for (let index = 0; index < parts.length; index += 4) {
    content.push(...blocksOf(parts[index] ?? ''));
    const [name, settings = '', body = ''] = parts.slice(index + 1, index + 4);
    if (name) content.push(macroOf(name, settings, body));
  }
  return content;
}

function macroOf(name: string, settings: string, body: string): ElementContent {
  if (name === 'quote') return h('blockquote', wikiContent(body));
  if (name !== 'panel') return wideCode(h('pre', h('code', body)));
  const title = /(?:^|\|)title=([^|]*)/.exec(settings)?.[1];
  return h('section.panel', [...(title ? [h('p', [h('strong', title)])] : []), ...wikiContent(body)]);
}

type Kind = 'heading' | 'rule' | 'quote' | 'item' | 'row' | 'blank' | 'words';

function kindOf(line: string): Kind {
  if (/^\s*$/.test(line)) return 'blank';
  if (/^\s*h[1-6]\.\s/.test(line)) return 'heading';
  if (/^\s*-{4,5}\s*$/.test(line)) return 'rule';
  if (/^\s*bq\.\s/.test(line)) return 'quote';
  if (/^\s*\|/.test(line)) return 'row';
  return isWikiItem(line) ? 'item' : 'words';
}

/** Lines of one kind that follow each other belong together; headings, rules and quotes stand alone. */
function blocksOf(text: string): ElementContent[] {
  const runs: { readonly kind: Kind; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const kind = kindOf(line);
    const run = runs.at(-1);
    if (run?.kind === kind && ['item', 'row', 'words'].includes(kind)) run.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.flatMap(({ kind, lines }) => blockOf(kind, lines));
}

function blockOf(kind: Kind, lines: readonly string[]): ElementContent[] {
  const [line = ''] = lines;
  switch (kind) {
    case 'blank':
      return [];
    case 'heading': {
      const [, level = '1', words = ''] = /^\s*h([1-6])\.\s+(.*)$/.exec(line) ?? [];
      return [h(`h${Math.min(6, Number(level) + 2)}`, wikiInlines(words))];
    }
    case 'rule':
      return [h('hr')];
    case 'quote':
      return [h('blockquote', wikiInlines(line.replace(/^\s*bq\.\s+/, '')))];
    case 'item':
      return wikiList(lines);
    case 'row':
      return [wideTable(h('table', h('tbody', lines.map(rowOf))))];
    case 'words':
      return [
        h(
          'p',
          lines.flatMap((each, index) => [...(index > 0 ? [h('br')] : []), ...wikiInlines(each)]),
        ),
      ];
  }
}

/** Two pipes begin a header; one that is escaped, or inside a link, is part of its cell. */
function rowOf(line: string): ElementContent {
  const cells = line.trim().matchAll(/(\|\|?)((?:\\.|\[[^[\]\n]*\]|[^|\\])+)/g);
  return h(
    'tr',
    [...cells].map(([, pipes, text = '']) => h(pipes === '||' ? 'th' : 'td', wikiInlines(text.trim()))),
  );
}
