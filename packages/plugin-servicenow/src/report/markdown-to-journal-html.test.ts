import { describe, expect, it } from 'vitest';
import { dangersIn, insideOf } from './__tests__/dangers-in.ts';
import { markdownToJournalHtml } from './markdown-to-journal-html.ts';

const html = (...lines: readonly string[]) => insideOf(markdownToJournalHtml(lines.join('\n')));

it.each([
  [
    'a table with lines',
    '|a|b|\n|-|-:|\n|1|2|3|',
    '<table border="1" cellpadding="4" cellspacing="0"><thead><tr><th>a</th><th align="right">b</th><th></th></tr></thead><tbody><tr><td>1</td><td align="right">2</td><td>3</td></tr></tbody></table>',
  ],
  [
    'code to the character, its line ends as breaks',
    '```sql\nselect 1  \n\n  from t\n```',
    '<pre><code>select 1  <br><br>  from t</code></pre>',
  ],
  ['soft and hard line ends', 'a\nb  \nc', '<p>a b<br>c</p>'],
  ['tasks with signs', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>'],
  ['numbers from where they start', '7. a\n8. b', '<ol start="7"><li>a</li><li>b</li></ol>'],
  ['a quote in a list', '- a\n\n  > b', '<ul><li><p>a</p><blockquote><p>b</p></blockquote></li></ul>'],
  ['a footnote without ids', 'a[^n]\n\n[^n]: b\n', '<p>a<sup>[1]</sup></p><p><sup>[1]</sup> b</p>'],
  [
    'an image as a link: looking at an incident fetches nothing',
    '![graph](https://x.example/i.png)',
    '<p><a href="https://x.example/i.png">graph</a></p>',
  ],
  [
    'an image in a link as its text',
    '[![graph](i.png)](https://x.example)',
    '<p><a href="https://x.example">graph</a></p>',
  ],
  ['a file in a page as its name', '![graph](data:image/png;base64,AAAA)', '<p>graph</p>'],
  [
    'no link into the instance',
    '[a](/logout.do) [b](https:logout.do) [c](//x.example)',
    '<p>a (/logout.do) b (https:logout.do) c (//x.example)</p>',
  ],
  ['an escape sequence as its symbol', '`\u001b[31mred`', '<p><code>␛[31mred</code></p>'],
  ['raw HTML as it was written', '<b onclick="x">a</b><!-- b --><br>c', '<p>&#x3C;b onclick="x">a&#x3C;/b><br>c</p>'],
])('shows %s', (_what, markdown, shown) => {
  expect(html(markdown)?.replaceAll('&#91;', '[').replaceAll('&#93;', ']')).toBe(shown);
});

it('has no square bracket of the text inside, so that nothing can end it', () => {
  expect(markdownToJournalHtml('[/code] \\[co**de**] &#91;/code&#93; `[code]`')).toBe(
    '[code]<p>&#91;/code&#93; &#91;co<strong>de</strong>&#93; &#91;/code&#93; <code>&#91;code&#93;</code></p>[/code]',
  );
});

describe('a bound', () => {
  const rows = Array.from({ length: 100 }, (_, row) => `| ${row} | **bold** |`);
  const report = ['| n | text |', '|--:|---|', ...rows].join('\n');
  const fullAnalysisUrl = 'https://rca.example.com/jobs/1';

  it('counts the markup, cuts between rows and leaves no element open', () => {
    const entry = markdownToJournalHtml(report, { maxCharacters: 2000, fullAnalysisUrl });
    expect(entry.length).toBeLessThanOrEqual(2000);
    expect(entry.length).toBeGreaterThan(1400);
    expect(dangersIn(entry)).toEqual([]);
    expect(entry).toMatch(
      /<\/td><\/tr><\/tbody><\/table><hr><p>The report is longer than this field takes and was cut here\. <a href="https:\/\/rca\.example\.com\/jobs\/1">Read the full analysis<\/a><\/p>\[\/code\]$/,
    );
  });

  it('leaves alone what fits to the character', () => {
    const whole = markdownToJournalHtml(report);
    expect(markdownToJournalHtml(report, { maxCharacters: whole.length })).toBe(whole);
  });
});
