import { describe, expect, it } from 'vitest';
import { badRequest, brokenAnswer, refused, silence } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { draftOf, notAborted, oldDoubt, policy } from '../__tests__/samples.ts';
import { absent, created, found, notSeen, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { Doubt } from '../contracts.ts';
import { createOnce } from './create-once.ts';

const payload = { title: 'Checkout requests time out' };

/** What was told of look-ups, one after each turn, and at the end. */
async function play(script: Script, doubt?: Doubt) {
  const clock = fakeClock();
  const looks: (string | undefined)[] = [];
  const began = clock.now();
  const sent = await createOnce({ clock, random: () => 0.5 })({
    ...{ since: began, adapter: scriptedAdapter(script), policy, draft: draftOf(), signal: notAborted },
    renew: async () => true,
    onRetry: async ({ looked }) => void looks.push(looked),
    ...(doubt ? { doubt } : {}),
  });
  if (sent.kind === 'superseded') throw new Error('nobody else is there');
  return { looks: [...looks, sent.looked], sent: sent.sent, outcome: sent.outcome.kind, began };
}

describe('the story of a send', () => {
  it('has no look where none was needed', async () => {
    const { looks, sent, began } = await play({ create: [created] });
    expect(looks).toEqual([undefined]);
    expect(sent).toMatchObject({ payload, at: began });
  });

  it('tells what each look before a turn has seen', async () => {
    const { looks, outcome } = await play({ create: [brokenAnswer(502), brokenAnswer(502)], find: [absent, found] });
    expect(outcome).toBe('found');
    expect(looks).toEqual([undefined, 'absent', 'found']);
  });

  it('tells of a look that proves nothing, and of one that failed says nothing', async () => {
    const find = [notSeen, refused(), notSeen, notSeen, notSeen];
    const { looks, outcome } = await play({ create: [silence()], find });
    expect(outcome).toBe('unknown');
    expect(looks).toEqual([undefined, 'inconclusive', undefined, 'inconclusive']);
  });

  it('tells of the look after the last send', async () => {
    const create = Array.from({ length: 4 }, () => brokenAnswer(502));
    const { looks, outcome } = await play({ create, find: [absent, absent, absent, found] });
    expect(outcome).toBe('found');
    expect(looks).toEqual([undefined, 'absent', 'absent', 'found']);
  });

  it('tells of the look that an older doubt asked for', async () => {
    const { looks } = await play({ create: [created], find: [absent] }, { ...oldDoubt, answered: true });
    expect(looks).toEqual(['absent']);
  });

  it('has the payload that was refused, and none where nothing left us', async () => {
    expect((await play({ create: [badRequest()] })).sent).toMatchObject({ payload });
    expect((await play({ prepareError: new Error('no title') })).sent).toBeUndefined();
    expect((await play({ find: [found] }, oldDoubt)).sent).toBeUndefined();
  });

  it('has the payload of the last send, also where a look ended it', async () => {
    const { sent } = await play({ create: [brokenAnswer(502)], find: [found] });
    expect(sent).toMatchObject({ payload });
  });
});
