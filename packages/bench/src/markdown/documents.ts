import { readdirSync, readFileSync } from 'node:fs';

const analyses = new URL('../../../../examples/analyses/', import.meta.url);

/** Markdown by kind: the reports of the example analyses, and what a long report is made of. */
export const documents: Readonly<Record<string, readonly string[]>> = {
  'example reports': readdirSync(analyses)
    .filter(name => name.endsWith('.json'))
    .map(name => textsIn(JSON.parse(readFileSync(new URL(name, analyses), 'utf8'))).join('\n\n')),
  prose: [
    repeated(
      150,
      at =>
        `## Finding ${at}\n\nThe **pool** ran dry at 10:${at} because *retries* of \`checkout-api\` held [them](https://x.example/${at}).`,
    ),
  ],
  tables: [
    `| At | What | Where | n |\n|---|:-:|---|--:|\n${repeated(300, at => `| 10:${at} | \`pool.ts\` **empty** | [graph](https://x.example/${at}) | ${at} |`, '\n')}`,
  ],
  lists: [
    repeated(
      150,
      at => `- item **${at}** with \`code\`\n  - a [link](https://x.example)\n    1. deep\n    2. deeper`,
      '\n',
    ),
  ],
  tasks: [repeated(200, at => `- [ ] Alert on ${at} connections\n  - [x] Page the *owner*`, '\n')],
  code: [repeated(20, at => `Before ${at}:\n\n\`\`\`ts\n${'const client = await pool.acquire();\n'.repeat(40)}\`\`\``)],
  quotes: [repeated(150, at => `> [!NOTE]\n> Seen **${at}** times.\n\n> - said *somebody*\n> - said \`nobody\``)],
};

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function repeated(times: number, block: (at: number) => string, between = '\n\n'): string {
  return Array.from({ length: times }, (_, index) => block(index)).join(between);
}
