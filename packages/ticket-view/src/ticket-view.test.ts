import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { adfContent } from './adf-content.ts';
import { journalContent } from './journal-content.ts';
import { markdownContent } from './markdown-content.ts';
import { wikiContent } from './wiki-content.ts';

const journal = (entry: string): string => toHtml(journalContent(entry));
const adf = (...content: unknown[]): string => toHtml(adfContent({ type: 'doc', version: 1, content }));
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks });

describe('a journal entry', () => {
  it('is HTML between its code tags, and text everywhere else', () => {
    expect(journal('1 < 2\n[code]<p>Now <strong>mended</strong>.</p>[/code]')).toBe(
      '<div class="text">1 &#x3C; 2\n</div><div class="rich"><p>Now <strong>mended</strong>.</p></div>',
    );
    expect(journal('[code]<p>never closed')).toBe('<div class="text">[code]&#x3C;p>never closed</div>');
  });

  it.each([
    ['<script>alert(1)</script>a', 'a'],
    ['<style>*{display:none}</style>a', 'a'],
    ['<b onclick="alert(1)" style="color:red">a</b>', '<b>a</b>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="https://a.example/">a</a>', '<a href="https://a.example/">a</a>'],
    ['<img src="https://a.example/x.png" alt="graph">', '[graph]'],
    ['<iframe src="https://a.example/"></iframe><form action="/x"><button>a</button></form>', 'a'],
    ['<input type="checkbox" checked disabled>a', '☑ a'],
    ['<h1>a</h1>', '<h3>a</h3>'],
  ])('keeps of %s what neither runs nor loads', (html, expected) => {
    expect(journal(`[code]${html}[/code]`)).toBe(`<div class="rich">${expected}</div>`);
  });
});

describe('a document of Jira', () => {
  it('shows its text as text, whatever it looks like', () => {
    expect(adf({ type: 'paragraph', content: [text('<script>alert(1)</script>')] })).toBe(
      '<p>&#x3C;script>alert(1)&#x3C;/script></p>',
    );
  });

  it('shows marks, and links only where they lead somewhere', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href } });
    const content = [
      text('a', { type: 'strong' }, { type: 'em' }),
      text('b', link('https://a.example/')),
      text('c', link('javascript:alert(1)')),
      text('d', { type: 'textColor', attrs: { color: 'red' } }),
      text('2', { type: 'subsup', attrs: { type: 'sup' } }),
    ];
    expect(adf({ type: 'paragraph', content })).toBe(
      '<p><em><strong>a</strong></em><a href="https://a.example/">b</a>cd<sup>2</sup></p>',
    );
  });

  it('shows lists, code, tables and tasks', () => {
    const item = { type: 'listItem', content: [{ type: 'paragraph', content: [text('a')] }] };
    expect(adf({ type: 'orderedList', attrs: { order: 3 }, content: [item] })).toBe(
      '<ol start="3"><li><p>a</p></li></ol>',
    );
    expect(adf({ type: 'codeBlock', content: [text('a < b')] })).toContain('<code>a &#x3C; b</code>');
    const row = { type: 'tableRow', content: [{ type: 'tableHeader', content: [text('a')] }] };
    expect(adf({ type: 'table', content: [row] })).toContain('<tbody><tr><th>a</th></tr></tbody>');
    const task = { type: 'taskItem', attrs: { state: 'DONE' }, content: [text('a')] };
    expect(adf({ type: 'taskList', content: [task] })).toBe('<ul class="tasks"><li>☑ a</li></ul>');
  });

  it('shows what is in a node and in a mark that is not known', () => {
    expect(adf({ type: 'constructor', content: [text('a', { type: 'constructor' })] })).toBe('a');
  });
});

describe('wiki markup', () => {
  it.each([
    ['h2. Cause', '<h4>Cause</h4>'],
    ['<b>a</b> & c', '<p>&#x3C;b>a&#x3C;/b> &#x26; c</p>'],
    ['one\ntwo \\\\ three\n\nfour', '<p>one<br>two <br> three</p><p>four</p>'],
    ['*a _b_* -c- foo{*}bar{*}baz', '<p><strong>a <em>b</em></strong> <s>c</s> foo<strong>bar</strong>baz</p>'],
    ['2*3*4 a_b_c \\*x\\* - y -', '<p>2*3*4 a_b_c *x* - y -</p>'],
    ['{{a\\{b\\} *c*}}', '<p><code>a{b} *c*</code></p>'],
    ['[a *b*|https://a.example/x]', '<p><a href="https://a.example/x"><span>a <strong>b</strong></span></a></p>'],
    ['[https://a.example/]', '<p><a href="https://a.example/"><span>https://a.example/</span></a></p>'],
    ['[a|javascript:alert(1)]', '<p><span>a</span></p>'],
    ['* a\n** b\n**# c\n* d', '<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>'],
    ['a\n----\nb', '<p>a</p><hr><p>b</p>'],
    ['{quote}\na *b*\n{quote}', '<blockquote><p>a <strong>b</strong></p></blockquote>'],
    ['bq. a', '<blockquote>a</blockquote>'],
    ['{noformat}h1. {a}{noformat}', '<pre tabindex="0" role="group" aria-label="Code"><code>h1. {a}</code></pre>'],
    ['{panel:title=A|x=y}\nb\n{panel}', '<section class="panel"><p><strong>A</strong></p><p>b</p></section>'],
  ])('%j looks as a person of Jira sees it', (markup, html) => {
    expect(toHtml(wikiContent(markup))).toBe(html);
  });

  it('keeps code as it is, and cells whose pipes are escaped', () => {
    expect(toHtml(wikiContent('{code:js}\nlet x = {a};\n\n* <b>\n{code}\nb'))).toBe(
      '<pre tabindex="0" role="group" aria-label="Code"><code>let x = {a};\n\n* &#x3C;b></code></pre><p>b</p>',
    );
    expect(toHtml(wikiContent('|| a || b\\|c ||\n| 1 | *2* |'))).toContain(
      '<tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td><strong>2</strong></td></tr>',
    );
  });
});

describe('Markdown', () => {
  it.each([
    ['# a', '<h3>a</h3>'],
    ['**a** <script>alert(1)</script>', '<p><strong>a</strong> &#x3C;script>alert(1)&#x3C;/script></p>'],
    ['<img src=x onerror=alert(1)>', '&#x3C;img src=x onerror=alert(1)>'],
    ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    ['![graph](https://a.example/x.png)', '<p>[graph]</p>'],
  ])('%j is what its reader sees, and its HTML is text', (markdown, html) => {
    expect(toHtml(markdownContent(markdown))).toBe(html);
  });

  it('has tables and code that scroll by themselves, as HTML between code tags has', () => {
    expect(toHtml(markdownContent('|a|\n|-|\n|1|'))).toContain('<div class="scroll" tabindex="0"');
    expect(toHtml(markdownContent('```\na\n```'))).toContain(
      '<pre tabindex="0" role="group" aria-label="Code"><code>a',
    );
    expect(journal('[code]<pre>a</pre>[/code]')).toContain('<pre tabindex="0" role="group" aria-label="Code">a</pre>');
  });
});
