import { servicenowFaults } from '@itsm-bridge/testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { analysisOf } from './analyses.ts';
import { bare, type Desk, noteless, openDesk } from './desk.ts';
import { clientCredentials, oauth, password, signedBy } from './oauth.ts';

const post = 'POST /api/now/table/incident';
afterEach(() => vi.useRealTimers());

/** Only the date is another, and goes on from there; timers and sockets stay real. */
const at = (minutes: number, seconds: number) => {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  vi.setSystemTime(Date.UTC(2026, 0, 31, 12, minutes, seconds));
};

const deliver = async ({ itsm }: Desk, id = 'abc123') => (await itsm.createTickets(analysisOf({ id })))[0];
const deliverAtOnce = (desk: Desk, count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => deliver(desk, `job-${n}`)));
/** All created, each once, and nothing else in the table. */
function expectEach(desk: Desk, deliveries: Awaited<ReturnType<typeof deliverAtOnce>>) {
  expect(deliveries.map(delivery => delivery?.status)).toEqual(deliveries.map(() => 'created'));
  expect(desk.instance.incidents()).toHaveLength(deliveries.length);
  expect(desk.instance.ticketsByKey().size).toBe(deliveries.length);
}
const answered = ({ instance }: Desk, status: number) =>
  instance.transcript.filter(line => line.endsWith(` ${status}`)).length;

describe('a token that ends while fifty deliveries are under way', () => {
  it.each([
    ['ended by the instance before its time', (desk: Desk) => desk.instance.endTokens(), 'refused'],
    ['over by the clock', () => vi.setSystemTime(Date.now() + 120_000), 'renewed in time'],
  ])('%s: is followed by exactly one more, and nobody notices', async (_what, end, how) => {
    at(30, 0);
    let answers = 0;
    let ending = () => {};
    const options = {
      ...{ oauth: { ...oauth, tokenSeconds: 100 }, latencyMs: 1 },
      // While the twentieth answer is on its way, and requests beside it are as well.
      sleep: async () => {
        answers += 1;
        if (answers === 20) ending();
      },
    };
    await using desk = await openDesk(signedBy(clientCredentials), options);
    ending = () => end(desk);
    const deliveries = await deliverAtOnce(desk, 50);
    expectEach(desk, deliveries);
    expect(deliveries.map(delivery => delivery?.attempts)).toEqual(Array(50).fill(1));
    expect(desk.instance.requests.filter(({ path }) => path === '/oauth_token.do')).toHaveLength(2);
    const refused = answered(desk, 401);
    if (how === 'refused') expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(4);
    expect(desk.created()).toHaveLength(50 + refused);
  });

  it('is renewed once by the refresh token, where the password would give the old one again', async () => {
    let answers = 0;
    let end = () => {};
    const sleep = async () => {
      answers += 1;
      if (answers === 20) end();
    };
    await using desk = await openDesk(signedBy(password), { oauth, latencyMs: 1, sleep });
    end = () => desk.instance.endTokens();
    expectEach(desk, await deliverAtOnce(desk, 50));
    const grants = desk.instance.requests
      .filter(({ path }) => path === '/oauth_token.do')
      .map(({ body }) => new URLSearchParams(body).get('grant_type'));
    expect(grants).toEqual(['password', 'refresh_token']);
  });
});

describe('the semaphores of the instance', () => {
  it.each([
    ['four at once by default', {}, 4],
    ['as many as the config says', { limits: { concurrency: 2 } }, 2],
  ])('are never filled by fifty deliveries side by side: %s', async (_what, members, most) => {
    // Slow enough that all seats are taken before the first answer comes.
    await using desk = await openDesk({ ...bare, ...members }, { latencyMs: 25, semaphoreQueue: most });
    expectEach(desk, await deliverAtOnce(desk, 50));
    expect(desk.instance.mostAtOnce).toBe(most);
    expect(answered(desk, 429)).toBe(0);
  });

  it('may be full of the requests of others: a 429 without a header is a short wait', async () => {
    await using desk = await openDesk(bare);
    desk.instance.fault({ on: post, times: 20, effect: servicenowFaults.semaphoresFull() });
    expectEach(desk, await deliverAtOnce(desk, 20));
    expect(answered(desk, 429)).toBe(20);
  });
});

describe('an hourly rule', () => {
  it.each(['seconds', 'none'] as const)(
    'delays what is beyond it to the next hour, and loses and doubles nothing (retryAfter: %s)',
    async retryAfter => {
      at(59, 0);
      await using desk = await openDesk(noteless, { rateRule: { perHour: 3, retryAfter } });
      at(59, 59);
      expectEach(desk, await deliverAtOnce(desk, 6));
      expect(answered(desk, 429)).toBeGreaterThan(0);
      expect(desk.instance.requests.at(-1)?.status).toBe(201);
    },
  );

  it.each(['seconds', 'none'] as const)(
    'that is over later than retry.retry_after_cap leaves the delivery pending until then (retryAfter: %s)',
    async retryAfter => {
      at(30, 0);
      await using desk = await openDesk(noteless, { rateRule: { perHour: 1, retryAfter } });
      await deliver(desk, 'first');
      const late = await deliver(desk, 'second');
      expect(late).toMatchObject({ status: 'pending', success: false, attempts: 1, error: { kind: 'rate-limited' } });
      // Retry-After has whole seconds.
      const hour = Date.UTC(2026, 0, 31, 13);
      expect(Math.abs(Number(late?.notBefore) - hour)).toBeLessThanOrEqual(1_000);
      expect(await deliver(desk, 'third')).toMatchObject({ status: 'pending', attempts: 0, error: { kind: 'held' } });
      expect(desk.instance.transcript).toEqual([`${post} 201`, `${post} 429`]);

      at(60, 1);
      expect(await deliver(desk, 'second')).toMatchObject({ status: 'created' });
      expect(desk.instance.incidents()).toHaveLength(2);
    },
  );
});
