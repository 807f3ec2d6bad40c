import { describe, expect, it } from 'vitest';
import {
  badRequest,
  brokenAnswer,
  busy,
  cancelled,
  refused,
  silence,
  throttled,
  unauthorized,
  unreadable,
} from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, draftOf, notAborted, oldDoubt, policy, ticket } from '../__tests__/samples.ts';
import { absent, created, found, notSeen, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { ItsmError } from '../itsm-error.ts';
import { createOnce, type Sending, type Sent } from './create-once.ts';

/** Half of the jitter: the curve is exactly 1 s, 2 s, 4 s. */
const random = () => 0.5;
const settled = new Date(oldDoubt.until.getTime() + policy.settleWindowMs).toISOString();

async function play(script: Script, overrides: Partial<Sending> = {}, start?: string) {
  const clock = fakeClock(start);
  const adapter = scriptedAdapter(script);
  const retries: { sends: number; waitMs: number; kind: string; waitsBefore: number }[] = [];
  const sent = await createOnce({ clock, random })({
    since: clock.now(),
    adapter,
    policy,
    draft: draftOf(),
    signal: notAborted,
    renew: async () => true,
    onRetry: async ({ sends, waitMs, error }) => {
      retries.push({ sends, waitMs, kind: error.kind, waitsBefore: clock.waits.length });
    },
    ...overrides,
  });
  return { sent, clock, adapter, calls: adapter.calls, waits: clock.waits, retries };
}

const outcomeOf = (sent: Sent) => (sent.kind === 'done' ? sent.outcome : sent);

describe('createOnce: a fresh delivery', () => {
  it('costs one call: no look-up, no wait', async () => {
    const { sent, calls, waits } = await play({ create: [created] });
    expect(outcomeOf(sent)).toEqual({ kind: 'created', ticket, warnings: [] });
    expect(calls).toEqual(['create']);
    expect(waits).toEqual([]);
  });

  it('hands back the payload that was sent', async () => {
    const { sent } = await play({ create: [created] });
    expect(sent).toMatchObject({ sends: 1, sent: { payload: { title: 'Checkout requests time out' } } });
  });

  it('joins the warnings of the draft with those of the platform', async () => {
    const draft = { ...draftOf(), warnings: [{ code: 'undefined-variable', message: 'analysis.timeline' }] };
    const cut = { code: 'field-cut', message: 'short_description is limited to 160 characters' };
    const { sent } = await play({ create: [{ kind: 'created', ticket, warnings: [cut] }] }, { draft });
    expect(outcomeOf(sent)).toMatchObject({ warnings: [{ code: 'undefined-variable' }, { code: 'field-cut' }] });
  });
});

describe('createOnce: the platform did not take it', () => {
  it('sends again after 503 with Retry-After, twice, without ever looking', async () => {
    const { sent, calls, waits } = await play({ create: [busy(0), busy(0), created] });
    expect(sent).toMatchObject({ sends: 3, outcome: { kind: 'created' } });
    expect(calls).toEqual(['create', 'create', 'create']);
    expect(waits).toEqual([1000, 2000]);
  });

  it('waits as long as Retry-After says where that is longer than the curve', async () => {
    const { waits } = await play({ create: [throttled(30_000), busy(10), created] });
    expect(waits).toEqual([30_000, 2000]);
  });

  it('follows the curve after a 429 that says nothing of a wait', async () => {
    const tooMany = () => new ItsmError('rate-limited', 'Too many requests', { status: 429 });
    const { sent, waits } = await play({ create: [tooMany(), tooMany(), created] });
    expect({ kind: outcomeOf(sent).kind, waits }).toEqual({ kind: 'created', waits: [1000, 2000] });
  });

  it('gives up after four sends and waits of 1 s, 2 s and 4 s', async () => {
    const { sent, calls, waits } = await play({ create: [refused(), refused(), refused(), refused()] });
    expect(sent).toMatchObject({ sends: 4, outcome: { kind: 'failed', error: { kind: 'unavailable' } } });
    expect(calls).toEqual(['create', 'create', 'create', 'create']);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('sends once where no retry is wanted', async () => {
    const { calls, waits } = await play({ create: [refused()] }, { policy: { ...policy, maxRetries: 0 } });
    expect({ calls, waits }).toEqual({ calls: ['create'], waits: [] });
  });

  it.each([
    ['400', badRequest(), { kind: 'rejected', status: 400, message: 'priority: Specify a valid value for priority' }],
    ['401', unauthorized(), { kind: 'auth', status: 401, message: 'User Not Authenticated' }],
  ])('takes %s as the last word: one send, failed with the words of the platform', async (_, answer, error) => {
    const { sent, calls, waits } = await play({ create: [answer] });
    expect(sent).toMatchObject({ sends: 1, outcome: { kind: 'failed', error } });
    expect({ calls, waits }).toEqual({ calls: ['create'], waits: [] });
  });

  it('frees the worker where Retry-After is over the cap: pending until it is due', async () => {
    const { sent, waits, retries } = await play({ create: [throttled(3_600_000)] });
    expect(outcomeOf(sent)).toMatchObject({
      kind: 'pending',
      error: { kind: 'rate-limited', status: 429 },
      notBefore: new Date('2025-10-27T11:30:00Z'),
    });
    expect({ waits, retries }).toEqual({ waits: [], retries: [] });
  });

  it('keeps to the cap where the curve itself outgrows it: the claim would run out during the wait', async () => {
    const { waits } = await play({ create: [refused(), created] }, { policy: { ...policy, baseMs: 90_000 } });
    expect(waits).toEqual([policy.retryAfterCapMs]);
  });
});

describe('createOnce: the platform answered, and nobody knows what it did', () => {
  it('looks before the next send, and finds: no second send', async () => {
    const { sent, calls, waits } = await play({ create: [brokenAnswer(502)], find: [found] });
    expect(sent).toMatchObject({ sends: 1, outcome: { kind: 'found', ticket, twins: [] } });
    expect(calls).toEqual(['create', 'find']);
    expect(waits).toEqual([1000]);
  });

  it('sends again once a conclusive look-up shows no ticket', async () => {
    const { sent, calls } = await play({ create: [brokenAnswer(502), created], find: [absent] });
    expect(sent).toMatchObject({ sends: 2, outcome: { kind: 'created' } });
    expect(calls).toEqual(['create', 'find', 'create']);
  });

  it('tells the look-up since when a ticket may exist, and that every send was answered', async () => {
    const { adapter } = await play({ create: [brokenAnswer(500)], find: [found] });
    const at = new Date('2025-10-27T10:30:00Z');
    expect(adapter.lookups).toMatchObject([{ key: draftOf().key, doubt: { from: at, until: at, answered: true } }]);
  });

  it('tells the look-up what was sent, and the caller how the ticket differs from it', async () => {
    const lost = { code: 'field-dropped', message: 'group: not kept.', field: 'group' };
    const draft = { ...draftOf(), warnings: [{ code: 'cut', message: 'Cut.' }] };
    const script: Script = {
      resolve: ['resolved'],
      create: [brokenAnswer(502)],
      find: [() => ({ ...found, warnings: [lost] })],
    };
    const { sent, adapter } = await play(script, { draft });
    expect(adapter.comparedWith).toEqual([expect.objectContaining({ correlation_id: draft.key, group: 'resolved' })]);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'found', warnings: [...draft.warnings, lost] });
  });

  it('has nothing to compare with where an earlier run has sent it', async () => {
    const { adapter } = await play({ find: [found] }, { doubt: oldDoubt });
    expect(adapter.comparedWith).toEqual([undefined]);
  });

  it('does not send on a look-up that proves nothing', async () => {
    const { sent, calls } = await play({ create: [brokenAnswer(502)], find: [notSeen, notSeen, notSeen] });
    expect(outcomeOf(sent)).toMatchObject({ kind: 'unknown', doubt: { answered: true } });
    expect(calls).toEqual(['create', 'find', 'find', 'find']);
  });

  it('waits for a Retry-After once, not before every later look', async () => {
    const answer = new ItsmError('outcome-unknown', 'POST was answered 502.', { status: 502, retryAfterMs: 20_000 });
    const { waits } = await play({ create: [answer], find: [notSeen, notSeen, notSeen] });
    expect(waits).toEqual([20_000, 2000, 4000]);
  });

  it('forgets the doubt once it is cleared: a later refusal is final', async () => {
    const { sent, calls } = await play({ create: [brokenAnswer(502), badRequest()], find: [absent] });
    expect(outcomeOf(sent)).toMatchObject({ kind: 'failed', error: { kind: 'rejected' } });
    expect(calls).toEqual(['create', 'find', 'create']);
  });
});

describe('createOnce: the last send is in doubt', () => {
  const script: Script = { create: [refused(), refused(), refused(), brokenAnswer(502)] };

  it('looks once more at once, and finds', async () => {
    const { sent, calls, waits } = await play({ ...script, find: [found] });
    expect(sent).toMatchObject({ sends: 4, outcome: { kind: 'found' } });
    expect(calls).toEqual(['create', 'create', 'create', 'create', 'find']);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('fails where there is certainly no ticket', async () => {
    const { sent } = await play({ ...script, find: [absent] });
    expect(sent).toMatchObject({ sends: 4, outcome: { kind: 'failed', error: { status: 502 } } });
  });

  it('fails with its doubt where the settle window is over and no look-up will ever prove anything', async () => {
    const overrides = { policy: { ...policy, settleWindowMs: 0 } };
    const { sent } = await play({ ...script, find: [notSeen] }, overrides);
    const from = new Date('2025-10-27T10:30:07Z');
    expect(outcomeOf(sent)).toMatchObject({ kind: 'failed', error: { status: 502 }, doubt: { from, answered: true } });
  });

  it.each([
    ['the look-up proves nothing', notSeen],
    ['the look-up fails', unreadable()],
  ])('stays unknown where %s', async (_, lookup) => {
    const { sent } = await play({ ...script, find: [lookup] });
    expect(outcomeOf(sent)).toMatchObject({
      kind: 'unknown',
      doubt: { from: new Date('2025-10-27T10:30:07Z'), answered: true },
    });
  });
});

describe('createOnce: the platform never answered', () => {
  it.each([
    ['a time-out', silence()],
    ['a gateway that gave up (504)', brokenAnswer(504)],
    ['a server that gave up reading (408)', brokenAnswer(408)],
  ])('%s: no second send inside the settle window, however conclusive the look-up', async (_, failure) => {
    const timesOut = () => Promise.reject(failure);
    const { sent, calls } = await play({ create: [timesOut], find: [absent, absent, absent] });
    expect(calls).toEqual(['create', 'find', 'find', 'find']);
    expect(sent).toMatchObject({
      sends: 1,
      outcome: {
        kind: 'unknown',
        error: { kind: 'outcome-unknown' },
        doubt: { from: new Date('2025-10-27T10:30:00Z'), until: new Date('2025-10-27T10:30:00Z'), answered: false },
      },
    });
  });

  it('dates the doubt from the send to the moment of giving up', async () => {
    const clock = fakeClock();
    const hangs = () => {
      clock.advance(65_000);
      throw silence();
    };
    const adapter = scriptedAdapter({ create: [hangs], find: [absent] });
    const sent = await createOnce({ clock, random })({
      since: clock.now(),
      ...{ adapter, policy: { ...policy, maxRetries: 0 }, draft: draftOf(), signal: notAborted },
      renew: async () => true,
      onRetry: async () => {},
    });
    expect(outcomeOf(sent)).toMatchObject({
      doubt: { from: new Date('2025-10-27T10:30:00Z'), until: new Date('2025-10-27T10:31:05Z') },
    });
  });

  it('takes a ticket that shows up inside the settle window', async () => {
    const { sent, calls } = await play({ create: [silence()], find: [absent, found] });
    expect(sent).toMatchObject({ sends: 1, outcome: { kind: 'found' } });
    expect(calls).toEqual(['create', 'find', 'find']);
  });

  it('counts an error that is not of our making as a send without an answer', async () => {
    const { sent, calls } = await play({ create: [new TypeError('x is not a function')], find: [found] });
    expect(outcomeOf(sent)).toMatchObject({ kind: 'found' });
    expect(calls).toEqual(['create', 'find']);
  });
});

describe('createOnce: a doubt from an earlier run', () => {
  it('looks first and sends nothing while the settle window is open', async () => {
    const { sent, calls } = await play(
      { find: [absent, absent, absent, absent] },
      { doubt: oldDoubt },
      '2025-10-27T10:01:30Z',
    );
    expect(calls).toEqual(['find', 'find', 'find', 'find']);
    expect(sent).toMatchObject({ sends: 0, outcome: { kind: 'unknown', doubt: oldDoubt } });
  });

  it('sends after the settle window, on a conclusive look-up', async () => {
    const { sent, calls } = await play({ find: [absent], create: [created] }, { doubt: oldDoubt }, settled);
    expect(sent).toMatchObject({ sends: 1, outcome: { kind: 'created' } });
    expect(calls).toEqual(['find', 'create']);
  });

  it('is still inside the window a millisecond earlier', async () => {
    const justBefore = new Date(Date.parse(settled) - 1).toISOString();
    const oneTurn = { doubt: oldDoubt, policy: { ...policy, maxRetries: 0 } };
    const { calls } = await play({ find: [absent], create: [created] }, oneTurn, justBefore);
    expect(calls).toEqual(['find']);
  });

  it('counts only look-ups that began after the window: a slow one proves nothing', async () => {
    const clock = fakeClock('2025-10-27T10:02:00Z');
    const slow = () => {
      clock.advance(60_000);
      return absent;
    };
    const adapter = scriptedAdapter({ find: [slow] });
    const sent = await createOnce({ clock, random })({
      since: clock.now(),
      ...{ adapter, policy: { ...policy, maxRetries: 0 }, draft: draftOf(), signal: notAborted, doubt: oldDoubt },
      renew: async () => true,
      onRetry: async () => {},
    });
    expect(outcomeOf(sent)).toMatchObject({ kind: 'unknown' });
    expect(adapter.calls).toEqual(['find']);
  });

  it('sends at once where the earlier send was answered', async () => {
    const doubt = { ...oldDoubt, answered: true };
    const { calls } = await play({ find: [absent], create: [created] }, { doubt }, '2025-10-27T10:01:00Z');
    expect(calls).toEqual(['find', 'create']);
  });

  it('creates a critical ticket anew where no look-up will ever prove anything', async () => {
    const { sent, calls } = await play({ find: [notSeen], create: [created] }, { doubt: oldDoubt }, settled);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'created' });
    expect(calls).toEqual(['find', 'create']);
  });

  it.each([
    ['is held back', new ItsmError('held', 'servicenow is held back.', { retryAfterMs: 60_000 }), 'unknown'],
    ['is refused', badRequest(), 'failed'],
    ['gets no answer itself', silence(), 'unknown'],
  ])('keeps the older doubt where that create %s: the first ticket may still show up', async (_, failure, kind) => {
    const options = { doubt: oldDoubt, policy: { ...policy, maxRetries: 0 } };
    const { sent } = await play({ find: [notSeen, notSeen], create: [failure] }, options, settled);
    expect(outcomeOf(sent)).toMatchObject({ kind, doubt: { from: oldDoubt.from } });
  });

  it('looks again before each further send of such a one', async () => {
    const script: Script = { find: [notSeen, notSeen, notSeen], create: [refused(), refused(), created] };
    const { calls } = await play(script, { doubt: oldDoubt }, settled);
    expect(calls).toEqual(['find', 'create', 'find', 'create', 'find', 'create']);
  });

  it('leaves a low one to a person', async () => {
    const overrides = { doubt: oldDoubt, draft: draftOf(analysisOf('low')) };
    const { sent, calls } = await play({ find: [notSeen] }, overrides, settled);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'needs-review', error: { kind: 'outcome-unknown' } });
    expect(calls).toEqual(['find']);
  });
});

describe('createOnce: the look-up itself fails', () => {
  it('is no doubt of its own, also where the look-up is a POST: it uses up a round as every other failure', async () => {
    const options = { doubt: oldDoubt, policy: { ...policy, maxRetries: 0 } };
    const { sent } = await play({ find: [brokenAnswer(502)] }, options, settled);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'unknown', error: { kind: 'unavailable', status: 502 } });
  });

  it('has no answer: looks again in the next turn, and sends what the look does not find', async () => {
    const script: Script = { find: [silence(), absent], create: [created] };
    const { sent, calls } = await play(script, { doubt: oldDoubt }, settled);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'created' });
    expect(calls).toEqual(['find', 'find', 'create']);
  });

  it.each([
    ['refused sign-in', unauthorized(), 'auth'],
    ['a request that the platform does not understand', badRequest(), 'rejected'],
    ['an error that is not of our making', new TypeError('x is not a function'), 'unavailable'],
  ])('%s: unknown at once, with the doubt', async (_, failure, kind) => {
    const { sent, calls, waits } = await play({ find: [failure] }, { doubt: oldDoubt }, settled);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'unknown', error: { kind }, doubt: oldDoubt });
    expect({ calls, waits }).toEqual({ calls: ['find'], waits: [] });
  });

  it('503: looks again in the next turn', async () => {
    const { sent, calls, waits } = await play(
      { find: [unreadable(), absent], create: [created] },
      { doubt: oldDoubt },
      settled,
    );
    expect(outcomeOf(sent)).toMatchObject({ kind: 'created' });
    expect(calls).toEqual(['find', 'find', 'create']);
    expect(waits).toEqual([1000]);
  });

  it('throttled: waits as long as the platform asks for', async () => {
    const { waits } = await play({ find: [throttled(15_000), found] }, { doubt: oldDoubt }, settled);
    expect(waits).toEqual([15_000]);
  });

  it('throttled beyond the cap: unknown, not pending', async () => {
    const { sent } = await play({ find: [throttled(3_600_000)] }, { doubt: oldDoubt }, settled);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'unknown', doubt: oldDoubt });
  });
});

describe('createOnce: names that only the platform knows', () => {
  it('looks them up once per delivery, however often it sends', async () => {
    const { sent, calls } = await play({ resolve: ['resolved'], create: [busy(0), busy(0), created] });
    expect(calls).toEqual(['resolve', 'create', 'create', 'create']);
    expect(sent).toMatchObject({ sent: { payload: { group: 'resolved' } } });
  });

  it('tries again where that is unavailable, with nothing sent and no look-up before the send', async () => {
    const { sent, calls } = await play({ resolve: [unreadable(), 'resolved'], create: [created] });
    expect(sent).toMatchObject({ sends: 1, outcome: { kind: 'created' } });
    expect(calls).toEqual(['resolve', 'resolve', 'create']);
  });

  it('has no doubt after a read of unknown outcome: nothing was written', async () => {
    const { sent, calls } = await play({ resolve: [silence(), 'resolved'], create: [created] });
    expect(outcomeOf(sent)).toMatchObject({ kind: 'created' });
    expect(calls).toEqual(['resolve', 'resolve', 'create']);
  });

  it('fails with nothing sent where the sign-in is refused', async () => {
    const { sent, calls } = await play({ resolve: [unauthorized()] });
    expect(sent).toMatchObject({ sends: 0, outcome: { kind: 'failed', error: { kind: 'auth' } } });
    expect(calls).toEqual(['resolve']);
  });

  it('fails with nothing sent where the payload cannot be made', async () => {
    const { sent, calls } = await play({ prepareError: new TypeError('fields.priority is no text') });
    expect(calls).toEqual([]);
    expect(sent).toMatchObject({
      sends: 0,
      outcome: { kind: 'failed', error: { kind: 'mapping', message: 'fields.priority is no text' } },
    });
  });
});

describe('createOnce: the caller aborts', () => {
  const abortOnRetry = () => {
    const controller = new AbortController();
    return { signal: controller.signal, onRetry: async () => controller.abort() };
  };

  it('during a wait, nothing in doubt: pending until the wait would have ended', async () => {
    const { sent, calls } = await play({ create: [throttled(30_000)] }, abortOnRetry());
    expect(calls).toEqual(['create']);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'pending', notBefore: new Date('2025-10-27T10:30:30Z') });
  });

  it('in the middle of a wait: the time that has passed counts', async () => {
    const clock = fakeClock();
    const interrupted = {
      now: clock.now,
      async sleep() {
        clock.advance(10_000);
        throw cancelled();
      },
    };
    const adapter = scriptedAdapter({ create: [throttled(30_000)] });
    const sent = await createOnce({ clock: interrupted, random })({
      since: clock.now(),
      ...{ adapter, policy, draft: draftOf(), signal: notAborted },
      renew: async () => true,
      onRetry: async () => {},
    });
    expect(outcomeOf(sent)).toMatchObject({ notBefore: new Date('2025-10-27T10:30:30Z') });
  });

  it('during a wait, with a send in doubt: unknown', async () => {
    const { sent, calls } = await play({ create: [brokenAnswer(502)] }, abortOnRetry());
    expect(calls).toEqual(['create']);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'unknown', doubt: { answered: true } });
  });

  it('before the send: pending, due at once', async () => {
    const { sent } = await play({ create: [cancelled()] });
    expect(outcomeOf(sent)).toMatchObject({ kind: 'pending', notBefore: new Date('2025-10-27T10:30:00Z') });
  });

  it('during a look-up: unknown', async () => {
    const { sent } = await play({ find: [cancelled()] }, { doubt: oldDoubt }, settled);
    expect(outcomeOf(sent)).toMatchObject({ kind: 'unknown', error: { kind: 'cancelled' }, doubt: oldDoubt });
  });
});

describe('createOnce: between two turns', () => {
  it('stops where another process took over: nothing more is sent or looked up', async () => {
    const { sent, calls } = await play({ create: [refused()] }, { renew: async () => false });
    expect(sent).toEqual({ kind: 'superseded' });
    expect(calls).toEqual(['create']);
  });

  it('renews the claim after each wait, and not before the first send', async () => {
    const seen: number[] = [];
    const clock = fakeClock();
    const adapter = scriptedAdapter({ create: [refused(), refused(), created] });
    await createOnce({ clock, random })({
      since: clock.now(),
      ...{ adapter, policy, draft: draftOf(), signal: notAborted, onRetry: async () => {} },
      renew: async () => {
        seen.push(clock.waits.length);
        return true;
      },
    });
    expect(seen).toEqual([1, 2]);
  });

  it('asks before a send that a slow look or resolve left late, and sends nothing where another process took over', async () => {
    const clock = fakeClock();
    let asked = 0;
    const adapter = scriptedAdapter({ create: [created] });
    const slow = {
      ...adapter,
      resolve: async (draft: ReturnType<typeof draftOf>) => {
        clock.advance(policy.leaseMs);
        return draft;
      },
    };
    const sent = await createOnce({ clock, random })({
      since: clock.now(),
      ...{ adapter: slow, policy, draft: draftOf(), signal: notAborted, onRetry: async () => {} },
      renew: async () => {
        asked++;
        return false;
      },
    });
    expect(sent).toEqual({ kind: 'superseded' });
    expect({ asked, calls: adapter.calls }).toEqual({ asked: 1, calls: [] });
  });

  it('tells of each retry before its wait', async () => {
    const { retries } = await play({ create: [refused(), brokenAnswer(502), created], find: [absent] });
    expect(retries).toEqual([
      { sends: 1, waitMs: 1000, kind: 'unavailable', waitsBefore: 0 },
      { sends: 2, waitMs: 2000, kind: 'outcome-unknown', waitsBefore: 1 },
    ]);
  });

  it('does not hide that the record of a retry could not be written', async () => {
    const gone = new ItsmError('ledger', 'The database is not there.');
    const running = play({ create: [refused()] }, { onRetry: () => Promise.reject(gone) });
    await expect(running).rejects.toBe(gone);
  });
});
