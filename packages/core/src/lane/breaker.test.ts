import { describe, expect, it } from 'vitest';
import { badRequest, brokenAnswer, busy, cancelled, refused, throttled, unauthorized } from '../__tests__/failures.ts';
import { ItsmError } from '../itsm-error.ts';
import { createBreaker } from './breaker.ts';

/** What the breaker said of each end of a request: the reason where it opened. */
function told(...ends: readonly unknown[]) {
  const breaker = createBreaker();
  return ends.map(end => breaker.count(end)?.reason);
}
const seven = Array.from({ length: 7 }, () => refused());
const good = undefined;
const closed = undefined;
const held = new ItsmError('held', 'servicenow is held back: its breaker is open.');

describe('a breaker', () => {
  it('opens with the eighth failure in a row: a delivery that is sent four times does not open it alone', () => {
    expect(told(...seven)).toEqual(seven.map(() => closed));
    expect(told(...seven, brokenAnswer(502)).at(-1)).toBe('failures');
    expect(told(busy(1_000), ...seven).at(-1)).toBe('failures');
  });

  it('says with which words it opened', () => {
    const breaker = createBreaker();
    for (const failure of seven) breaker.count(failure);
    expect(breaker.count(brokenAnswer(502))).toEqual({
      reason: 'failures',
      words: 'POST /incident was answered 502.',
    });
  });

  it.each([
    ['a good answer', good],
    ['a request that was refused: the platform is there', badRequest()],
  ])('counts anew after %s', (_, end) => {
    expect(told(...seven, end, ...seven)).toEqual(Array.from({ length: 15 }, () => closed));
  });

  it.each([
    ['was cancelled by us', cancelled()],
    ['was held back by us', held],
    ['came too early', throttled(1_000)],
  ])('takes a request that %s for neither good nor bad', (_, end) => {
    expect(told(...seven, end)).toEqual(Array.from({ length: 8 }, () => closed));
    expect(told(...seven, end, refused()).at(-1)).toBe('failures');
  });

  it('opens at once when the sign-in is refused: a thousand of those lock the account', () => {
    expect(told(unauthorized())).toEqual(['auth']);
    expect(told(refused(), unauthorized(), refused())).toEqual([closed, 'auth', closed]);
  });

  it('opens for a read, too, whose sign-in is refused, and not for one that may not see what it asked for', () => {
    const breaker = createBreaker();
    const hidden = new ItsmError('auth', 'Insufficient rights to read sys_user_group', { status: 403 });
    expect(breaker.count(hidden, { read: true })).toBeUndefined();
    expect(breaker.count(unauthorized(), { read: true })).toMatchObject({ reason: 'auth' });
  });

  it('needs eight further failures to open again', () => {
    const all = told(...seven, refused(), ...seven, refused()).map(reason => reason ?? '-');
    expect(all).toEqual([...'-------', 'failures', ...'-------', 'failures']);
  });
});
