import { systemClock } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { openConnection } from '../../__tests__/open-connection.ts';
import { referencesOf } from './reference-settings.ts';
import { resolveReferences } from './resolve-references.ts';

it('goes on with a look-up for the others where one of them gives up', async () => {
  await using opened = await openConnection();
  const resolve = resolveReferences(opened.connection, referencesOf({ references: {} }), systemClock);
  const stop = new AbortController();
  const group = { assignment_group: 'Network' };
  const [first, second] = [resolve(group, { signal: stop.signal }), resolve(group, opened)];
  stop.abort();
  await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
  expect((await second).fields.assignment_group).toMatch(/^[0-9a-f]{32}$/);
  expect(opened.instance.transcript).toEqual(['GET /api/now/table/sys_user_group 200']);
});
