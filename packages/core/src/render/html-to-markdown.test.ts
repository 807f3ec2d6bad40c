import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';

describe('htmlToMarkdown', () => {
  it('turns the blocks of a page into Markdown', () => {
    const html = `<!doctype html><html><head><title>T</title></head><body>
      <h1>Root cause &amp; fix</h1>
      <p>x <b>bold</b> <i>it</i> <s>old</s> <code>a|b</code><br>y <a href="https://x.example">l</a> <img src="u" alt="pic"></p>
      <ul><li><input type="checkbox" checked> done<li>plain<ol start="3"><li>n</ol></ul>
      <pre><code class="language-ts">let a;\nb</code></pre>
      <blockquote>q</blockquote></body></html>`;
    expect(htmlToMarkdown(html)).toBe(
      [
        '# Root cause & fix\n',
        'x **bold** *it* ~~old~~ `a|b`\\\ny [l](https://x.example) ![pic](u)\n',
        '- [x] done\n- plain\n\n  3. n\n',
        '```ts\nlet a;\nb\n```\n',
        '> q\n',
      ].join('\n'),
    );
  });

  it('keeps a table and its caption', () => {
    const html = '<table><caption>Hosts <b>now</b></caption><tr><th>H<th>I<tr><td>a<td>b|c</table>';
    expect(htmlToMarkdown(html)).toBe('Hosts **now**\n\n| H | I    |\n| - | ---- |\n| a | b\\|c |\n');
  });

  it('drops scripts, styles and comments', () => {
    expect(htmlToMarkdown('<style>p{}</style><p>a</p><script>alert(1)</script><!-- c -->')).toBe('a\n');
  });

  it('keeps the text of elements that Markdown has no sign for', () => {
    expect(htmlToMarkdown('<details><summary>S</summary>more</details><menu><li>m</menu><dialog>d</dialog>')).toBe(
      'S\n\nmore\n\n- m\n\nd\n',
    );
  });

  it('writes nothing for nothing', () => {
    expect(htmlToMarkdown('')).toBe('');
  });

  it('hands back what is nested too deep to be walked', () => {
    const html = `${'<div>'.repeat(20_000)}text`;
    expect(htmlToMarkdown(html)).toBe(html);
  });
});
