import { startJira } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import type { AdfBlock, AdfDoc } from './adf-node.ts';
import { limitAdf } from './limit-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';
import { readableLength } from './readable-length.ts';

const limit = 32_767;
const notice: readonly AdfBlock[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'Cut.' }] }];
const section =
  '## Finding\n\n- **One** line\\\nand [another](https://x.example)\n  - nested\n\n| a | b |\n|---|---|\n| c | d |\n\n> why\n\n';

it.each([
  ['many small blocks', section.repeat(900)],
  ['one long paragraph', 'word '.repeat(9000)],
  ['long code', `\`\`\`\n${'  at handler (pool.ts:42)\n'.repeat(2000)}\`\`\``],
])('brings %s below the limit of the site, and close to it', async (_what, markdown) => {
  await using jira = await startJira();
  const create = async (description: AdfDoc) => {
    const answer = await fetch(`${jira.url}/rest/api/3/issue`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa('integration@company.com:sandbox')}`,
      },
      body: JSON.stringify({
        fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 's', description },
      }),
    });
    return answer.status;
  };
  const doc = markdownToAdf(markdown);
  const limited = limitAdf(doc, limit, notice);
  expect(await create(doc)).toBe(400);
  expect(await create(limited)).toBe(201);
  expect(readableLength(limited)).toBeGreaterThan(limit - 50);
});
