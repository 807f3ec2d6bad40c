import { parseMarkdown, type TicketChange, type TicketRef } from '@itsm-bridge/core';
import { callOf } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openDesk } from './__fixtures__/open-desk.ts';

const call = callOf(`itsm-${'a'.repeat(32)}`);
const there = 'octo/ops/issues/7';
const ticket: TicketRef = { id: there, key: 'octo/ops#7', url: `https://github.com/${there}`, names: {} };
const note: TicketChange = { id: 'n', kind: 'note', audience: 'internal', body: parseMarkdown('Seen again.') };

async function refusedNote(status: number, body: object, headers: Record<string, string> = {}) {
  await using desk = await openDesk();
  desk.site.fault({ on: `POST /repos/${there}/comments`, effect: { kind: 'status', status, body, headers } });
  return await desk.github.update(ticket, note, call).catch((error: unknown) => error);
}

describe('what GitHub refuses of one issue says nothing about the token: it must not hold back every other ticket', () => {
  it('a locked issue', async () => {
    const message = 'Unable to create comment because issue is locked.';
    expect(await refusedNote(403, { message })).toMatchObject({ kind: 'rejected', message });
  });

  it('an archived repository is a matter of the config', async () => {
    const message = 'Repository was archived so is read-only.';
    expect(await refusedNote(403, { message })).toMatchObject({ kind: 'config', message });
  });

  it('the last request of the hour, refused for another reason than the rate, is not sent again', async () => {
    const message = 'Unable to create comment because issue is locked.';
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' };
    expect(await refusedNote(403, { message }, headers)).toMatchObject({ kind: 'rejected' });
  });
});

it('a comment that came too soon after another one waits, though GitHub answers 422', async () => {
  const errors = [
    { resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'was submitted too quickly' },
  ];
  const refused = await refusedNote(422, { message: 'Validation Failed', errors });
  expect(refused).toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
});

describe('301', () => {
  const location = 'https://api.github.com/repositories/42/issues/3';
  const moved = { kind: 'status', status: 301, body: { message: 'Moved Permanently' }, headers: { location } } as const;

  it('at one issue: it was transferred, and is gone from here', async () => {
    await using desk = await openDesk();
    desk.site.fault({ on: `GET /repos/${there}`, effect: moved });
    expect(await desk.github.read?.(ticket, call)).toEqual({ kind: 'gone' });
  });

  it('at the repository too: it was renamed, and its issues are not gone', async () => {
    await using desk = await openDesk();
    desk.site.fault({ times: 2, effect: moved });
    const message = expect.stringContaining('octo/ops has moved');
    await expect(desk.github.read?.(ticket, call)).rejects.toMatchObject({ kind: 'config', message });
  });

  it('names the new place without its query, which may hold what is secret', async () => {
    await using desk = await openDesk();
    const elsewhere = { ...moved, headers: { location: `${location}?access_token=s3cr3t` } };
    desk.site.fault({ times: 2, effect: elsewhere });
    const message = expect.stringMatching(/has moved \(https:\/\/api\.github\.com\/repositories\/42\/issues\/3\)\./);
    await expect(desk.github.read?.(ticket, call)).rejects.toMatchObject({ message });
  });

  it('at a change names both, and is not the config', async () => {
    await using desk = await openDesk();
    desk.site.fault({ on: `POST /repos/${there}/comments`, effect: moved });
    const message = expect.stringMatching(/repositories\/42\/issues\/3: the issue was transferred, or/);
    await expect(desk.github.update(ticket, note, call)).rejects.toMatchObject({ kind: 'rejected', message });
  });
});
