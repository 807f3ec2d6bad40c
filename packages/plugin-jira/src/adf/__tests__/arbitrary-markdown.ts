import fc from 'fast-check';
import { inline, numbered, word } from './arbitrary-inline.ts';

const separator = fc.constantFrom(' ', '', '\n', '  \n', '\\\n', '\t', '\n    ');

const text = fc
  .array(fc.tuple(inline, separator), { minLength: 1, maxLength: 3 })
  .map(parts => parts.map(([one, after], index) => (index === parts.length - 1 ? one : one + after)).join(''));

const row = fc.array(inline, { minLength: 1, maxLength: 3 }).map(cells => `| ${cells.join(' | ')} |`);

const table = fc
  .tuple(inline, inline, fc.constantFrom('|:-:|---|', '---|--:', '|:--|:-:|', '|-|'), fc.array(row, { maxLength: 2 }))
  .map(([one, other, line, rows]) => [`| ${one} | ${other} |`, line, ...rows].join('\n'));

const tasks = fc
  .array(fc.tuple(fc.constantFrom('', '', '  ', '    '), fc.constantFrom('[ ] ', '[x] ', '[X] ', ''), inline), {
    minLength: 1,
    maxLength: 4,
  })
  .map(items => items.map(([indent, box, one]) => `${indent}- ${box}${one}`).join('\n'));

const heading = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 7 }), inline).map(([level, one]) => `${'#'.repeat(level)} ${one}`),
  inline.map(one => `${one}\n===`),
);

const verbatim = fc.constantFrom(
  ...[
    '***',
    `\`\`\`ts x="y"\n${word}\n\n  ${word}\n\`\`\``,
    '```\n```',
    `~~~~c++ {1}\n${word}\n\`\`\`\n~~~`,
    `    ${word}`,
  ],
  ...[
    `<div>\n${word}\n</div>`,
    `<div\n${word}`,
    '<!-- -->',
    `<!-- \n-->\n${word}`,
    `<pre>\n\n${word}</pre>`,
    '#',
    '-',
    '>',
  ],
  ...[
    `<details>\n\n${word}`,
    `</details>\n\n${word}`,
    `<details open><summary>${word} <b>${word}</b></summary>${word}</details>`,
  ],
  ...[`<details>\n${word}\n</details>\n${word}`, `<details><details>\n\n</details>`, `[x]: ${'y'.repeat(500)}`],
  ...[
    `${'a'.repeat(1000)} ${word}`,
    `${word} `.repeat(9),
    `- - 1. - ${word}`,
    `- ${word}\n* ${word}\n+ ${word}`,
    `1000000. ${word}`,
  ],
);

const leaf = fc.oneof(text, tasks, heading, verbatim, table);

const marker = fc.constantFrom('- ', '* ', '0. ', '7. ', '999999999. ', '-   ');
const box = fc.constantFrom('', '', '[ ] ', '[x] ');
const alert = fc.constantFrom(
  '',
  '',
  '[!NOTE]\n',
  '[!tip]\n',
  '[!IMPORTANT]\n\n',
  '[!Warning]\n',
  '[!CAUTION] ',
  '[!OTHER]\n',
);

const around = fc.oneof(
  alert.map(head => (inside: string) => prefixed(head + inside, '> ', '> ')),
  fc.tuple(marker, box).map(
    ([sign, tick]) =>
      (inside: string) =>
        prefixed(tick + inside, sign, ' '.repeat(sign.length)),
  ),
  fc.constant((inside: string) => `<details>\n<summary>${word}</summary>\n\n${inside}\n\n</details>`),
);

const { blocks } = fc.letrec<{ block: string; blocks: string; list: string }>(tie => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map(all => all.join('\n\n')),
  block: fc.oneof(
    { depthSize: 'xsmall', withCrossShrink: true },
    leaf,
    tie('list'),
    fc.tuple(around, tie('blocks')).map(([wrap, all]) => wrap(all)),
  ),
  list: fc
    .tuple(marker, fc.array(fc.tuple(box, tie('blocks')), { minLength: 1, maxLength: 2 }))
    .map(([sign, items]) => items.map(([tick, all]) => prefixed(tick + all, sign, ' '.repeat(sign.length))).join('\n')),
}));

const deep = fc
  .tuple(fc.array(around, { minLength: 3, maxLength: 9 }), leaf)
  .map(([wraps, one]) => wraps.reduce((inside, wrap) => wrap(inside), one));

/** Markdown of real constructs in any nesting, in which each word is there once: `word1`, `word2` … in reading order. */
export const arbitraryMarkdown = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: blocks }, { weight: 1, arbitrary: deep }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([source, lineEnd]) =>
    numbered(
      `${source}\n\n[^n]: ${word}\n\n    - ${word}\n\n[^unused]: ${word}\n\n[r]: https://r.example\n`,
    ).replaceAll('\n', lineEnd),
  );

function prefixed(source: string, first: string, rest: string): string {
  return source.replace(/^/gm, rest).replace(rest, first);
}
