import { describe, expect, it } from 'vitest';
import { openDesk, quick } from '../__tests__/desk.ts';

const url = 'https://rca.example.com/jobs/abc123';
const words = 'A paragraph with **some** words in it.\n\n'.repeat(2000);
const cut = { title: 'Checkout times out', url };

/** Delivers an analysis whose report is longer than a description can be. */
const deliverLong = (desk: Awaited<ReturnType<typeof openDesk>>, job = {}) =>
  desk.itsm.createTickets({
    job: { id: 'abc 123/4', severity: 'high', ...cut, ...job },
    report: { format: 'markdown', content: `# Report\n\n${words}` },
  });

describe('the way back to the analysis', () => {
  it('is a link of the issue', async () => {
    await using desk = await openDesk(quick);
    await desk.deliver({ url });
    expect(desk.site.issues()[0]?.remoteLinks).toMatchObject([
      {
        globalId: expect.stringMatching(/^itsm-bridge-/),
        object: { url, title: 'Analysis: Checkout requests time out' },
      },
    ]);
  });

  it.each([
    ['the job has no address', {}, {}],
    ['its address is none of a page', { url: 'file:///etc/passwd' }, {}],
    ['the config does not want it', { url }, { link_analysis: false }],
  ])('is not there where %s', async (_why, job, members) => {
    await using desk = await openDesk({ ...quick, ...members });
    const delivery = await desk.deliver(job);
    expect(delivery?.status).toBe('created');
    expect(desk.site.issues()[0]?.remoteLinks).toEqual([]);
    expect(desk.sent()).toEqual(['POST /rest/api/3/issue 201']);
  });

  it('is there once, whatever becomes of its answer', async () => {
    await using desk = await openDesk(quick);
    desk.site.fault({ on: 'POST /rest/api/3/issue/10001/remotelink', effect: { kind: 'drop', commit: true } });
    expect(await desk.deliver({ url })).toMatchObject({ status: 'created' });
    expect(desk.site.issues()[0]?.remoteLinks).toHaveLength(1);
  });
});

describe('the whole report', () => {
  it('is attached as Markdown where the description could not hold it', async () => {
    await using desk = await openDesk(quick);
    await deliverLong(desk);
    const [issue] = desk.site.issues();
    expect(issue?.attachments).toMatchObject([{ filename: 'analysis-abc-123-4.md', mimeType: 'text/markdown' }]);
    const text = Buffer.from(issue?.attachments[0]?.content ?? []).toString('utf8');
    expect(text.match(/A paragraph with \*\*some\*\* words in it\./g)).toHaveLength(2000);
    expect(text).toMatch(/^# Report\n/);
  });

  it('is not attached where the description holds it, unless the config asks for it', async () => {
    await using desk = await openDesk(quick);
    await desk.deliver();
    expect(desk.site.issues()[0]?.attachments).toEqual([]);
    await using always = await openDesk({ ...quick, attach_report: 'always' });
    await always.deliver();
    const [file] = always.site.issues()[0]?.attachments ?? [];
    // Of the plugin's own template, which is ADF.
    expect(Buffer.from(file?.content ?? []).toString('utf8')).toMatch(
      /^## Summary\n\nCheckout timed out for \*\*23 minutes\*\*\./,
    );
  });

  it('is never attached where the config does not want it', async () => {
    await using desk = await openDesk({ ...quick, attach_report: 'never' });
    await deliverLong(desk);
    expect(desk.site.issues()[0]?.attachments).toEqual([]);
  });

  it('is attached as it stands where it is wiki markup', async () => {
    await using desk = await openDesk(quick);
    const job = { id: '1', title: 't', severity: 'high' as const };
    const draft = {
      key: 'itsm-1',
      job,
      analysis: { job, analysis: {} },
      title: 't',
      fields: {},
      warnings: [],
    };
    const body = { kind: 'wiki', text: `h2. Report\n${'x'.repeat(40_000)}` } as const;
    const changes = desk.jira.followUps?.({ ...draft, body }) ?? [];
    expect(changes).toMatchObject([{ id: 'attach:report', kind: 'attach', name: 'analysis-1.txt' }]);
  });
});

it('costs no ticket where it is refused: a warning says which, and the next ticket is created', async () => {
  await using desk = await openDesk(quick, { permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES'] });
  const [delivery] = await deliverLong(desk);
  expect(delivery).toMatchObject({ status: 'created', success: true });
  expect(delivery?.warnings.filter(({ code }) => code === 'follow-up-failed').map(({ message }) => message)).toEqual([
    `link to ${url}: No Link Issue Permission for issue 'OPS-1' Ask for that permission.`,
    'attach analysis-abc-123-4.md: You do not have permission to create attachments for this issue. Ask for that permission.',
  ]);
  expect(await desk.deliver({ id: 'next' })).toMatchObject({ status: 'created' });
});

it('is made by a worker, beside its deliveries', async () => {
  await using desk = await openDesk({ ...quick, attach_report: 'always' });
  await desk.itsm.enqueue({ job: { id: '1', severity: 'low', ...cut } });
  const done = new AbortController();
  const working = desk.itsm.work({ signal: done.signal, pollMs: 10, sweepMs: 10 });
  await expect.poll(() => desk.site.issues()[0]?.attachments, { timeout: 10_000 }).toHaveLength(1);
  done.abort();
  await working;
  expect(desk.site.issues()[0]).toMatchObject({ attachments: [{ filename: 'analysis-1.md' }], remoteLinks: [{}] });
});

it('is shown by a preview, and made by no rehearsal', async () => {
  await using desk = await openDesk({ ...quick, attach_report: 'always' });
  const [preview] = await desk.itsm.preview({ job: { id: '1', severity: 'low', ...cut } });
  expect(preview?.followUps).toMatchObject([
    { id: 'link:analysis', kind: 'link', url },
    { id: 'attach:report', kind: 'attach', name: 'analysis-1.md' },
  ]);
  expect(desk.site.requests).toEqual([]);
});
