import { expect, it } from 'vitest';
import { openDesk, quick } from './desk.ts';

it('writes to one issue wait for the limit of that issue: all arrive, each once', async () => {
  await using desk = await openDesk(quick, { perIssueWrites: true });
  await desk.deliver();
  const notes = Array.from({ length: 24 }, (_, n) => `Finding ${n}.`);
  const deliveries = await Promise.all(notes.map(note => desk.itsm.updateTickets('abc123', { note })));
  expect(deliveries.flat().map(({ status }) => status)).toEqual(notes.map(() => 'updated'));
  expect(desk.site.issues()[0]?.comments).toHaveLength(notes.length);
  expect(desk.site.transcript.filter(line => line.endsWith(' 429')).length).toBeGreaterThan(0);
});

it('a burst limit delays tickets and loses none', async () => {
  await using desk = await openDesk(quick, { rateLimit: { perSecond: 20, burst: 5 } });
  const ids = Array.from({ length: 12 }, (_, n) => `job-${n}`);
  const deliveries = await Promise.all(ids.map(id => desk.deliver({ id })));
  expect(deliveries.map(delivery => delivery?.status)).toEqual(ids.map(() => 'created'));
  expect(desk.site.issues()).toHaveLength(ids.length);
});
