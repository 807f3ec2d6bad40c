import { deliveryKey } from '@itsm-bridge/core';
import { callOf, type FaultEffect } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { impatient } from './__tests__/desk.ts';
import { openSite, recover } from './__tests__/open-site.ts';

const post = 'POST /rest/api/3/issue';
const walk = 'POST /rest/api/3/issue/bulkfetch';
const search = 'GET /rest/api/3/search/jql';
const minute = 60_000;
const key = deliveryKey({ environment: 'default', integration: 'jira', jobId: 'abc123' });

describe('while search lags by a minute', () => {
  it('finds the issue by walking the keys, at the first look', async () => {
    await using desk = await openSite({}, { indexLagMs: minute });
    await desk.issuesMade(3, 10 * minute);
    const delivery = await recover(desk);
    expect(delivery).toMatchObject({ status: 'found', attempts: 1, ticket: { key: 'OPS-4' } });
    expect(desk.site.transcript).toEqual([`${post} dropped`, `${search} 200`, `${walk} 200`, `${walk} 200`]);
    expect(desk.site.countByLabel(key)).toBe(1);
  });

  it.each<[string, FaultEffect]>([
    ['502', { kind: 'status', status: 502, commit: true }],
    ['half an answer', { kind: 'half-body', commit: true }],
    ['no answer', { kind: 'hang', commit: true }],
  ])('finds it after %s', async (_what, effect) => {
    await using desk = await openSite(impatient, { indexLagMs: minute });
    await desk.issuesMade(1, 10 * minute);
    desk.site.fault({ on: post, effect });
    expect(await desk.deliver()).toMatchObject({ status: 'found', attempts: 1, ticket: { key: 'OPS-2' } });
    expect(desk.site.issues()).toHaveLength(2);
  });

  it('finds it in a project that had no issue', async () => {
    await using desk = await openSite({}, { indexLagMs: minute });
    expect(await recover(desk)).toMatchObject({ status: 'found', ticket: { key: 'OPS-1' } });
    expect(desk.site.issues()).toHaveLength(1);
  });

  it('finds it behind gaps in the keys', async () => {
    const skipKeys = [2, 3, 4, 7, 8, ...Array.from({ length: 60 }, (_, n) => 12 + n)];
    await using desk = await openSite({}, { indexLagMs: minute, skipKeys });
    await desk.issuesMade(6, 10 * minute);
    expect(await recover(desk)).toMatchObject({ status: 'found', ticket: { key: 'OPS-72' } });
  });

  it('finds it behind more than a page of issues made since', async () => {
    await using desk = await openSite({}, { indexLagMs: minute });
    await desk.issuesMade(2, 10 * minute);
    await desk.issuesMade(130, 0);
    expect(await recover(desk)).toMatchObject({ status: 'found', ticket: { key: 'OPS-133' } });
    expect(desk.site.transcript.filter(line => line.startsWith(walk))).toHaveLength(3);
  });

  it('finds it behind a page of keys that are gone, below issues that search shows', async () => {
    const skipKeys = Array.from({ length: 250 }, (_, n) => 5 + n);
    await using desk = await openSite({}, { indexLagMs: minute, skipKeys });
    await desk.issuesMade(2, 20 * minute);
    await desk.issuesMade(4, 2 * minute);
    expect(await recover(desk)).toMatchObject({ status: 'found', ticket: { key: 'OPS-257' } });
  });
});

it('finds it below sixty old issues that were moved into the project meanwhile', async () => {
  await using desk = await openSite({}, { indexLagMs: minute });
  await desk.issuesMade(12, 60 * minute);
  const from = new Date();
  await desk.deliver();
  // A moved issue keeps the date of its creation and gets the next key.
  await desk.issuesMade(60, 24 * 60 * minute);
  const lookup = await desk.jira.find(callOf(key, { from, until: from, answered: true }));
  expect(lookup).toMatchObject({ kind: 'found', ticket: { key: 'OPS-13' } });
});

it('asks search twice, however many issues a storm has made', async () => {
  await using desk = await openSite({}, {});
  await desk.issuesMade(12, 60 * minute);
  await desk.issuesMade(170, 0);
  expect(await recover(desk)).toMatchObject({ status: 'found', ticket: { key: 'OPS-183' } });
  expect(desk.site.transcript.filter(line => line.startsWith(search))).toHaveLength(2);
});

it('reads the keys once for all that look at the same time', async () => {
  await using desk = await openSite({}, { indexLagMs: minute });
  await desk.issuesMade(12, 60 * minute);
  const from = new Date();
  await desk.deliver();
  desk.site.clearRequests();
  const doubt = { from, until: from, answered: true };
  const lookups = await Promise.all(Array.from({ length: 8 }, () => desk.jira.find(callOf(key, doubt))));
  for (const lookup of lookups) expect(lookup).toMatchObject({ kind: 'found', ticket: { key: 'OPS-13' } });
  expect(desk.site.transcript).toEqual([`${search} 200`, `${walk} 200`, `${walk} 200`]);
});
