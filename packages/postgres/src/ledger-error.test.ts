import { ItsmError } from '@itsm-bridge/core';
import { QueryFailedError } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { ledgerError } from './ledger-error.ts';

const address = { server: 'db.example.com:5432', database: 'rca', user: 'worker' };

describe('ledgerError', () => {
  it.each([
    ['ECONNREFUSED', 'Nothing answers at db.example.com:5432'],
    ['ENOTFOUND', 'No address is known for db.example.com:5432'],
    ['ETIMEDOUT', 'Check the network'],
    ['28P01', 'refuses the sign-in of user "worker"'],
    ['3D000', 'has no database "rca"'],
    ['42501', 'Grant it'],
    ['55P03', 'Let the transaction end'],
    ['57P01', 'try again'],
    ['53300', 'Database "rca" at db.example.com:5432 failed: words'],
  ])('explains %s', (code, says) => {
    const error = ledgerError(Object.assign(new Error('words'), { code }), address);
    expect(error).toMatchObject({ kind: 'ledger' });
    expect(error.message).toContain(says);
  });

  it('leaves the statement and its values out', () => {
    const failed = new QueryFailedError('select $1', ['a customer name'], new Error('words'));
    expect(ledgerError(failed, address).cause).toEqual(new Error('words'));
  });

  it('passes an ItsmError on as it is', () => {
    const error = new ItsmError('ledger', 'in use');
    expect(ledgerError(error, address)).toBe(error);
  });
});
