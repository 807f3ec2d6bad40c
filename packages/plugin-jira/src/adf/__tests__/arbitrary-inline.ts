import fc from 'fast-check';

/** Stands for a word: each is numbered when the document is complete, so that a test can find it again. */
export const word = '§';

const marked = [
  ...[word, `**${word}**`, `*${word} ${word}*`, `~~${word}~~`, `~${word}~`, `**${word} \`${word}\` *${word}***`],
  ...[`\`${word}\``, `\`\`${word} \` ${word}\`\``, `__${word} _${word}___`, `***${word}** ${word}*`],
  ...[`**${word}`, `*${word}**`, `\`${word}`, `${word}~~ ~`, `${word} &amp; \\* ${word}`, `&#x1F600;${word}&nbsp;`],
];

const links = [
  ...[`[${word}](https://x.example)`, `[${word} \`${word}\`](https://x.example "t")`, `[${word}](../file "t")`],
  ...[`[**${word}** ~~${word}~~](mailto:a@b.example)`, `[${word}](#${word})`, `[${word}](javascript:x)`],
  ...[`[${word}][r]`, `[${word}][none]`, `[r] ${word}`, '[](https://x.example)', '[]()', `[${word}]()`],
  ...[`[[${word}](https://x.example)](https://y.example)`, `<https://x.example/${word}>`, `www.${word}.example`],
  ...[`https://x.example/${word}?a=b).`, `${word}@x.example`, `<a@${word}.example>`, `[${word}](<a b>)`],
];

const images = [
  ...[`![${word}](https://x.example/i.png)`, `![${word}](i.png "t")`, `[![${word}](i.png)](https://x.example)`],
  ...[
    `![${word}][r]`,
    '![](https://x.example/i.png)',
    '![]()',
    `![[${word}](a)](b)`,
    `![${word}](data:image/png;base64,A)`,
  ],
  `[![](i.png)](../${word})`,
];

const html = [
  ...[`${word}<br>${word}`, '<br>', `<kbd>${word}</kbd>`, `H<sub>2</sub>${word}`, `<!-- -->${word}`, `<!-->${word}`],
  ...[`<a href="https://x.example">${word}</a>`, `<img alt="${word}">`, `<?x ${word} ?>`, `<![CDATA[${word}]]>`],
  ...[`<${word}`, `<b ${word}`, `</${word}>`],
];

const odd = [
  ...[
    `${word}[^n]`,
    `${word}[^none]`,
    `[^n][^n]${word}`,
    `:tada: ${word} 👩‍👩‍👧`,
    `| ${word} | ${word}`,
    `${word}\\|${word}`,
  ],
  ...[
    `\u0000${word}`,
    `\u001b[31m${word}\u001b[0m`,
    `${word}\ud800`,
    `\udc00${word}`,
    `\ufeff${word}`,
    `${word}\u000b\u000c${word}`,
  ],
  ...[`\t${word}\t`, `${word}\u2028${word}`, `\u00a0${word}`, `\u202e${word}`, `[ ] ${word}`, `[!NOTE] ${word}`, '\\'],
];

export const inline = fc.oneof(...[marked, links, images, html, odd].map(all => fc.constantFrom(...all)));

/** The words of a document, numbered in the order in which its reader meets them: `word1`, `word2` … */
export function numbered(source: string): string {
  let last = 0;
  return source.replaceAll(word, () => {
    last += 1;
    return `word${last}`;
  });
}
