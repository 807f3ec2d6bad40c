import { checksOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { openDesk, quick } from '../__tests__/desk.ts';

it('says that the site lets the user in and has the project, having written nothing', async () => {
  await using desk = await openDesk();
  expect(await checksOf(desk.jira)).toEqual([
    { step: 'sign in', ok: true, detail: `${desk.site.url} lets this user in.` },
    { step: 'project OPS', ok: true, detail: 'OPS is there.' },
  ]);
  expect(desk.site.transcript).toEqual(['GET /rest/api/3/myself 200', 'GET /rest/api/3/project/OPS 200']);
});

it('stops at a sign-in that is refused, and says what to check', async () => {
  await using desk = await openDesk({ ...quick, api_token: 'a-wrong-one' });
  expect(await checksOf(desk.jira)).toEqual([
    {
      step: 'sign in',
      ok: false,
      detail:
        'Jira did not accept the sign-in (AUTHENTICATED_FAILED): check e-mail and token, and that it has not expired.',
      hint: 'Check e-mail, token and its expiry.',
    },
  ]);
});

it('names a project that is not there', async () => {
  await using desk = await openDesk({ ...quick, project_key: 'NOPE' });
  expect((await checksOf(desk.jira)).at(-1)).toEqual({
    step: 'project NOPE',
    ok: false,
    detail: "No project could be found with key 'NOPE'.",
    hint: 'Check project_key, and that this user may browse the project.',
  });
});
