import type { CheckStep } from '@itsm-bridge/core';
import { checksOf, type JiraOptions } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openDesk, quick } from '../__tests__/desk.ts';

const all = [
  ...['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'ADD_COMMENTS', 'TRANSITION_ISSUES', 'CREATE_ATTACHMENTS'],
  'LINK_ISSUES',
];
const without = (...missing: readonly string[]) => ({ permissions: all.filter(key => !missing.includes(key)) });

async function check(members: object = {}, options: JiraOptions = {}) {
  await using desk = await openDesk({ ...quick, ...members }, options);
  const steps = await checksOf(desk.jira);
  expect(desk.site.requests.every(({ method }) => method === 'GET')).toBe(true);
  expect(desk.site.issues()).toEqual([]);
  return { steps, url: desk.site.url };
}
const failed = (steps: readonly CheckStep[]) => steps.filter(({ ok }) => !ok);

it('says of each thing that it is there, having written nothing', async () => {
  const { steps, url } = await check();
  expect(steps.map(({ step, ok, detail }) => `${ok ? 'ok' : 'FAILED'} ${step}: ${detail}`)).toEqual([
    `ok reach: ${url} is Jira Cloud 1001.0.0-SNAPSHOT.`,
    `ok sign in: ${url} lets Integration in.`,
    'ok project OPS: OPS is OPS project (software).',
    'ok permissions: This user has the 7 that are needed in OPS.',
    'ok search: OPS can be searched.',
    'ok issue type Incident: Incident has 16 fields in OPS; it requires Project, Summary, Issue Type.',
    'ok priority settable: priority is on the create screen.',
    'ok labels settable: labels is on the create screen.',
    'ok resolve: Incident can become Done (done).',
    'ok reopen: Incident can become To Do (new), In Progress (indeterminate).',
  ]);
});

describe('what is missing makes its own step fail, with what to do', () => {
  it.each<[string, object, JiraOptions, Partial<CheckStep>]>([
    [
      'a permission',
      {},
      without('ADD_COMMENTS', 'LINK_ISSUES'),
      {
        step: 'permissions',
        detail: 'This user lacks in OPS: Add Comments (for notes), Link Issues (for the link to the analysis).',
      },
    ],
    [
      'the priority',
      {},
      { hiddenFields: ['priority'] },
      { step: 'priority settable', detail: 'priority is not on the create screen.' },
    ],
    [
      'the labels',
      {},
      { hiddenFields: ['labels'] },
      { step: 'labels settable', detail: 'labels is not on the create screen.' },
    ],
    [
      'a status to resolve into',
      {},
      { statuses: [{ name: 'To Do', category: 'new' }], transitions: [] },
      { step: 'resolve', detail: 'Incident has no status of the category done; it has To Do (new).' },
    ],
  ])('%s', async (_what, members, options, expected) => {
    const found = failed((await check(members, options)).steps);
    expect(found).toEqual([{ ok: false, hint: expect.any(String), ...expected }]);
  });

  it('an issue type, of which nothing further is asked', async () => {
    const { steps } = await check({ issue_type: 'Outage' });
    expect(failed(steps)).toEqual([
      {
        ...{ step: 'issue type Outage', ok: false },
        detail: 'issue_type: "Outage" cannot be created; OPS has Incident, Task, Bug.',
        hint: 'Check issue_type; names are those of the project. Its screen and its transitions are asked for once it is there.',
      },
    ]);
    expect(steps.map(({ step }) => step).slice(-2)).toEqual(['search', 'issue type Outage']);
  });
});

describe('a transition that the config names', () => {
  const asked = async (reopen_transition: string, delivers = true) => {
    await using desk = await openDesk(
      { ...quick, reopen_transition },
      { transitions: [{ name: 'Wake up', to: 'To Do' }] },
    );
    if (delivers) await desk.deliver();
    return (await checksOf(desk.jira)).find(({ step }) => step === 'reopen');
  };

  it('is found by its name at the newest issue', async () => {
    expect(await asked('wake up')).toMatchObject({ ok: true, detail: 'OPS-1 has the transition "wake up".' });
  });

  it('and that is neither a status nor one of those makes the step fail', async () => {
    expect(await asked('Reopened')).toMatchObject({
      ok: false,
      detail:
        '"Reopened" is neither a status nor a transition; Incident has To Do (new), In Progress (indeterminate), Done (done), and OPS-1 has Wake up.',
    });
  });

  it('cannot be told before there is an issue', async () => {
    expect(await asked('Reopened', false)).toMatchObject({
      ok: true,
      detail: expect.stringMatching(/^"Reopened" is no status/),
    });
  });
});

describe('what nothing works without ends the check', () => {
  it('at a sign-in that is refused', async () => {
    const { steps } = await check({ api_token: 'a-wrong-one' });
    expect(failed(steps)).toEqual([
      {
        ...{ step: 'sign in', ok: false },
        detail:
          'Jira did not accept the sign-in (AUTHENTICATED_FAILED): check e-mail and token, and that it has not expired.',
        hint: 'Check e-mail, token and its expiry. A token with scopes needs gateway: true.',
      },
    ]);
    expect(steps.at(-1)?.ok).toBe(false);
  });

  it('at a project that is not there', async () => {
    expect((await check({ project_key: 'NOPE' })).steps.at(-1)).toEqual({
      ...{ step: 'project NOPE', ok: false },
      detail: "No project could be found with key 'NOPE'.",
      hint: 'Check project_key, and that this user may browse the project.',
    });
  });

  it('at a site that is something else than the config says', async () => {
    const { steps, url } = await check({ deployment: 'datacenter' });
    expect(steps).toEqual([
      {
        ...{ step: 'reach', ok: false, hint: 'Check endpoint, deployment, proxy and firewall.' },
        detail: `${url} is Jira Cloud, and the config takes it for Jira Data Center.`,
      },
    ]);
  });
});

it('does not ask for what the config has switched off', async () => {
  const members = { link_analysis: false, attach_report: 'never', field_check: false };
  const { steps } = await check(members, without('LINK_ISSUES', 'CREATE_ATTACHMENTS'));
  expect(failed(steps)).toEqual([]);
  expect(steps.map(({ step }) => step)).not.toContain('priority settable');
});

describe('itsm.check online', () => {
  const mapped = async (members: object, options: JiraOptions = {}) => {
    await using desk = await openDesk({ ...quick, ...members }, options);
    const steps = await desk.itsm.check({ online: true });
    return steps.filter(({ step }) => step === 'mapped fields');
  };

  it('holds what every severity is mapped to against the project', async () => {
    expect(await mapped({})).toMatchObject([
      { ok: true, detail: 'The platform takes what each severity is mapped to.' },
    ]);
    const priority = { critical: 'Highest', high: 'P2', medium: 'Medium', low: 'P4' };
    const found = await mapped({ field_mappings: { priority } });
    expect(found.map(({ ok, detail }) => [ok, detail])).toEqual([
      [false, expect.stringContaining('priority: found "P2"; accepted are Highest, High, Medium, Low, Lowest.')],
      [false, expect.stringContaining('priority: found "P4"')],
    ]);
  });

  it('tells a required field that nothing is mapped to, once', async () => {
    const found = await mapped({}, { requiredFields: ['duedate'] });
    expect(found).toMatchObject([
      { ok: false, detail: expect.stringContaining('duedate (Due date): is required'), hint: expect.any(String) },
    ]);
  });
});

it('lists the fields of the project, with their types and allowed values', async () => {
  const options: JiraOptions = {
    customFields: [
      { id: 'customfield_10050', name: 'Region', type: 'select', options: ['EU', 'US'], required: true },
      {
        ...{ id: 'customfield_10051', name: 'Part', type: 'cascading' },
        options: [{ value: 'Net', children: ['DNS'] }],
      },
    ],
  };
  await using desk = await openDesk(quick, options);
  const fields = await desk.itsm.fields('jira');
  expect(fields.find(({ id }) => id === 'customfield_10050')).toEqual({
    ...{ id: 'customfield_10050', name: 'Region', type: 'option (select)', required: true, allowed: ['EU', 'US'] },
  });
  expect(fields.find(({ id }) => id === 'customfield_10051')?.allowed).toEqual(['Net', 'Net > DNS']);
  expect(fields.find(({ id }) => id === 'priority')).toMatchObject({ required: false, allowed: expect.any(Array) });
});
