import { deliveryKey } from '@itsm-bridge/core';
import { callOf } from '@itsm-bridge/testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { edit, openSite, recover } from '../__tests__/open-site.ts';

const post = 'POST /rest/api/3/issue';
const walk = 'POST /rest/api/3/issue/bulkfetch';
const search = 'GET /rest/api/3/search/jql';
const minute = 60_000;
const key = deliveryKey({ environment: 'default', integration: 'jira', jobId: 'abc123' });

/** Moves the date; timers and sockets stay real. */
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
afterEach(() => vi.useRealTimers());

it('finds it by its property where a person has taken the label off', async () => {
  await using desk = await openSite();
  await desk.deliver();
  await edit(desk.site, '/rest/api/3/issue/OPS-1', 'PUT', { fields: { labels: [] } });
  expect(desk.site.countByLabel(key)).toBe(0);
  const doubt = { from: new Date(), until: new Date(), answered: true };
  expect(await desk.jira.find(callOf(key, doubt))).toMatchObject({ kind: 'found', ticket: { key: 'OPS-1' } });
});

it('finds it by search where the walk begins after it', async () => {
  await using desk = await openSite();
  await desk.deliver();
  const since = new Date(Date.now() + 60 * minute);
  const lookup = await desk.jira.find(callOf(key, { from: since, until: since, answered: true }));
  expect(lookup).toMatchObject({ kind: 'found', ticket: { key: 'OPS-1' } });
});

it('gives the oldest of two issues with the key, and the other as its twin', async () => {
  await using desk = await openSite();
  await desk.deliver();
  await desk.jira.create(desk.created()[0]?.json, callOf(key));
  const lookup = await desk.jira.find(callOf(key, { from: new Date(), until: new Date(), answered: true }));
  expect(lookup).toMatchObject({ kind: 'found', ticket: { key: 'OPS-1' }, twins: [{ key: 'OPS-2' }] });
});

describe('where there is no issue', () => {
  const doubt = { from: new Date(), until: new Date(), answered: true };

  it('says so for certain, having walked the keys', async () => {
    await using desk = await openSite();
    expect(await desk.jira.find(callOf(key, doubt))).toEqual({ kind: 'absent', conclusive: true });
  });

  it('says that it cannot know with key_walk off', async () => {
    await using desk = await openSite({ key_walk: false });
    expect(await desk.jira.find(callOf(key, doubt))).toEqual({ kind: 'absent', conclusive: false });
    expect(desk.site.transcript).toEqual([`${search} 200`]);
  });

  it('sends again at once after an answered failure', async () => {
    await using desk = await openSite();
    desk.site.fault({ on: post, effect: { kind: 'status', status: 502 } });
    expect(await desk.deliver()).toMatchObject({ status: 'created', attempts: 2 });
    expect(desk.site.issues()).toHaveLength(1);
  });
});

it('stays unknown with key_walk off while search lags, and is found once search shows it', async () => {
  await using desk = await openSite({ key_walk: false }, { indexLagMs: minute });
  expect(await recover(desk)).toMatchObject({ status: 'unknown', success: false });
  expect(desk.created()).toHaveLength(1);
  later(minute + 1000);
  expect(await desk.deliver()).toMatchObject({ status: 'found', ticket: { key: 'OPS-1' } });
  expect(desk.site.issues()).toHaveLength(1);
});

it('asks a person after the settle window where nothing is conclusive and the severity is low', async () => {
  await using desk = await openSite({ key_walk: false });
  desk.site.fault({ on: post, effect: { kind: 'drop', commit: false } });
  expect(await desk.deliver({ severity: 'low' })).toMatchObject({ status: 'unknown' });
  later(3 * minute);
  expect(await desk.deliver({ severity: 'low' })).toMatchObject({ status: 'needs_review' });
  expect(desk.site.issues()).toEqual([]);
});

it('takes no answer without issues for an absence', async () => {
  await using desk = await openSite();
  const broken = { kind: 'status', status: 200, body: { total: 0 } } as const;
  const doubt = { from: new Date(), until: new Date(), answered: true };
  desk.site.fault({ on: walk, effect: broken });
  await expect(desk.jira.find(callOf(key, doubt))).rejects.toMatchObject({ kind: 'unavailable' });
  desk.site.fault({ on: search, effect: broken });
  await expect(desk.jira.find(callOf(key, doubt))).rejects.toMatchObject({ kind: 'unavailable' });
});
