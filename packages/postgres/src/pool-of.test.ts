import { password, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProxy } from './__tests__/open-proxy.ts';
import { openDataSource } from './open-data-source.ts';
import { poolOf } from './pool-of.ts';
import { prepared } from './prepared.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

it('gives up a connection that has gone silent without an error, and asks the next time on another', async () => {
  await using proxy = await openProxy(postgres.port);
  const url = `postgres://postgres:${password}@127.0.0.1:${proxy.port}/postgres`;
  const dataSource = await openDataSource({ connection: { url }, schema: 'itsm', poolSize: 1 });
  const pool = poolOf(dataSource, { withinMs: 100 });
  const one = async () => (await pool.query({ text: 'select $1::integer as one', values: [1] })).rows;
  expect(await one()).toEqual([{ one: 1 }]);
  proxy.freeze();
  await expect(one()).rejects.toThrow('Query read timeout');
  expect(await one()).toEqual([{ one: 1 }]);
  await dataSource.destroy();
});

describe('a statement with a name', () => {
  const statement = { ...prepared('one', 'select $1::integer as one'), values: [1] };
  const keptByServer = 'select name from pg_prepared_statements';
  const openPool = () => openDataSource({ connection: { url: postgres.url() }, schema: 'itsm', poolSize: 1 });

  it('is read and planned once for each connection', async () => {
    const dataSource = await openPool();
    const pool = poolOf(dataSource);
    for (let n = 0; n < 3; n++) expect((await pool.query(statement)).rows).toEqual([{ one: 1 }]);
    expect((await pool.query({ text: keptByServer })).rows).toEqual([{ name: statement.name }]);
    await dataSource.destroy();
  });

  it.each([
    ['lends another connection, on which nobody knows it', 'deallocate all'],
    ['lends one on which somebody else has prepared it', `prepare "${statement.name}" as select 1`],
  ])('is sent in full, as are all later ones, where a pooler %s', async (_, lend) => {
    const dataSource = await openPool();
    const pool = poolOf(dataSource);
    if (lend.startsWith('deallocate')) await pool.query(statement);
    await pool.query({ text: lend });
    for (let n = 0; n < 3; n++) expect((await pool.query(statement)).rows).toEqual([{ one: 1 }]);
    expect((await pool.query({ text: keptByServer })).rows).toEqual([]);
    await dataSource.destroy();
  });

  it('fails as every other one does', async () => {
    const dataSource = await openPool();
    const broken = { ...prepared('broken', 'select 1 / $1::integer'), values: [0] };
    await expect(poolOf(dataSource).query(broken)).rejects.toThrow('division by zero');
    await dataSource.destroy();
  });
});
