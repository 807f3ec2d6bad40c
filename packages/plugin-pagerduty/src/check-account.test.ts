import { checksOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { openAccount } from './__fixtures__/account.ts';
import type { PagerDutyOptions } from './__fixtures__/start-pagerduty.ts';

async function check(options: PagerDutyOptions = {}, members = {}) {
  await using desk = await openAccount(options, members);
  const steps = await checksOf(desk.pagerduty);
  expect(desk.account.requests.every(({ method }) => method === 'GET')).toBe(true);
  return steps;
}

it('asks for the sign-in, the service, the user, the policy and the priorities, and writes nothing', async () => {
  const steps = await check({}, { escalation_policy: 'PPOL1' });
  expect(steps.map(({ step, ok, detail }) => `${step}, ${ok}: ${detail}`)).toEqual([
    'sign in, true: Incidents can be read. Whether they can be written was not tried: a read-only key shows at the first.',
    'service, true: PSVC1 is Checkout, active. Its own rule of urgency: severity_based.',
    'from, true: rca@example.com is a user.',
    'escalation policy, true: PPOL1 is there.',
    'priorities, true: P1, P2',
  ]);
});

it.each([
  ['a service that is not there', {}, { service: 'PSVC9' }, 'service', /./],
  ['a service that is off', { serviceStatus: 'disabled' }, {}, 'service', /^Checkout is in state "disabled"/],
  [
    'a service in maintenance',
    { serviceStatus: 'maintenance' },
    {},
    'service',
    /"maintenance": PagerDuty makes no incidents/,
  ],
  ['a user that nobody is', {}, { from: 'nobody@example.com' }, 'from', /^No user has the e-mail nobody@example\.com/],
  ['a user who may only read', { role: 'read_only_user' }, {}, 'from', /is a stakeholder \(read_only_user\)/],
  ['a policy that is not there', {}, { escalation_policy: 'PPOL9' }, 'escalation policy', /./],
] as const)('makes exactly that step fail, with a hint: %s', async (_what, options, members, step, detail) => {
  const failed = (await check(options, members)).filter(({ ok }) => !ok);
  expect(failed).toEqual([{ step, ok: false, detail: expect.stringMatching(detail), hint: expect.any(String) }]);
});

it.each([
  ['are not on this plan', 402],
  ['are not in the scopes of this sign-in', 403],
])('takes it for no failure that priorities %s, and says what becomes of them', async (_why, status) => {
  await using desk = await openAccount();
  const body = { error: { message: 'Access Denied', code: 2010 } };
  desk.account.fault({ on: 'GET /priorities', effect: { kind: 'status', status, body } });
  const detail = expect.stringContaining('is left out, with a warning');
  expect((await checksOf(desk.pagerduty)).at(-1)).toMatchObject({ step: 'priorities', ok: true, detail });
});
