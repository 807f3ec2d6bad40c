import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../parse-markdown.ts';
import { paragraph, text, texts, tree } from '../__tests__/tree-shapes.ts';

describe('inline text', () => {
  it('reads emphasis, strong, strikethrough, code, breaks and entities', () => {
    expect(tree('*a* **b** ~~c~~ `d`  \ne\\\nf &amp; &lt;')).toEqual([
      paragraph(
        { type: 'emphasis', children: [text('a')] },
        text(' '),
        { type: 'strong', children: [text('b')] },
        text(' '),
        { type: 'delete', children: [text('c')] },
        text(' '),
        { type: 'inlineCode', value: 'd' },
        { type: 'break' },
        text('e'),
        { type: 'break' },
        text('f & <'),
      ),
    ]);
  });

  it('reads links, references and images', () => {
    expect(tree('[a](https://x.example "t") [b][r] ![c *d*](u)\n\n[r]: https://r.example')).toEqual([
      paragraph(
        { type: 'link', url: 'https://x.example', title: 't', children: [text('a')] },
        text(' '),
        { type: 'link', url: 'https://r.example', title: null, children: [text('b')] },
        text(' '),
        { type: 'image', url: 'u', title: null, alt: 'c d' },
      ),
    ]);
  });

  it('reads a link whose text is an address as one link, whatever stands before it', () => {
    const link = { type: 'link', url: 'https://x.example/a', title: null, children: [text('https://x.example')] };
    expect(tree('see also [https://x.example](https://x.example/a)')).toEqual([paragraph(text('see also '), link)]);
  });

  it.each(['[a](b c)', '![a](b c)'])('asks for a definition where %s is no address', source => {
    expect(texts(parseMarkdown(`${source}\n\n[a]: u`)).join('')).toMatch(/\(b c\)$/);
    expect(tree(`${source}\n\n[a]: u`)).toMatchObject([{ children: [{ url: 'u' }, text('(b c)')] }]);
  });

  it('reads a comment behind one that is never closed', () => {
    expect(tree('[<!-- a --><!-- b')).toEqual([
      paragraph(text('['), { type: 'html', value: '<!-- a -->' }, text('<!-- b')),
    ]);
  });

  it.each([
    ['emphasis', '*a '.repeat(20_000) + 'b* '.repeat(20_000)],
    ['images', '!['.repeat(20_000) + '](u)'.repeat(20_000)],
  ])('makes no tree of %s that is too deep to walk', (_, source) => {
    const deepest = (nodes: readonly Nodes[], depth: number): number =>
      Math.max(depth, ...nodes.map(node => ('children' in node ? deepest(node.children, depth + 1) : depth)));
    expect(deepest(parseMarkdown(source).children, 0)).toBeLessThan(300);
  });

  it('links bare addresses of http, https, www and mail, and nothing else', () => {
    const links = parseMarkdown(
      'http://a.example/x_y_z https://b.example/ä ops@c.example ftp://d.example //e.example deploy.sh www.f.example/g?h. www.',
    )
      .children.flatMap(n => (n.type === 'paragraph' ? n.children : []))
      .filter(n => n.type === 'link')
      .map(n => [n.url, texts(n).join('')]);
    expect(links).toEqual([
      ['http://a.example/x_y_z', 'http://a.example/x_y_z'],
      ['https://b.example/%C3%A4', 'https://b.example/ä'],
      ['mailto:ops@c.example', 'ops@c.example'],
      ['http://www.f.example/g?h', 'www.f.example/g?h'],
    ]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('keeps a link to %s as text', target => {
    expect(tree(`[a](${target})`)).toEqual([paragraph(text(`[a](${target})`))]);
  });
});

describe('strikethrough', () => {
  const struck = (...children: readonly unknown[]) => ({ type: 'delete', children });

  it('is one tilde or two on each side, and nests with emphasis', () => {
    expect(tree('~a~ ~~b *c*~~ **~d~**')).toEqual([
      paragraph(
        struck(text('a')),
        text(' '),
        struck(text('b '), { type: 'emphasis', children: [text('c')] }),
        text(' '),
        { type: 'strong', children: [struck(text('d'))] },
      ),
    ]);
  });

  it.each(['10~20 and 30~40', 'in ~5 or ~10 minutes', 'x ~~~a~~~ b', 'x ~~a~ b', 'x ~a~~ b', '~', '`~a~`x', '~ a ~'])(
    'is not in %j',
    source => {
      expect(JSON.stringify(parseMarkdown(source))).not.toContain('"delete"');
      expect(texts(parseMarkdown(source)).join('')).toBe(source.replaceAll('`', ''));
    },
  );
});
