import { checksOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { bare, openDesk } from '../__tests__/desk.ts';

it('says that the instance answers and lets the user read the table, having written nothing', async () => {
  await using desk = await openDesk(bare);
  const steps = await checksOf(desk.servicenow);
  expect(steps).toEqual([
    {
      step: 'read incident',
      ok: true,
      detail: `${desk.instance.url} answers and lets this user read incident.`,
    },
  ]);
  expect(desk.instance.transcript).toEqual(['GET /api/now/table/incident 200']);
});

it('says what to check when the sign-in is refused', async () => {
  await using desk = await openDesk({ ...bare, password: 'wrong' });
  const [step] = await checksOf(desk.servicenow);
  expect(step).toMatchObject({
    ok: false,
    detail: 'User Not Authenticated: Required to provide Auth information',
    hint: 'Check user and password, and that the user has the roles itil and rest_service.',
  });
});

it('says what to check when nobody answers', async () => {
  await using desk = await openDesk(bare);
  await desk.instance.close();
  const [step] = await checksOf(desk.servicenow);
  expect(step).toMatchObject({ ok: false, hint: 'Check endpoint, proxy and firewall.' });
  expect(step?.detail).toMatch(/could not be reached \(ECONNREFUSED\)/);
});
