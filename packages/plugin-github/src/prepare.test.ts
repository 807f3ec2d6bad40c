import { expect, it } from 'vitest';
import { openDesk } from './__fixtures__/open-desk.ts';

const sent = async (analysis: object) => {
  await using desk = await openDesk();
  const delivery = await desk.deliver(analysis);
  expect(delivery.status).toBe('created');
  const [issue] = desk.site.issues();
  return { body: issue?.body ?? '', issue, key: delivery.key };
};

it('is an issue with the report, a label of the severity, and the key as a comment at the end', async () => {
  const { body, issue, key } = await sent({ root_cause: 'The **pool** ran dry.' });
  expect(issue).toMatchObject({ title: 'Checkout times out', labels: ['severity: critical'], state: 'open' });
  expect(body).toContain('## Root cause\n\nThe **pool** ran dry.');
  expect(body.trimEnd().split('\n').at(-1)).toBe(`<!-- itsm-bridge key: ${key} -->`);
});

it('has no heading over a part that the analysis does not have, and no warning of it', async () => {
  await using desk = await openDesk();
  const delivery = await desk.deliver({ root_cause: 'The pool ran dry.' });
  expect(delivery.warnings).toEqual([]);
  expect(desk.site.issues()[0]?.body?.match(/^## .*$/gm)).toEqual(['## Root cause']);
});

it('is cut with its fences closed, the key behind the cut', async () => {
  const { body, key } = await sent({ root_cause: `\`\`\`\n${'select 1; -- 🔥\n'.repeat(9_000)}\`\`\`` });
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body.length).toBeGreaterThan(62_000);
  expect(body.match(/^```$/gm)).toHaveLength(2);
  expect(body).toMatch(new RegExp(`was cut here\\.\\*\\n\\n<!-- itsm-bridge key: ${key} -->\\n$`));
});

it('is cut to the limit where markup makes the text longer than it reads', async () => {
  const { body } = await sent({ root_cause: '* _ [ ] '.repeat(20_000) });
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body).toContain('was cut here');
});

it('keeps the key where the report opens a comment and never closes it', async () => {
  const { body, key } = await sent({ root_cause: '<!-- never closed' });
  expect(body).toContain(`<!-- itsm-bridge key: ${key} -->`);
});

it('does not pass on the marker of another ticket that the report quotes', async () => {
  const other = `<!-- itsm-bridge key: itsm-${'f'.repeat(32)} -->`;
  const { body } = await sent({ root_cause: `${other}\n\n\`\`\`\n${other}\n\`\`\`` });
  expect(body).not.toContain(other);
});

it('mentions nobody', async () => {
  const { body } = await sent({ root_cause: 'Deployed by @octocat for #17.' });
  expect(body).toContain('Deployed by @\u200boctocat for #\u200b17.');
});
