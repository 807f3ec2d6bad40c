import { checksOf } from '@itsm-bridge/testkit';
import { afterEach, expect, it, vi } from 'vitest';
import { bare, openDesk } from '../__tests__/desk.ts';

afterEach(() => vi.useRealTimers());

it.each([
  ['choices that were not there', 'sys_choice', 200, { result: [] }, /^incident has state\.$/],
  ['a dictionary that was refused', 'sys_dictionary', 403, {}, /^Not told: /],
])('sees %s once it was mended, in a process that goes on', async (_what, table, status, body, before) => {
  await using desk = await openDesk(bare);
  desk.instance.fault({ on: `GET /api/now/table/${table}`, effect: { kind: 'status', status, body } });
  const reopen = async () => (await checksOf(desk.servicenow)).find(({ step }) => step === 'reopen')?.detail;
  expect(await reopen()).toMatch(before);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16_000 });
  expect(await reopen()).toBe('incident has state In Progress.');
});
