import { callOf } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openDesk } from './__fixtures__/open-desk.ts';
import { marker } from './marker.ts';

const key = `itsm-${'a'.repeat(32)}`;
const minute = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms);
const doubtOf = (untilMs: number, fromMs = untilMs) => ({ from: ago(fromMs), until: ago(untilMs), answered: true });
const ours = { title: 'ours', body: `report\n\n${marker('key', key)}\n` };
const stranger = { title: 'a stranger', body: 'Nothing of ours.' };

async function openFilled({
  before = 0,
  after = 0,
  now = Date.now,
}: {
  before?: number;
  after?: number;
  now?: () => number;
} = {}) {
  const desk = await openDesk({ now });
  const add = async (payload: object, times = 1) => {
    for (let made = 0; made < times; made += 1) await desk.github.create(payload, callOf(key));
  };
  await add(stranger, before);
  return { ...desk, add, after: () => add(stranger, after) };
}

describe('an absence', () => {
  it('is certain where the last doubtful send is a minute old', async () => {
    await using desk = await openFilled({ before: 3 });
    expect(await desk.github.find(callOf(key, doubtOf(minute)))).toEqual({ kind: 'absent', conclusive: true });
  });

  it('is not certain before: the list may lag behind the write', async () => {
    await using desk = await openFilled({ before: 3 });
    expect(await desk.github.find(callOf(key, doubtOf(minute / 2)))).toEqual({ kind: 'absent', conclusive: false });
  });

  it('is none where a later page cannot be read', async () => {
    await using desk = await openFilled({ before: 101 });
    const on = 'GET /repos/octo/ops/issues';
    const list = await fetch(`${desk.site.url}/repos/octo/ops/issues?per_page=100`, {
      headers: { authorization: 'Bearer ghp_sandbox', 'x-github-api-version': '2022-11-28' },
    });
    const headers = { link: list.headers.get('link') ?? '' };
    desk.site.fault({ on, effect: { kind: 'status', status: 200, headers, body: await list.json() } });
    desk.site.fault({ on, effect: { kind: 'status', status: 502, body: { message: 'Server Error' } } });
    await expect(desk.github.find(callOf(key, doubtOf(minute)))).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is none where the answer is no list', async () => {
    await using desk = await openFilled();
    desk.site.fault({ effect: { kind: 'status', status: 200, body: { items: [] } } });
    await expect(desk.github.find(callOf(key, doubtOf(minute)))).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

it('is found on the second page, behind those that came later', async () => {
  await using desk = await openFilled({ after: 100 });
  await desk.add(ours);
  await desk.after();
  const lookup = await desk.github.find(callOf(key, doubtOf(minute)));
  expect(lookup).toMatchObject({
    kind: 'found',
    twins: [],
    ticket: { id: 'octo/ops/issues/1', key: 'octo/ops#1', url: 'https://github.com/octo/ops/issues/1' },
  });
});

it('reads no further than to what is older than the doubt', async () => {
  let ageMs = 60 * minute;
  await using desk = await openFilled({ before: 150, now: () => Date.now() - ageMs });
  ageMs = 0;
  desk.site.clearRequests();
  expect(await desk.github.find(callOf(key, doubtOf(minute)))).toEqual({ kind: 'absent', conclusive: true });
  expect(desk.site.transcript).toEqual(['GET /repos/octo/ops/issues 200']);
  expect(desk.site.requests[0]?.query).toEqual({ state: 'all', sort: 'created', direction: 'desc', per_page: '100' });
});

it('is the oldest of two, the other its twin; closed ones count, pull requests that quote it do not', async () => {
  await using desk = await openFilled();
  desk.site.addPull(ours.body);
  await desk.add(ours, 2);
  const closed = { id: 'octo/ops/issues/2', key: 'octo/ops#2', url: 'https://github.com/octo/ops/issues/2', names: {} };
  await desk.github.update(closed, { id: 'r', kind: 'resolve', fields: {} }, callOf(key));
  expect(await desk.github.find(callOf(key, doubtOf(minute)))).toMatchObject({
    kind: 'found',
    ticket: { key: 'octo/ops#2' },
    twins: [{ key: 'octo/ops#3' }],
  });
});

it('is found where a person has written below the report, and line ends have changed', async () => {
  await using desk = await openFilled();
  await desk.add({ title: 'edited', body: `${ours.body}\nSeen again today.`.replaceAll('\n', '\r\n') });
  expect(await desk.github.find(callOf(key, doubtOf(minute)))).toMatchObject({ kind: 'found' });
});

it('tells what was dropped of what was sent, as the lost answer would have', async () => {
  await using desk = await openDesk({ mayPush: false });
  const sent = { ...ours, labels: ['severity: low'] };
  await desk.github.create(sent, callOf(key));
  const lookup = await desk.github.find(callOf(key, doubtOf(minute)), sent);
  expect(lookup).toMatchObject({ kind: 'found', warnings: [{ code: 'field-dropped', field: 'labels' }] });
});

it.each([
  ['in a sentence', (mark: string) => `What is \`${mark}\` for?`],
  ['as bare text', (mark: string) => `What is ${mark} for?`],
  ['in an answer', (mark: string) => `> report\n>\n> ${mark}\n\nWhat is that?`],
  ['in a block of code', (mark: string) => `\`\`\`\n${mark}\n\`\`\``],
  ['indented', (mark: string) => `See:\n\n    ${mark}\n`],
])('is not the issue of a stranger that quotes its marker %s', async (_, quote) => {
  await using desk = await openFilled();
  await desk.add({ title: 'a question', body: quote(marker('key', key)) });
  expect(await desk.github.find(callOf(key, doubtOf(minute)))).toEqual({ kind: 'absent', conclusive: true });
});

it.each([
  ['a comment', '<!-- never closed'],
  ['a block of code', '```\nnever closed'],
  ['a block of HTML', '<details>\n<pre>\nnever closed'],
  ['a list', '- a\n  - b'],
  ['a footnote', 'a[^1]\n\n[^1]: b'],
])('is known behind a report that ends in %s', async (_, root_cause) => {
  await using desk = await openDesk();
  const { key: made } = await desk.deliver({ root_cause, technical_details: root_cause });
  expect(await desk.github.find(callOf(made, doubtOf(minute)))).toMatchObject({ kind: 'found' });
});
