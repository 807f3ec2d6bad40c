import { deliveryKey } from '@itsm-bridge/core';
import { callOf, type FaultEffect } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { impatient } from '../__tests__/desk.ts';
import { openSite, recover } from '../__tests__/open-site.ts';

const post = 'POST /rest/api/3/issue';
const walk = 'POST /rest/api/3/issue/bulkfetch';
const search = 'GET /rest/api/3/search/jql';
const minute = 60_000;
const keyFor = (jobId: string): string => deliveryKey({ environment: 'default', integration: 'jira', jobId });
const key = keyFor('abc123');
const keysIn = (json: unknown): readonly string[] => (json as { issueIdsOrKeys: string[] }).issueIdsOrKeys;

describe('while search lags by a minute', () => {
  it('finds the issue by walking the keys, at the first look', async () => {
    await using desk = await openSite({}, { indexLagMs: minute });
    await desk.issuesMade(3, 10 * minute);
    const delivery = await recover(desk);
    expect(delivery).toMatchObject({ status: 'found', attempts: 1, ticket: { key: 'OPS-4' } });
    expect(desk.sent()).toEqual([`${post} dropped`, `${search} 200`, `${walk} 200`, `${walk} 200`]);
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

it('does not read again what a walk has read of other deliveries, also where that walk failed', async () => {
  await using desk = await openSite({}, { indexLagMs: minute });
  const from = new Date();
  for (let n = 0; n < 150; n++) await desk.deliver({ id: `job-${n}` });
  const lookUp = (job: string) =>
    desk.jira.find(callOf(keyFor(job), { from, until: from, answered: true })).catch((error: unknown) => error);
  desk.site.fault({ on: walk, effect: { kind: 'delay', ms: 1 } });
  desk.site.fault({ on: walk, effect: { kind: 'status', status: 429, headers: { 'retry-after': '0' } } });
  expect(await lookUp('job-149')).toMatchObject({ kind: 'rate-limited' });
  desk.site.clearRequests();
  expect(await lookUp('job-149')).toMatchObject({ kind: 'found', ticket: { key: 'OPS-150' } });
  expect(await lookUp('job-3')).toMatchObject({ kind: 'found', ticket: { key: 'OPS-4' } });
  const asked = desk.site.requests.filter(({ path }) => path.endsWith('/bulkfetch')).map(({ json }) => keysIn(json));
  expect(asked.map(keys => [keys[0], keys.at(-1)])).toEqual([
    ['OPS-101', 'OPS-200'],
    ['OPS-201', 'OPS-300'],
    ['OPS-4', 'OPS-249'],
    ['OPS-250', 'OPS-349'],
  ]);
});

it('is not led astray by issues that were moved into another project', async () => {
  await using desk = await openSite({}, { indexLagMs: minute });
  const from = new Date();
  for (const job of ['a', 'b', 'c', 'd']) await desk.deliver({ id: job });
  desk.site.moveIssue('OPS-2', 'TEAM-5');
  desk.site.moveIssue('OPS-3', 'TEAM-90000');
  const lookUp = (job: string) => desk.jira.find(callOf(keyFor(job), { from, until: from, answered: true }));
  expect(await lookUp('c')).toMatchObject({ kind: 'found', ticket: { key: 'TEAM-90000' } });
  await desk.deliver({ id: 'e' });
  desk.site.clearRequests();
  expect(await lookUp('e')).toMatchObject({ kind: 'found', ticket: { key: 'OPS-5' } });
  expect(desk.site.transcript.filter(line => line.startsWith(walk))).toHaveLength(2);
});

it('does not end at a page of gaps between issues that are known', async () => {
  const skipKeys = Array.from({ length: 60 }, (_, n) => 2 + n).concat(Array.from({ length: 60 }, (_, n) => 64 + n));
  await using desk = await openSite({}, { indexLagMs: minute, skipKeys });
  const from = new Date();
  for (const job of ['a', 'b', 'c']) await desk.deliver({ id: job });
  const doubt = { from, until: from, answered: true };
  expect(await desk.jira.find(callOf(keyFor('nothing'), doubt))).toMatchObject({ kind: 'absent' });
  await desk.deliver({ id: 'd' });
  expect(await desk.jira.find(callOf(keyFor('d'), doubt))).toMatchObject({ kind: 'found', ticket: { key: 'OPS-124' } });
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
