import { describe, expect, it } from 'vitest';
import { openDesk, quick } from '../__tests__/desk.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const log = { name: 'heap "before".log', mediaType: 'text/plain', content: bytes('--a\r\n\0ü') };
const on = 'POST /rest/api/3/issue/10001/attachments';

describe('a file', () => {
  it('is attached byte for byte, under its name', async () => {
    await using desk = await openDesk();
    await desk.deliver();
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({ kind: 'attach', status: 'updated', success: true });
    const [attachment] = desk.site.issues()[0]?.attachments ?? [];
    expect(attachment).toMatchObject({ filename: log.name, mimeType: 'text/plain', size: log.content.byteLength });
    expect(Buffer.from(attachment?.content ?? []).equals(Buffer.from(log.content))).toBe(true);
  });

  it('that has what divides a form in it arrives whole', async () => {
    await using desk = await openDesk();
    await desk.deliver();
    const content = bytes('--itsm-bridge-x-0\r\n--itsm-bridge-x-1--');
    await desk.itsm.updateTickets('abc123', { id: 'x', attach: { name: 'a.bin', content } });
    expect(desk.site.issues()[0]?.attachments[0]?.size).toBe(content.byteLength);
  });

  it('of the same name and content is attached once', async () => {
    await using desk = await openDesk();
    await desk.deliver();
    await desk.itsm.updateTickets('abc123', { attach: log });
    const [again] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(again).toMatchObject({ status: 'updated', existing: true });
    expect(desk.site.issues()[0]?.attachments).toHaveLength(1);
  });

  it('whose answer was lost is found, and not attached a second time', async () => {
    await using desk = await openDesk();
    await desk.deliver();
    desk.site.fault({ on, effect: { kind: 'drop', commit: true } });
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({ status: 'updated', existing: false });
    expect(desk.site.issues()[0]?.attachments).toHaveLength(1);
  });

  it('whose request may still arrive is not sent a second time', async () => {
    await using desk = await openDesk();
    await desk.deliver();
    desk.site.fault({ on, effect: { kind: 'drop', commit: false } });
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({ status: 'unknown', success: false });
    expect(desk.site.transcript.filter(line => line.includes('/attachments'))).toHaveLength(1);
  });

  it('that is too large is refused in the words of the site', async () => {
    await using desk = await openDesk(quick, { attachmentLimitBytes: 4 });
    await desk.deliver();
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'rejected', status: 413 } });
  });

  it('that is refused is not spoken of: the note beside it is not written', async () => {
    await using desk = await openDesk(quick, { attachmentLimitBytes: 4 });
    await desk.deliver();
    const deliveries = await desk.itsm.updateTickets('abc123', { attach: log, note: 'See the file.' });
    expect(deliveries.map(({ kind, status }) => [kind, status])).toEqual([['attach', 'failed']]);
    expect(desk.site.issues()[0]?.comments).toEqual([]);
  });

  it('that this user may not attach is refused, and the lane stays open', async () => {
    await using desk = await openDesk(quick, { permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES'] });
    await desk.deliver();
    const [delivery] = await desk.itsm.updateTickets('abc123', { attach: log });
    expect(delivery).toMatchObject({
      status: 'failed',
      error: {
        kind: 'rejected',
        message: 'You do not have permission to create attachments for this issue. Ask for that permission.',
      },
    });
    expect(await desk.deliver({ id: 'next' })).toMatchObject({ status: 'created' });
  });
});
