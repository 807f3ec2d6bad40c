import { expect, it } from 'vitest';
import { badRequest, brokenAnswer, silence, throttled } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { draftOf, notAborted, oldDoubt, policy } from '../__tests__/samples.ts';
import { created, repeatable, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { createOnce, type Sending } from './create-once.ts';

/** A platform that takes a key for one ticket, however often it is sent: whatever it is asked, it may be sent again. */
async function play(script: Script, overrides: Partial<Sending> = {}) {
  const clock = fakeClock('2025-10-27T10:01:30Z');
  const adapter = scriptedAdapter({ find: Array.from({ length: 9 }, () => repeatable), ...script });
  const sent = await createOnce({ clock, random: () => 0.5 })({
    ...{ since: clock.now(), adapter, policy, draft: draftOf(), signal: notAborted },
    renew: async () => true,
    onRetry: async () => {},
    ...overrides,
  });
  if (sent.kind !== 'done') throw new Error('Another process took over.');
  return { ...sent, creates: adapter.calls.filter(call => call === 'create').length, waits: clock.waits };
}

it('sends again inside the settle window, after silence', async () => {
  const { outcome, creates, waits } = await play({ create: [silence(), created] });
  expect(outcome).toMatchObject({ kind: 'created' });
  expect(creates).toBe(2);
  expect(waits).toEqual([1000]);
});

it('sends at once what an earlier run may have sent', async () => {
  const { outcome, waits } = await play({ create: [created] }, { doubt: oldDoubt });
  expect(outcome).toMatchObject({ kind: 'created' });
  expect(waits).toEqual([]);
});

it('does not ask what else could be made of a delivery that was sent already', async () => {
  const instead = async () => {
    throw new Error('It was asked.');
  };
  const { outcome } = await play({ create: [created] }, { doubt: oldDoubt, instead });
  expect(outcome).toMatchObject({ kind: 'created' });
});

it('is unknown, not failed, when no send had an answer: any of them may have been taken', async () => {
  const { outcome, creates } = await play({ create: [silence(), silence(), silence(), silence()] });
  const from = new Date('2025-10-27T10:01:30Z');
  expect(outcome).toMatchObject({ kind: 'unknown', doubt: { from, answered: false } });
  expect(creates).toBe(4);
});

it.each([
  ['the older one', [silence(), brokenAnswer(502)]],
  ['the newer one', [brokenAnswer(502), silence()]],
])('is as open as %s where that had no answer: the other one’s answer says nothing of it', async (_, create) => {
  const { outcome } = await play({ create }, { policy: { ...policy, maxRetries: 1 } });
  expect(outcome).toMatchObject({ kind: 'unknown', doubt: { answered: false } });
});

it('keeps the doubt where a later send is refused: the first may have been taken', async () => {
  const { outcome } = await play({ create: [brokenAnswer(502), badRequest()] });
  expect(outcome).toMatchObject({ kind: 'failed', error: { kind: 'rejected' }, doubt: { answered: true } });
});

it('keeps the doubt over a send that was certainly not taken, and sends again', async () => {
  const { outcome, creates } = await play({ create: [silence(), throttled(2000), created] });
  expect(outcome).toMatchObject({ kind: 'created' });
  expect(creates).toBe(3);
});
