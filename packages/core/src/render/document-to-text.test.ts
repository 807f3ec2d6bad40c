import { describe, expect, it } from 'vitest';
import { documentToText } from './document-to-text.ts';
import { parseMarkdown } from './parse-markdown.ts';

function text(...lines: readonly string[]): string {
  return documentToText(parseMarkdown(lines.join('\n')));
}

describe('blocks', () => {
  it('underlines headings, each of the first three levels in its own way', () => {
    expect(text('# Root **cause**', 'text', '## Two', '### Three', '###### Six')).toBe(
      'Root cause\n==========\n\ntext\n\nTwo\n---\n\nThree\n~~~~~\n\nSix\n~~~\n',
    );
  });

  it('draws no line that a mail would break', () => {
    expect(text(`# ${'word '.repeat(30)}`).split('\n')[1]).toBe('='.repeat(60));
  });

  it('indents lists under their markers and writes task items as boxes', () => {
    expect(text('- a', '  b', '  1. c', '  2. d', '- [ ] e', '  - f', '- [x] g', '', '9. h', '10. i')).toBe(
      ['- a', '  b', '  1. c', '  2. d', '[ ] e', '    - f', '[x] g', '', '9. h', '10. i', ''].join('\n'),
    );
  });

  it('puts empty lines between the blocks of spread lists', () => {
    expect(text('- a', '', '  b', '', '- c')).toBe('- a\n\n  b\n\n- c\n');
  });

  it('keeps an item without text and numbers from zero', () => {
    expect(text('0.', '1. [x] a')).toBe('0.\n1. [x] a\n');
  });

  it('fences code, and leaves it as it was, the spaces at its line ends too', () => {
    expect(text('```ts', 'let a;  ', '', '  b\t', '```', 'c')).toBe('```\nlet a;  \n\n  b\t\n```\n\nc\n');
    expect(text('- a', '', '      b  ')).toBe('- a\n\n  ```\n  b  \n  ```\n');
  });

  it('fences code that has fences by longer ones', () => {
    expect(text('~~~~', '```', 'a', '````', '~~~~', '', '```', '```')).toBe('`````\n```\na\n````\n`````\n\n```\n```\n');
  });

  it('marks each line of a quote', () => {
    expect(text('> a', '>', '> > b', '> - c')).toBe('> a\n>\n> > b\n>\n> - c\n');
  });

  it('keeps raw HTML, breaks at <br> and leaves comments out', () => {
    expect(
      text('<details>', '<summary>S</summary>', '', 'a<br>b <kbd>c</kbd> <!-- d --><!-->', '', '<!-- e -->', '', '---'),
    ).toBe('<details>\n<summary>S</summary>\n\na\nb <kbd>c</kbd>\n\n---\n');
  });
});

describe('tables', () => {
  it('aligns the columns, numbers to the right', () => {
    expect(text('| Host | Errors |', '|--|-:|', '| `a\\|b` | 7 |', '| checkout-api | 18234 |  more |')).toBe(
      [
        'Host         | Errors |',
        '-------------+--------+-----',
        'a|b          |      7 |',
        'checkout-api |  18234 | more',
        '',
      ].join('\n'),
    );
  });

  it('becomes one line a cell when it is wider than 100 characters', () => {
    const long = 'word '.repeat(25).trim();
    expect(text('| Host | Note | |', '|--|--|--|', `| a | ${long} | x |`, '| b | | |')).toBe(
      `Host: a\nNote: ${long}\nx\n\nHost: b\nNote:\n`,
    );
  });
});

describe('inline text', () => {
  it('writes links and images with their targets, once', () => {
    const targets = '[a](https://x.example) https://y.example/ä <ops@x.example> [**b**](#c) ![d](e.png) ![](f.png)';
    expect(text(targets)).toBe('a (https://x.example) https://y.example/ä ops@x.example b (#c) d (e.png) f.png\n');
  });

  it('leaves markup out, apart from struck text', () => {
    expect(text('*a* **b** ~~c~~ `d_e`  ', 'f &amp; g')).toBe('a b ~~c~~ d_e\nf & g\n');
  });

  it('shortens embedded images to their type', () => {
    expect(text('![a](data:image/png;base64,AAAA)')).toBe('a (data:image/png)\n');
  });
});

describe('footnotes', () => {
  it('numbers them in the order of the text, and lists them all at the end', () => {
    expect(
      text(
        'a[^z] b[^y] c[^z]',
        '',
        '[^y]: two[^x]',
        '',
        '    more',
        '[^z]: one',
        '[^x]: three',
        '[^w]: unused',
        '',
        'd',
      ),
    ).toBe('a[1] b[2] c[1]\n\nd\n\n[1] one\n\n[2] two[3]\n\n    more\n\n[3] three\n\n[4] unused\n');
  });
});

it('writes nothing for an empty document', () => {
  expect([text(''), text('<!-- only a comment -->')]).toEqual(['', '']);
});
