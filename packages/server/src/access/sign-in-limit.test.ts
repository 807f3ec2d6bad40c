import { describe, expect, it } from 'vitest';
import { approverToken, guarded, twoTokens } from './__tests__/ask.ts';

const opened = () => guarded({ tokens: twoTokens });
const at = '10.0.0.5';
const guess = (token: string, from: string) => ({ at, from, headers: { authorization: `Bearer ${token}` } });
const wrong = (from: string) => guess('x'.repeat(32), from);
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('guessing', () => {
  it('is over after ten wrong tokens within a minute, for the right one as well, and says for how long', async () => {
    const { ask, advance, recorded } = await opened();
    for (const _ of times(10)) expect(await ask(wrong('10.0.0.9'))).toMatchObject({ status: 401 });
    advance(20_000);
    const answer = await ask(guess(approverToken, '10.0.0.9'));
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('40');
    expect(answer.words).toBe('Too many wrong tokens came from 10.0.0.9 or elsewhere. Try again in 40 s.');
    expect(recorded).toHaveLength(10);
    advance(40_000);
    expect(await ask(guess(approverToken, '10.0.0.9'))).toMatchObject({ status: 200 });
  });

  it('counts the form and the header together', async () => {
    const { ask } = await opened();
    const form = { at, from: '10.0.0.9', path: '/sign-in', method: 'POST', form: { token: 'wrong' } };
    for (const _ of times(5)) await ask(wrong('10.0.0.9'));
    for (const _ of times(5)) expect(await ask(form)).toMatchObject({ status: 401 });
    const answer = await ask(form);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
    expect(answer.text).toContain('role="alert"');
  });

  it('from many addresses is over after a hundred, and does not lock out who has signed in before', async () => {
    const { ask } = await opened();
    await ask(guess(approverToken, '10.0.1.1'));
    for (const index of times(100)) expect(await ask(wrong(`10.0.2.${index}`))).toMatchObject({ status: 401 });
    expect(await ask(wrong('10.0.3.1'))).toMatchObject({ status: 429 });
    expect(await ask(guess(approverToken, '10.0.1.1'))).toMatchObject({ status: 200 });
  });

  it('has one network of IPv6 as one address, and another as another', async () => {
    const { ask } = await opened();
    for (const index of times(10)) await ask(wrong(`fd00:1:2:3::${index.toString(16)}`));
    expect(await ask(wrong('fd00:1:2:3:ffff::1'))).toMatchObject({ status: 429 });
    expect(await ask(wrong('fd00:1:2:4::1'))).toMatchObject({ status: 401 });
  });

  const behind = (proxy: string, hops: string, token = 'x'.repeat(32)) => ({
    ...{ at, from: proxy },
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': hops },
  });

  it('behind a proxy that is trusted holds up the guesser alone, whoever else it says to be', async () => {
    const { ask, recorded } = await guarded({ tokens: twoTokens, proxy: { trust: ['10.0.0.1', '10.0.0.2'] } });
    for (const index of times(10)) await ask(behind('10.0.0.1', `10.0.4.${index}, 10.0.0.9:5${index}, 10.0.0.2`));
    expect(recorded.at(-1)).toMatchObject({ detail: 'with a bearer token, from 10.0.0.9' });
    for (const hops of ['10.0.0.9', '::ffff:10.0.0.9']) {
      expect(await ask(behind('10.0.0.2', hops, approverToken))).toMatchObject({ status: 429 });
    }
    for (const hops of ['10.0.0.8', '::ffff:10.0.0.8', 'fd00::8', '']) {
      expect(await ask(behind('10.0.0.1', hops, approverToken))).toMatchObject({ status: 200 });
    }
  });

  it('believes nobody else where they are', async () => {
    const { ask } = await guarded({ tokens: twoTokens, proxy: { trust: ['10.0.0.1'] } });
    for (const index of times(10)) await ask(behind('10.0.0.9', `10.0.4.${index}`));
    expect(await ask(behind('10.0.0.9', '10.0.0.8', approverToken))).toMatchObject({ status: 429 });
    for (const index of times(10)) await ask(behind('10.0.0.1', `nobody-${index}`));
    expect(await ask(behind('10.0.0.1', 'nobody', approverToken))).toMatchObject({ status: 429 });
  });

  it('does not end a session of the same address', async () => {
    const { ask, signIn } = await opened();
    const { cookie } = await signIn(approverToken);
    for (const _ of times(11)) await ask({ headers: { authorization: 'Bearer wrong' } });
    expect(await ask({ headers: { cookie } })).toMatchObject({ status: 200 });
  });
});
