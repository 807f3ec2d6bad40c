import { describe, expect, it } from 'vitest';
import { adf, br, link, paragraph, text } from './__tests__/adf-shapes.ts';

describe('inline text', () => {
  it('carries strong, emphasis and strike, alone and together', () => {
    expect(adf('**a *b*** ~~c~~')).toEqual([
      paragraph(text('a ', 'strong'), text('b', 'strong', 'em'), ' ', text('c', 'strike')),
    ]);
  });

  it('never puts a mark on a text twice', () => {
    expect(adf('**a __b__** *c _d_*')).toEqual([paragraph(text('a b', 'strong'), ' ', text('c d', 'em'))]);
  });

  it('combines code with a link and with nothing else', () => {
    expect(adf('**a `b`** [`c` d](https://x.example)')).toEqual([
      paragraph(
        text('a ', 'strong'),
        text('b', 'code'),
        ' ',
        text('c', 'code', link('https://x.example')),
        text(' d', link('https://x.example')),
      ),
    ]);
  });

  it('joins soft breaks with a space and keeps hard ones', () => {
    expect(adf('a', 'b  ', 'c<br>d<br/>', '', '<br>')).toEqual([paragraph('a b', br, 'c', br, 'd')]);
  });

  it('decodes entities and shows inline HTML as text, without comments', () => {
    expect(adf('a &amp; &lt;b&gt; <kbd>c</kbd><!-- d -->')).toEqual([paragraph('a & <b> <kbd>c</kbd>')]);
  });

  it.each([
    'https://x.example/a_b',
    'http://x.example',
    'mailto:ops@x.example',
    'HTTPS://x.example',
    'MailTo:ops@x.example',
  ])('links to %s', url => {
    expect(adf(`[a](${url} "t") <${url}>`)).toEqual([paragraph(text('a', link(url, 't')), ' ', text(url, link(url)))]);
  });

  it.each(['ftp://x.example', '#part', '../file.md', 'tel:1', 'https:'])('shows the target %s as text', url => {
    expect(adf(`[a](${url})`)).toEqual([paragraph(`a (${url})`)]);
  });

  it('shows a script link as it was written, and a link without text by its target', () => {
    expect(adf('[a](javascript:b) [](https://x.example) [](#c)')).toEqual([
      paragraph('[a](javascript:b) ', text('https://x.example', link('https://x.example')), ' #c'),
    ]);
  });

  it('shows an image as a link that reads as its alternative text', () => {
    expect(
      adf('![a](https://x.example/i.png) ![](https://x.example/j.png) ![c](d.png) ![e](data:image/png;base64,A)'),
    ).toEqual([
      paragraph(
        text('a', link('https://x.example/i.png')),
        ' ',
        text('https://x.example/j.png', link('https://x.example/j.png')),
        ' c (d.png) e (data:image/png)',
      ),
    ]);
  });

  it('keeps the title of what cannot be a link', () => {
    expect(adf('[a](b "t") [](b "t") [b](b "t") ![](b "t") ![a](b "t")')).toEqual([
      paragraph('a (b "t") b "t" b ("t") b "t" a (b "t")'),
    ]);
  });

  it('keeps both addresses of an image in a link', () => {
    expect(adf('[![a](https://i.example)](https://x.example)')).toEqual([
      paragraph(text('a', link('https://x.example')), ' (https://i.example)'),
    ]);
  });
});
