import type { FaultEffect } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const log = { name: 'heap ^"before" + 100 %.log', mediaType: 'text/plain', content: bytes('--a\r\n\0ü') };
const on = 'POST /api/now/attachment/file';
const answer = (result: object): FaultEffect => ({ kind: 'status', status: 201, body: { result } });

async function openTicket(options: Parameters<typeof openDesk>[1] = {}) {
  const desk = await openDesk({ ...bare, report: { attachment: 'never' } }, options);
  await desk.itsm.createTickets(analysisOf());
  const files = () => desk.instance.attachments(desk.instance.incidents()[0]?.sys_id ?? '');
  const posts = () => desk.instance.transcript.filter(line => line.startsWith(on));
  return { ...desk, files, posts };
}

describe('a file', () => {
  it('is attached byte for byte, under its name', async () => {
    await using desk = await openTicket();
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({ kind: 'attach', status: 'updated', success: true, warnings: [] });
    const [file] = desk.files();
    expect(file).toMatchObject({ name: log.name, mediaType: 'text/plain' });
    expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(log.content))).toBe(true);
  });

  it('may be empty', async () => {
    await using desk = await openTicket();
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: { ...log, content: bytes('') } });
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(desk.files()).toHaveLength(1);
  });

  it('of the same name and content is attached once, of other content once more', async () => {
    await using desk = await openTicket();
    await desk.itsm.updateTickets('abc123', { attach: log });
    const [again] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(again).toMatchObject({ status: 'updated', existing: true });
    await desk.itsm.updateTickets('abc123', { attach: { ...log, content: bytes('another') } });
    expect(desk.files()).toHaveLength(2);
  });

  it('whose answer was lost is found, and not attached a second time', async () => {
    await using desk = await openTicket();
    desk.instance.fault({ on, effect: { kind: 'drop', commit: true } });
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({ status: 'updated', existing: false });
    expect(desk.files()).toHaveLength(1);
  });

  it('whose request may still arrive is not sent a second time', async () => {
    await using desk = await openTicket();
    desk.instance.fault({ on, effect: { kind: 'drop', commit: false } });
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({ status: 'unknown', success: false });
    expect(desk.posts()).toHaveLength(1);
  });

  it.each([
    [
      'too large',
      { attachmentLimitBytes: 4 },
      413,
      /heap .*: Attachment not created: .*\. Attach less, or have com\.glide/,
    ],
    [
      'of a type that is not allowed',
      { attachmentExtensions: ['txt'] },
      400,
      /see com\.glide\.attachment\.max_size and glide/,
    ],
    [
      'for a record that is not ours to write',
      { acl: { denied: { sys_attachment: ['create' as const] } } },
      403,
      /Attaching needs write access/,
    ],
  ])(
    'that is %s is refused with what to do, and the note that speaks of it is not written',
    async (_why, options, status, message) => {
      await using desk = await openTicket(options);
      const deliveries = await desk.itsm.updateTickets('abc123', { attach: log, note: 'See the file.' });
      expect(deliveries).toMatchObject([
        {
          kind: 'attach',
          status: 'failed',
          error: { kind: 'rejected', status, message: expect.stringMatching(message) },
        },
      ]);
      expect(desk.posts()).toHaveLength(1);
      // The lane is open: it was no sign-in that was refused.
      expect(await desk.itsm.createTickets(analysisOf({ id: 'next' }))).toMatchObject([{ status: 'created' }]);
    },
  );

  it('that is not stored as it was sent is a warning', async () => {
    await using desk = await openTicket();
    desk.instance.fault({
      on,
      effect: answer({ sys_id: '0'.repeat(32), file_name: 'heap.log', size_bytes: '3' }),
    });
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery?.warnings).toEqual([
      { code: 'attachment-cut', message: `${log.name}: sent ${log.content.length} bytes, stored 3.` },
      { code: 'attachment-renamed', message: `${log.name}: stored as "heap.log", by which it is not found again.` },
    ]);
  });

  it('is not taken for attached where the answer has no sys_id: it is looked for, and sent again', async () => {
    await using desk = await openTicket();
    desk.instance.fault({ on, effect: answer({ file_name: log.name }) });
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({ status: 'updated', existing: false });
    expect(desk.files()).toHaveLength(1);
    expect(desk.posts()).toHaveLength(2);
  });
});
