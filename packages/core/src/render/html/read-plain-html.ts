import type { ElementContent, Root, RootContent } from 'hast';

/** Whatever stands in one of these stays there: no reader of HTML would close, open or move an element for it. */
const phrases = ['a', 'br', 'code', 'del', 'em', 'strong', 'sub', 'sup'];
const blocks = ['blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'p', 'pre', 'ul', ...phrases];
const inside: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(blocks.map(name => [name, phrases])),
  ...{ root: blocks, blockquote: blocks, li: blocks, ol: ['li'], ul: ['li'] },
};
const voids = ['br', 'hr'];

/** No document that people read; each element is held against all that it is in. */
const deepest = 100;

const token = /<([a-z][a-z0-9]*)(?: href="([^"<]*)")?>|<\/([a-z][a-z0-9]*)>|([^<\r\0]+)/y;

interface Open {
  readonly name: string;
  readonly children: RootContent[];
}

/**
 * The HTML that programs write of plain documents, well-formed and without a table, as the tree that a browser would make of
 * it. Undefined for all other HTML: that takes a parser with the rules of browsers, which takes as long to load as a preview
 * takes to make.
 */
export function readPlainHtml(html: string): Root | undefined {
  const root: Root = { type: 'root', children: [] };
  let open: Open = { name: 'root', children: root.children };
  const above: Open[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const [whole, begins, href, ends, written] = token.exec(html) ?? [];
    if (whole === undefined) return undefined;
    if (written !== undefined) {
      const value = withoutReferences(written);
      // What begins a block of code with an empty line has lost it.
      if (value === undefined || (open.name === 'pre' && open.children.length === 0 && value.startsWith('\n')))
        return undefined;
      open.children.push({ type: 'text', value });
    } else if (ends !== undefined) {
      const outer = above.pop();
      if (!outer || ends !== open.name) return undefined;
      open = outer;
    } else if (begins !== undefined) {
      if (above.length === deepest) return undefined;
      const known = inside[open.name]?.includes(begins) && [open, ...above].every(within => mayHold(within, begins));
      const address = href === undefined ? undefined : withoutReferences(href);
      if (!known || (href !== undefined && (begins !== 'a' || address === undefined))) return undefined;
      const children: ElementContent[] = [];
      const properties = address === undefined ? {} : { href: address };
      open.children.push({ type: 'element', tagName: begins, properties, children });
      if (voids.includes(begins)) continue;
      above.push(open);
      open = { name: begins, children };
    }
  }
  return open.children === root.children ? root : undefined;
}

/** A link in a link ends it, and many a mark inside itself is not what it seems. */
const mayHold = ({ name }: Open, begins: string): boolean => name !== begins || !phrases.includes(name);

const names: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Undefined where a reference is none that everybody reads in the same way. */
function withoutReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let known = true;
  const read = text.replace(/&(?:#x([0-9a-f]{1,6});|[a-z]{2,4};)?/gi, (reference, hex?: string) => {
    const point = hex === undefined ? Number.NaN : Number.parseInt(hex, 16);
    const isText = (point >= 0x20 && point < 0x7f) || (point >= 0xa0 && point < 0xd800);
    const character = isText ? String.fromCodePoint(point) : names[reference];
    known &&= character !== undefined;
    return character ?? '';
  });
  return known ? read : undefined;
}
