import { password, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProxy } from './__tests__/open-proxy.ts';
import { openDataSource } from './open-data-source.ts';
import { poolOf } from './pool-of.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

it('gives up a connection that has gone silent without an error, and asks the next time on another', async () => {
  await using proxy = await openProxy(postgres.port);
  const url = `postgres://postgres:${password}@127.0.0.1:${proxy.port}/postgres`;
  const dataSource = await openDataSource({ connection: { url }, schema: 'itsm', poolSize: 1 });
  const pool = poolOf(dataSource, 100);
  const one = async () => (await pool.query({ text: 'select $1::integer as one', values: [1] })).rows;
  expect(await one()).toEqual([{ one: 1 }]);
  proxy.freeze();
  await expect(one()).rejects.toThrow('Query read timeout');
  expect(await one()).toEqual([{ one: 1 }]);
  await dataSource.destroy();
});
