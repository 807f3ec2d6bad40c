import { inspect } from 'node:util';
import { ItsmError } from '@itsm-bridge/core';
import { freePort, password, poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresLedger } from '../create-postgres-ledger.ts';
import { openLedger } from '../open-ledger.ts';
import { newDelivery } from './samples.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
  const pool = poolFor({ connectionString: postgres.url() });
  await pool.query(`create role guest login password '${password}'`);
  await pool.end();
});

afterAll(() => postgres?.stop());

describe('a PostgreSQL ledger that cannot be opened says where, why and what to do', () => {
  it('when nothing listens', async () => {
    const port = await freePort();
    const error = await failure(`postgres://worker:${password}@localhost:${port}/rca`);
    expect(error.kind).toBe('ledger');
    expect(error.message).toContain(`Nothing answers at localhost:${port}`);
    expect(error.message).toContain('"rca"');
    expect(error.message).toContain('Start PostgreSQL there');
  });

  it('when the host has no address', async () => {
    const error = await failure(`postgres://worker:${password}@database.invalid/rca`);
    expect(error.kind).toBe('ledger');
    expect(error.message).toContain('database.invalid:5432');
  });

  it('when the password is wrong', async () => {
    const error = await failure(`postgres://postgres:${password}-old@127.0.0.1:${postgres.port}/postgres`);
    expect(error.kind).toBe('ledger');
    expect(error.message).toContain('refuses the sign-in of user "postgres"');
    expect(error.message).toContain(`127.0.0.1:${postgres.port}`);
  });

  it('when the password is missing', async () => {
    const error = await failure(`postgres://postgres@127.0.0.1:${postgres.port}/postgres`);
    expect(error.message).toContain('refuses the sign-in of user "postgres"');
  });

  it('when the database does not exist', async () => {
    const error = await failure(postgres.url('rca'));
    expect(error.kind).toBe('ledger');
    expect(error.message).toContain('has no database "rca"');
    expect(error.message).toContain('Create it');
  });

  it('when the user may not create the tables', async () => {
    const error = await failure(`postgres://guest:${password}@127.0.0.1:${postgres.port}/postgres`);
    expect(error.kind).toBe('ledger');
    expect(error.message).toContain('User "guest" lacks a right in database "postgres"');
  });

  it('when the server goes away in between, without a crash', async () => {
    const own = await startPostgres();
    const ledger = await createPostgresLedger({ url: own.url() });
    await own.stop();
    const error = await caught(ledger.claim(newDelivery()));
    expect(error.kind).toBe('ledger');
    expect(error.message).toContain(`127.0.0.1:${own.port}`);
    await ledger.close();
  });

  it('when its URL cannot be read', async () => {
    const error = await failure(`postgres://worker:${password}@host:port/rca`);
    expect(error.kind).toBe('config');
    expect(error.message).toContain('postgres://user:password@host:5432/database');
  });

  it('when the URL is of another kind of database', async () => {
    const error = await caught(openLedger({ database: `mysql://worker:${password}@127.0.0.1/rca` }));
    expect(error.kind).toBe('config');
    expect(error.message).toContain('postgres://');
  });

  it('when the schema has a name that is none', async () => {
    const error = await caught(createPostgresLedger({ url: postgres.url(), schema: 'a"; drop' }));
    expect(error.kind).toBe('config');
  });
});

const failure = (url: string) => caught(openLedger({ database: url }));

/** The error that came; never with the password, however deep one looks. */
async function caught(work: Promise<unknown>): Promise<ItsmError> {
  const error: unknown = await work.then(
    () => undefined,
    reason => reason,
  );
  if (!ItsmError.is(error)) throw new Error(`expected an ItsmError, got ${inspect(error)}`);
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(password);
  expect(error.stack).not.toContain(password);
  return error;
}
