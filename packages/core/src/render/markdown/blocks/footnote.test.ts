import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../parse-markdown.ts';
import { paragraph, text, tree } from '../__tests__/tree-shapes.ts';

describe('footnotes', () => {
  const note = (label: string, ...children: unknown[]) => ({
    type: 'footnoteDefinition',
    identifier: label.toLowerCase(),
    label,
    children,
  });

  it('reads references and definitions, also with several blocks and inside a quote', () => {
    expect(
      tree('a[^1] b[^Long]\n\n[^1]: one\nlazy\n[^Long]: two\n\n    ```\n    code\n    ```\n\nafter\n\n> [^q]: three'),
    ).toEqual([
      paragraph(text('a'), { type: 'footnoteReference', identifier: '1', label: '1' }, text(' b'), {
        type: 'footnoteReference',
        identifier: 'long',
        label: 'Long',
      }),
      note('1', paragraph(text('one\nlazy'))),
      note('Long', paragraph(text('two')), { type: 'code', lang: null, meta: null, value: 'code' }),
      paragraph(text('after')),
      { type: 'blockquote', children: [note('q', paragraph(text('three')))] },
    ]);
  });

  it('keeps a reference without definition as text, and an empty definition', () => {
    expect(tree('a[^1] [^2]\n\n[^2]:\n\nb')).toEqual([
      paragraph(text('a[^1] '), { type: 'footnoteReference', identifier: '2', label: '2' }),
      note('2'),
      paragraph(text('b')),
    ]);
  });

  it('carries nothing over from one document to the next', () => {
    parseMarkdown('[^1]: one\n\n[r]: https://r.example');
    expect(tree('[^1] [r]')).toEqual([paragraph(text('[^1] [r]'))]);
  });
});
