import fc from 'fast-check';

/** Stands for a word: each is numbered when the document is complete, so that a test can find it again. */
const word = '§';

const inline = fc.constantFrom(
  ...[word, `**${word}**`, `*${word} ${word}*`, `~~${word}~~`, `\`${word}\``, `**${word} \`${word}\` *${word}***`],
  ...[`[${word}](https://x.example)`, `[${word} \`${word}\`](https://x.example "t")`, `[${word}](../file)`],
  ...[`![${word}](https://x.example/i.png)`, `![${word}](i.png)`, `[![${word}](i.png)](https://x.example)`],
  ...[
    `${word}<br>${word}`,
    `<kbd>${word}</kbd>`,
    `${word} &amp; \\* ${word}`,
    `<!-- -->${word}`,
    '<br>',
    `${word}[^n]`,
  ],
);

const separator = fc.constantFrom(' ', '\n', '  \n', '\\\n');

const text = fc
  .array(fc.tuple(inline, separator), { minLength: 1, maxLength: 4 })
  .map(parts => parts.map(([one, after], index) => (index === parts.length - 1 ? one : one + after)).join(''));

const cells = fc.array(inline, { minLength: 1, maxLength: 4 }).map(row => `| ${row.join(' | ')} |`);

const table = fc
  .tuple(inline, inline, fc.array(cells, { maxLength: 3 }))
  .map(([one, other, rows]) => [`| ${one} | ${other} |`, '|:-:|---|', ...rows].join('\n'));

const tasks = fc
  .array(fc.tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom('[ ]', '[x]'), inline), {
    minLength: 1,
    maxLength: 5,
  })
  .map(items => items.map(([indent, box, one]) => `${indent}- ${box} ${one}`).join('\n'));

const leaf = fc.oneof(
  text,
  tasks,
  fc.tuple(fc.integer({ min: 1, max: 6 }), inline).map(([level, one]) => `${'#'.repeat(level)} ${one}`),
  fc.constantFrom('***', `\`\`\`ts x\n${word}\n\n  ${word}\n\`\`\``, '```\n```', `<div>\n${word}\n</div>`, '<!-- -->'),
  table,
);

const { blocks } = fc.letrec<{ block: string; blocks: string; list: string }>(tie => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map(all => all.join('\n\n')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('list'),
    fc
      .tuple(fc.constantFrom('', '[!NOTE]\n', '[!CAUTION]\n'), tie('blocks'))
      .map(([head, all]) => prefixed(head + all, '> ', '> ')),
    tie('blocks').map(all => `<details>\n<summary>${word}</summary>\n\n${all}\n\n</details>`),
  ),
  list: fc
    .tuple(
      fc.constantFrom('- ', '0. ', '7. '),
      fc.array(fc.tuple(fc.constantFrom('', '', '[ ] ', '[x] '), tie('blocks')), { minLength: 1, maxLength: 3 }),
    )
    .map(([marker, items]) =>
      items.map(([box, all]) => prefixed(box + all, marker, ' '.repeat(marker.length))).join('\n'),
    ),
}));

/** Markdown of real constructs in any nesting, in which each word is there once: `word1`, `word2` … in reading order. */
export const arbitraryMarkdown = blocks.map(source => {
  let last = 0;
  return `${source}\n\n[^n]: ${word}\n`.replaceAll(word, () => {
    last += 1;
    return `word${last}`;
  });
});

function prefixed(source: string, first: string, rest: string): string {
  return source.replace(/^/gm, rest).replace(rest, first);
}
