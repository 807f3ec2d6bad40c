import fc from 'fast-check';

/** Stands for a word: each is numbered when the document is complete, so that a test can find it again. */
const word = '§';

/** Tries to open or end the HTML of an entry. */
const attacks = [
  ...[
    '[code]',
    '[/code]',
    '[CODE]',
    '[/Code]',
    '[ code ]',
    '[/ code]',
    '\\[/code\\]',
    '&#91;/code&#93;',
    '&lbrack;code]',
  ],
  ...[
    '[co**de**]',
    '[/c`od`e]',
    '[/co<b></b>de]',
    '［/code］',
    '[\u200b/code]',
    '[/co\u00adde]',
    '[/c\u043ede]',
    '`[/code]`',
  ],
  ...['[x](https://x.example "[/code]")', '[x](https://x.example/[/code])', '![[/code]](https://x.example/i.png)'],
  ...[
    '[[/code]](https://x.example)',
    '<https://x.example/[/code]>',
    '[/code][x]',
    'a [code]: https://x.example',
    '[/co\\\nde]',
  ],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '[x](data:text/html,y)'],
  ...['<!--[/code]-->', '<a href="[/code]">', '[^[/code]]', '|[/code]|', '[x](/logout.do)', '[x](https:logout.do)'],
] as const;

const inlines = [
  ...[word, `**${word}**`, `*${word} ${word}*`, `~~${word}~~`, `\`${word}\``, `**${word} \`${word}\` *${word}***`],
  ...[
    `[${word}](https://x.example)`,
    `[${word} **${word}**](../file "t")`,
    `[${word}](mailto:a@b.example)`,
    `[](${word})`,
  ],
  ...[
    `![${word}](https://x.example/i.png)`,
    `[![${word}](i.png)](https://x.example)`,
    `![](${word}.png)`,
    `![${word}][r]`,
  ],
  ...[
    `${word}<br>${word}`,
    `<kbd>${word}</kbd>`,
    `<!-- -->${word}`,
    `List<${word}>`,
    `${word}  \n${word}`,
    `${word}\\\n${word}`,
  ],
  ...[
    `${word}[^n]`,
    `${word}[^none]`,
    `${word} &amp; \\* ${word}`,
    `https://x.example/${word}?a=b`,
    `${word}\u001b[31m`,
  ],
  ...[`${word}\ud800`, `\u202e${word}`, `:tada: ${word} 👩‍👩‍👧`, `${word}\\|${word}`, `a ${word} | b`],
] as const;
const inline = fc.oneof(fc.constantFrom(...inlines), fc.constantFrom(...attacks));

const paragraph = fc
  .array(fc.tuple(inline, fc.constantFrom(' ', '', '\n', '\t')), { minLength: 1, maxLength: 3 })
  .map(parts => parts.map(([one, after], index) => (index === parts.length - 1 ? one : one + after)).join(''));
const oneLine = inline.map(one => one.replaceAll('\n', ' '));
const table = fc
  .array(fc.array(oneLine, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map(([head = [], ...rows]) =>
    [head, head.map((_, index) => (index % 2 === 0 ? '--:' : '---')), ...rows]
      .map(cells => `| ${cells.join(' | ')} |`)
      .join('\n'),
  );
const fixed = fc.constantFrom(
  ...['***', `\`\`\`ts\n${word}  \n\n  [/code]${word}\n\`\`\``, `~~~\n\`\`\`\n${word}\n~~~`, `    ${word}\n    [code]`],
  ...[
    `<div>\n${word}\n</div>`,
    `<details>\n<summary>${word}</summary>\n\n${word}\n\n</details>`,
    `- - 1. - ${word}`,
    '#',
  ],
);
const leaf = fc.oneof(
  paragraph,
  table,
  fixed,
  fc.tuple(fc.integer({ min: 1, max: 6 }), oneLine).map(([depth, one]) => `${'#'.repeat(depth)} ${one}`),
);
const { blocks } = fc.letrec<{ block: string; blocks: string }>(tie => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map(all => all.join('\n\n')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('> ', '- ', '7. ', '- [x] ', '- [ ] '), tie('blocks'))
      .map(([sign, inside]) => inside.replace(/^/gm, sign === '> ' ? sign : '      ').replace(/^ *(?=\S|$)/, sign)),
  ),
}));

/** Markdown of real constructs and attacks, in which each word is there once: `word1`, `word2` … in reading order. */
export const arbitraryReport = blocks.map(source => {
  let last = 0;
  const whole = `${source}\n\n[^n]: ${word}\n\n    - ${word}\n\n[^unused]: ${word}\n\n[r]: https://r.example\n`;
  return whole.replaceAll(word, () => `word${++last}`);
});

/** Text of any kind: what no author writes and every parser meets. */
export const arbitraryNoise = fc.oneof(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...attacks),
        fc.constantFrom(
          '[',
          ']',
          '/',
          'code',
          '&#91;',
          '<',
          '>',
          '"',
          '`',
          '```\n',
          '\n',
          '|',
          '-',
          '\u0000',
          '\ud83d',
          '\\',
        ),
      ),
      { maxLength: 40, size: 'max' },
    )
    .map(all => all.join('')),
  fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
);
