import type { JiraOptions } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { incidentFlow, key, openTicket } from '../__tests__/open-ticket.ts';

const get = (line: string) => `GET /rest/api/3/issue/10001${line} 200`;
/** The last look is for what the screen of the transition requires and the issue may have. */
const moved = ['', '/transitions', ''].map(get).concat('POST /rest/api/3/issue/10001/transitions 204');

it('resolves by the transition into a done status, whatever its name is', async () => {
  const flow = incidentFlow([
    { name: 'Commencer', to: 'En cours' },
    { name: 'Résoudre', to: 'Résolu' },
  ]);
  await using desk = await openTicket({}, flow);
  expect(await desk.move('resolve')).toEqual({ ticket: desk.ticket, warnings: [] });
  expect(desk.site.issues()[0]?.fields).toMatchObject({ status: { name: 'Résolu' }, resolution: { name: 'Done' } });
  expect(desk.site.transcript).toEqual(moved);
  expect(desk.site.requests.at(-1)?.json).toEqual({ transition: { id: '21' } });
});

it('reopens into work resumed, and leaves the resolution to the workflow', async () => {
  await using desk = await openTicket();
  await desk.move('resolve');
  desk.site.clearRequests();
  expect((await desk.move('reopen')).warnings).toEqual([]);
  expect(desk.site.issues()[0]?.fields).toMatchObject({ status: { name: 'In Progress' }, resolution: null });
  expect(desk.site.transcript).toEqual(moved);
  expect(desk.site.requests.at(-1)?.json).toEqual({ transition: { id: '21' } });
});

it('reopens into a new status where the workflow has no other way', async () => {
  const ways = [
    { name: 'Résoudre', to: 'Résolu' },
    { name: 'Rouvrir', to: 'Ouvert' },
  ];
  await using desk = await openTicket({}, incidentFlow(ways));
  await desk.move('resolve');
  await desk.move('reopen');
  expect(desk.site.issues()[0]?.fields.status).toMatchObject({ name: 'Ouvert' });
});

it('takes fields along in the shapes that the API takes, and keeps the marker among labels', async () => {
  await using desk = await openTicket();
  await desk.move('resolve', { resolution: "Won't Do", labels: ['known error'] });
  expect(desk.site.requests.at(-1)?.json).toEqual({
    transition: { id: '31' },
    fields: { resolution: { name: "Won't Do" }, labels: ['known-error', key] },
  });
  expect(desk.site.issues()[0]?.fields).toMatchObject({ resolution: { name: "Won't Do" } });
});

it('goes through v2 where a field is wiki markup', async () => {
  await using desk = await openTicket();
  await desk.move('resolve', { description: 'h2. Solved' });
  expect(desk.site.transcript.at(-1)).toBe('POST /rest/api/2/issue/10001/transitions 204');
  expect(desk.site.issues()[0]?.fields.description).toBe('h2. Solved');
});

it.each([
  ['resolve', 'Done', true],
  ['reopen', 'To Do', false],
] as const)('sends nothing to %s what is so already, and says so', async (kind, status, resolvedBefore) => {
  await using desk = await openTicket();
  if (resolvedBefore) await desk.move('resolve');
  desk.site.clearRequests();
  const { warnings } = await desk.move(kind);
  const message = `${kind}: OPS-1 is "${status}" already; nothing was sent.`;
  expect(warnings).toEqual([{ code: 'already-there', message }]);
  expect(desk.site.transcript).toEqual([get('')]);
});

describe('where several transitions fit', () => {
  const flow = incidentFlow([
    { name: 'Annuler', to: 'Annulé' },
    { name: 'Résoudre', to: 'Résolu' },
  ]);

  it('takes the first that the site lists, and says which it passed over', async () => {
    await using desk = await openTicket({}, flow);
    const { warnings } = await desk.move('resolve');
    const message =
      'resolve: took "Annuler" (to Annulé, done), the first that fits; there is also "Résoudre" (to Résolu, done). Name one in resolve_transition.';
    expect(warnings).toEqual([{ code: 'transition-chosen', message }]);
    expect(desk.site.issues()[0]?.fields.status).toMatchObject({ name: 'Annulé' });
  });

  it.each(['Résoudre', 'résolu'])('takes the one that the config names, by its name or its status: %s', async named => {
    await using desk = await openTicket({ resolve_transition: named }, flow);
    expect((await desk.move('resolve')).warnings).toEqual([]);
    expect(desk.site.issues()[0]?.fields.status).toMatchObject({ name: 'Résolu' });
  });
});

it('takes a named status that does not count as done, once', async () => {
  await using desk = await openTicket({ resolve_transition: 'In Progress' });
  await desk.move('resolve');
  const { warnings } = await desk.move('resolve');
  expect(desk.site.issues()[0]?.fields.status).toMatchObject({ name: 'In Progress' });
  expect(warnings).toMatchObject([{ code: 'already-there' }]);
});

describe('is refused, with the transitions that there are', () => {
  const flow = incidentFlow([{ name: 'Commencer', to: 'En cours' }]);
  it.each([
    ['where none leads to a done status', {}, flow, 'no transition leads to a done status'],
    ['where none has the name', { resolve_transition: 'Close' }, flow, 'none is "Close"'],
  ])('%s', async (_what, members, options, wanted) => {
    await using desk = await openTicket(members, options);
    const message = `resolve: ${wanted} (resolve_transition). From here the workflow has "Commencer" (to En cours, indeterminate).`;
    await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'rejected', message });
    expect(desk.site.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('where there is none at all', async () => {
    await using desk = await openTicket({}, incidentFlow([]));
    const message = expect.stringContaining('From here the workflow has none at all.');
    await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'rejected', message });
  });

  it('where the screen of the transition lacks a field, before anything is sent', async () => {
    await using desk = await openTicket();
    const message = '"Done" would be refused. customfield_9: is not on the screen.';
    await expect(desk.move('resolve', { customfield_9: 'x' })).rejects.toMatchObject({ kind: 'mapping', message });
    expect(desk.site.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('a transition with a screen of its own', () => {
  const options: JiraOptions = {
    customFields: [{ id: 'customfield_10050', name: 'Cause', type: 'select', options: ['Software', 'Hardware'] }],
    transitions: [
      {
        ...{ name: 'Resolve', to: 'Done' },
        screen: [
          { field: 'resolution', required: true },
          { field: 'customfield_10050', required: true },
          { field: 'summary', required: true },
        ],
      },
      { name: 'Reopen', to: 'To Do' },
    ],
  };

  it('names each field that it requires and nobody gives, with what is accepted, and sends nothing', async () => {
    await using desk = await openTicket({}, options);
    const message =
      '"Resolve" would be refused. resolution: is required, and nothing is mapped to it; accepted are Done, Won\'t Do, Duplicate, Cannot Reproduce. customfield_10050 (Cause): is required, and nothing is mapped to it; accepted are Software, Hardware.';
    await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'mapping', message });
    expect(desk.site.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('is sent what the config has for it and what the change brings, in their shapes', async () => {
    const resolve_fields = { resolution: 'done', customfield_10050: 'Hardware', priority: 'Low' };
    await using desk = await openTicket({ resolve_fields }, options);
    await desk.move('resolve', { customfield_10050: 'software' });
    // A field of the config that the screen has not got stays behind.
    expect(desk.site.requests.at(-1)?.json).toMatchObject({
      fields: { resolution: { name: 'Done' }, customfield_10050: { value: 'Software' } },
    });
    expect(desk.site.issues()[0]?.fields).toMatchObject({
      status: { name: 'Done' },
      resolution: { name: 'Done' },
      customfield_10050: { value: 'Software' },
    });
  });

  it('leaves what it requires and the issue has as it is', async () => {
    const resolve_fields = { resolution: "Won't Do", customfield_10050: 'Software' };
    await using desk = await openTicket({ resolve_fields }, options);
    await desk.move('resolve');
    await desk.move('reopen');
    expect(desk.site.issues()[0]?.fields).toMatchObject({ customfield_10050: { value: 'Software' }, resolution: null });
    await desk.move('resolve', { resolution: 'Done' });
    expect(desk.site.issues()[0]?.fields).toMatchObject({ status: { name: 'Done' }, resolution: { name: 'Done' } });
  });
});

it('is refused where the issue is gone', async () => {
  await using desk = await openTicket();
  const noIssue = { errorMessages: ['Issue does not exist'], errors: {} };
  desk.site.fault({ on: 'GET', effect: { kind: 'status', status: 404, body: noIssue } });
  const message = 'resolve: OPS-1 is not there any more, or this user may not see it.';
  await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'rejected', status: 404, message });
});

it('is of unknown outcome where the answer is lost, and of a known one where nothing was written yet', async () => {
  await using desk = await openTicket();
  desk.site.fault({ on: 'POST', effect: { kind: 'drop', commit: true } });
  await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'outcome-unknown' });
  desk.site.fault({ on: 'GET', effect: { kind: 'drop', commit: false } });
  await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'unavailable' });
});
