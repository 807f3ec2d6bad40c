import { ItsmError } from '@itsm-bridge/core';
import { callOf } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openDesk } from './__fixtures__/open-desk.ts';

const on = 'POST /repos/octo/ops/issues';
const key = `itsm-${'a'.repeat(32)}`;

async function refused(status: number, body: object, headers: Record<string, string> = {}) {
  await using desk = await openDesk();
  desk.site.fault({ on, effect: { kind: 'status', status, body, headers } });
  const error: unknown = await desk.github.create({ title: 'a', body: 'b' }, callOf(key)).then(
    () => undefined,
    thrown => thrown,
  );
  if (!ItsmError.is(error)) throw new TypeError('It was not refused.');
  return error;
}

describe('a rate limit is one, whatever its status', () => {
  const soon = 1800;
  const reset = () => ({ 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + soon) });
  const exceeded = { message: 'API rate limit exceeded for user ID 1.' };
  const secondary = { message: 'You have exceeded a secondary rate limit.' };

  it('403 with Retry-After', async () => {
    const error = await refused(403, secondary, { 'retry-after': '42', 'x-ratelimit-remaining': '4999', ...reset() });
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 42_000 });
  });

  it.each([403, 429])('%d with nothing left, until the reset', async status => {
    const error = await refused(status, exceeded, { 'x-ratelimit-remaining': '0', ...reset() });
    expect(error.kind).toBe('rate-limited');
    expect(Math.abs((error.retryAfterMs ?? 0) - soon * 1000)).toBeLessThan(10_000);
  });

  it.each([403, 429])('%d that names no time: a minute, not until the reset of the other limit', async status => {
    const error = await refused(status, secondary, { 'x-ratelimit-remaining': '4999', ...reset() });
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
  });

  it('but 403 without permission is none', async () => {
    const body = { message: 'Resource not accessible by personal access token' };
    const error = await refused(403, body, { 'x-ratelimit-remaining': '4999', ...reset() });
    expect(error).toMatchObject({ kind: 'auth', message: body.message });
    expect(error.retryAfterMs).toBeUndefined();
  });
});

it('names every field that GitHub finds wrong', async () => {
  const errors = [
    { resource: 'Issue', field: 'assignees', code: 'invalid', value: 'nobody' },
    { resource: 'Issue', field: 'title', code: 'missing_field' },
    { resource: 'Issue', field: 'body', code: 'custom', message: 'body is too long (maximum is 65536 characters)' },
    'something else',
  ];
  const { kind, message } = await refused(422, { message: 'Validation Failed', errors });
  expect(kind).toBe('rejected');
  expect(message).toBe(
    'Validation Failed: assignees invalid ("nobody"); title missing_field; body is too long (maximum is 65536 characters); "something else"',
  );
});

it.each([
  [404, { message: 'Not Found' }, /no repository octo\/ops, or the token may not see it/],
  [410, { message: 'Issues are disabled for this repo' }, /octo\/ops has no issues: Issues are disabled/],
  [307, { message: 'Moved' }, /octo\/ops has moved.*new name in repository/],
])('%d is a matter of the config', async (status, body, message) => {
  expect(await refused(status, body)).toMatchObject({ kind: 'config', message: expect.stringMatching(message) });
});

describe('what GitHub drops without a word', () => {
  const dropped = async (mayPush: boolean) => {
    await using desk = await openDesk({ mayPush }, { defaults: { assignees: ['octocat'], milestone: 3, type: 'Bug' } });
    const { warnings } = await desk.deliver();
    return warnings.filter(({ code }) => code === 'field-dropped').map(({ field }) => field);
  };

  it('is a warning for each field, where the token may not push', async () =>
    expect(await dropped(false)).toEqual(['labels', 'assignees', 'milestone', 'type']));

  it('is nothing where it may', async () => expect(await dropped(true)).toEqual([]));
});
