import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { readPlainHtml } from './read-plain-html.ts';

/** A tree without what only tells where it was read. */
function bare(node: Nodes): object {
  const { position: _, data: __, ...rest } = node;
  return 'children' in rest ? { ...rest, children: rest.children.map(bare) } : rest;
}

const asBrowsersDo = (html: string) => bare(fromHtml(html, { fragment: true }));

it.each([
  ['paragraphs', '<p>One, <strong>two <em>and</em></strong> <code>a > b</code>.<br>Three</p><p></p><hr>'],
  ['headings', '<h1>A</h1><h2>B <sup>1</sup></h2>text<h6><del>C</del></h6>'],
  ['lists', '<ul>\n<li>One<ul><li><p>Two</p></li></ul></li>\n</ul><ol><li>Three</li></ol>'],
  ['quotes and code', '<blockquote><p>Q</p><pre><code>if (a &#x3C; b &amp;&amp; c)\n  d;</code></pre></blockquote>'],
  ['links', '<p><a href="https://x.example/?a=1&#x26;b=&quot;2">x</a></p><a href="">y</a>'],
])('reads %s as a browser would', (_, html) => {
  expect(readPlainHtml(html)).toEqual(asBrowsersDo(html));
});

it.each([
  ['an element that is not closed', '<p>a'],
  ['one that ends too early', '<p><em>a</p></em>'],
  ['a block in a paragraph', '<p><ul><li>a</li></ul></p>'],
  ['a link in a link', '<a href="1"><em><a href="2">x</a></em></a>'],
  ['a mark inside itself', '<em><strong><em>x</em></strong></em>'],
  ['an item without its list', '<li>a</li>'],
  ['a table', '<table><tr><td>a</td></tr></table>'],
  ['other attributes', '<p class="a">x</p>'],
  ['an address of what is no link', '<p href="a">x</p>'],
  ['a reference by another name', '<p>a&nbsp;b</p>'],
  ['a reference to no character', '<p>&#x0;&#x80;&#xd800;</p>'],
  ['a reference without its end', '<p>&amp b &#x3c</p>'],
  ['code that begins with an empty line', '<pre>\na</pre>'],
  ['a carriage return', '<p>a\r\nb</p>'],
  ['capitals', '<P>a</P>'],
  ['comments', '<!-- a -->'],
  ['a lonely sign', 'a < b'],
  ['elements that somebody has nested without end', '<blockquote>'.repeat(100_000)],
])('leaves %s to a parser', (_, html) => {
  expect(readPlainHtml(html)).toBeUndefined();
});

describe('whatever it reads', () => {
  const names = [
    'p',
    'em',
    'strong',
    'code',
    'a',
    'ul',
    'ol',
    'li',
    'pre',
    'h2',
    'blockquote',
    'br',
    'hr',
    'del',
    'td',
  ];
  const texts = ['a', ' ', '\n', '&', '&amp;', '&#x3C;', '&#x91;', '<', '>', '"', '<a href="b&#x26;c">', '<p >', 'ü😀'];
  const pieces = fc.constantFrom(...names.flatMap(name => [`<${name}>`, `</${name}>`]), ...texts);

  it('is the tree of a browser, on random pieces', () => {
    const html = fc.array(pieces, { maxLength: 12 }).map(all => all.join(''));
    fc.assert(
      fc.property(html, text => sameTree(text)),
      { numRuns: 3_000 },
    );
  });

  it('is the tree of a browser, on random trees', () => {
    const { node } = fc.letrec(tie => ({
      node: fc.oneof(
        { depthSize: 'small' },
        pieces.filter(one => !one.startsWith('<')),
        tie('element'),
      ),
      element: fc
        .tuple(fc.constantFrom(...names), fc.array(tie('node'), { maxLength: 4 }))
        .map(([name, all]) => (['br', 'hr'].includes(name) ? `<${name}>` : `<${name}>${all.join('')}</${name}>`)),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), all => sameTree(all.join(''))),
      { numRuns: 3_000 },
    );
  });

  function sameTree(html: string): void {
    const tree = readPlainHtml(html);
    if (tree) expect(tree).toEqual(asBrowsersDo(html));
  }
});
