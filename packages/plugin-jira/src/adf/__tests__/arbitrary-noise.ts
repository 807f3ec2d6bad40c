import fc from 'fast-check';
import { numbered, word } from './arbitrary-inline.ts';

const signs = [
  ...[
    '*',
    '**',
    '_',
    '~',
    '~~',
    '`',
    '```',
    '\n```ts\n',
    '|',
    '|-|-|\n',
    '\n|',
    '[',
    '](',
    ']',
    ')',
    '![',
    '[^1]',
    '\n[^1]: ',
  ],
  ...[
    '<',
    '>',
    '</',
    '<br>',
    '<details>',
    '</details>',
    '<summary>',
    '</summary>',
    '<!--',
    '-->',
    '<b>',
    '&',
    '&amp;',
    '&#0;',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '    ',
    '  \n',
    '\\',
    '\n- ',
    '\n1. ',
    '\n- [ ] ',
    '[x] ',
    '\n# ',
    '\n> ',
    '[!NOTE]\n',
  ],
  ...[
    '\n---\n',
    '\n===\n',
    '\n[r]: https://x.example\n',
    '[r]',
    'https://x.example',
    'mailto:',
    'www.',
    '@',
    ':',
    '.',
    '"',
    "'",
  ],
  ...['\u0000', '\u001b', '\ufeff', '\ud83d', '\ude00', '\uffff', '\u2028', word, word, word, 'a', '0', '日', '😀'],
];

/** Text of any kind: what no author writes and every parser meets. */
export const arbitraryNoise = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...signs), { maxLength: 60, size: 'max' }).map(all => numbered(all.join(''))),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200, size: 'max' }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ max: 0xffff, min: 0 }), { maxLength: 100, size: 'max' })
      .map(units => String.fromCharCode(...units)),
  },
);
