import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';

const words = 'A paragraph with **some** words in it.\n\n'.repeat(6000);
const long = {
  job: { ...analysisOf().job, id: 'abc 123/4' },
  report: { format: 'markdown', content: `# Report\n\n${words}` },
};

async function filesOf(analysis: unknown, members: Readonly<Record<string, unknown>> = {}) {
  await using desk = await openDesk({ ...bare, ...members });
  const [delivery] = await desk.itsm.createTickets(analysis);
  expect(delivery).toMatchObject({ status: 'created', warnings: [] });
  return desk.instance.attachments(desk.instance.incidents()[0]?.sys_id ?? '');
}

it('attaches the whole report as Markdown where a field could not hold it', async () => {
  const [file] = await filesOf(long);
  expect(file).toMatchObject({ name: 'analysis-abc-123-4.md', mediaType: 'text/markdown' });
  const text = Buffer.from(file?.bytes ?? []).toString('utf8');
  expect(text.match(/A paragraph with \*\*some\*\* words in it\./g)).toHaveLength(6000);
});

it.each([
  ['always', { report: { attachment: 'always' } }, 1],
  ['by default not', {}, 0],
  ['never', { report: { attachment: 'never' } }, 0],
])('attaches what is short enough: %s', async (_when, members, count) => {
  expect(await filesOf(analysisOf(), members)).toHaveLength(count);
});

it.each([
  ['the config does not want it', { report: { attachment: 'never' } }],
  ['nothing of it is in a field', { report: { description: 'none', work_notes: 'none' } }],
  ['other texts are mapped to the fields', { defaults: { description: 'See the wiki.', work_notes: 'Look.' } }],
])('attaches no long report where %s', async (_why, members) => {
  expect(await filesOf(long, members)).toEqual([]);
});

it('attaches it once, whatever becomes of the answer', async () => {
  await using desk = await openDesk({ ...bare, report: { attachment: 'always' } });
  desk.instance.fault({ on: 'POST /api/now/attachment/file', effect: { kind: 'drop', commit: true } });
  expect(await desk.itsm.createTickets(analysisOf())).toMatchObject([{ status: 'created' }]);
  expect(desk.instance.attachments(desk.instance.incidents()[0]?.sys_id ?? '')).toHaveLength(1);
});

it('costs no ticket where the file is refused: a warning says why', async () => {
  await using desk = await openDesk({ ...bare, report: { attachment: 'always' } }, { attachmentExtensions: ['txt'] });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({
    status: 'created',
    warnings: [{ code: 'follow-up-failed', message: expect.stringContaining('glide.attachment.extensions') }],
  });
});

it('is shown by a preview', async () => {
  await using desk = await openDesk({ ...bare, report: { attachment: 'always' } });
  const [preview] = await desk.itsm.preview(analysisOf());
  expect(preview?.followUps).toMatchObject([{ id: 'attach:report', kind: 'attach', name: 'analysis-abc123.md' }]);
  expect(desk.instance.requests).toEqual([]);
});
