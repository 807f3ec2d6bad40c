import { inspect } from 'node:util';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { authMember } from '../members/sign-in.ts';
import { secret } from './secret.ts';
import { secretHandle } from './secret-handle.ts';

/** Reads `values` one after the other, and counts. */
function source(...values: (string | Error)[]) {
  let reads = 0;
  const handle = secretHandle(async () => {
    const value = values[Math.min(reads++, values.length - 1)] ?? '';
    if (value instanceof Error) throw value;
    return value;
  });
  return { handle, reads: () => reads };
}

describe('a secret handle', () => {
  it('prints as [secret] wherever it ends up', () => {
    const { handle } = source('hunter2');
    expect(String(handle)).toBe('[secret]');
    expect(`${handle}`).toBe('[secret]');
    expect(JSON.stringify({ password: handle })).toBe('{"password":"[secret]"}');
    expect(inspect({ password: handle })).toBe('{ password: [secret] }');
  });

  it('prints as [secret] after it was revealed as well', async () => {
    const { handle } = source('hunter2');
    await handle.reveal();
    expect(
      inspect(handle, { showHidden: true, depth: 9 }) + JSON.stringify(handle) + JSON.stringify({ ...handle }),
    ).not.toContain('hunter2');
  });

  it('reads nothing before it is revealed, and then once', async () => {
    const { handle, reads } = source('hunter2');
    expect(reads()).toBe(0);
    expect(await Promise.all([handle.reveal(), handle.reveal()])).toEqual(['hunter2', 'hunter2']);
    expect(reads()).toBe(1);
  });

  it('tries again after a read that failed', async () => {
    const { handle } = source(new Error('not yet'), 'hunter2');
    await expect(handle.reveal()).rejects.toThrow('not yet');
    expect(await handle.reveal()).toBe('hunter2');
  });

  it('says on refresh whether it changed, and reveals the new value', async () => {
    const { handle } = source('old', 'old', 'new');
    await handle.reveal();
    expect(await handle.refresh()).toBe(false);
    expect(await handle.refresh()).toBe(true);
    expect(await handle.reveal()).toBe('new');
  });

  it('counts its first reading as no change', async () => {
    const { handle } = source('a', 'b');
    expect(await handle.refresh()).toBe(false);
    expect(await handle.reveal()).toBe('a');
  });

  it('tells everybody who refreshes at the same time of the change', async () => {
    const { handle, reads } = source('old', 'new');
    await handle.reveal();
    expect(await Promise.all([handle.refresh(), handle.refresh()])).toEqual([true, true]);
    expect(reads()).toBe(2);
  });

  it('keeps the old value when a refresh fails', async () => {
    const { handle } = source('old', new Error('provider is down'), 'old');
    await handle.reveal();
    await expect(handle.refresh()).rejects.toThrow('provider is down');
    expect(await handle.reveal()).toBe('old');
  });
});

describe('secret()', () => {
  it('gives a handle around a text, and passes a handle on', async () => {
    expect(await secret().parse('hunter2').reveal()).toBe('hunter2');
    const { handle } = source('x');
    expect(secret().parse(handle)).toBe(handle);
  });

  it.each([
    [undefined, 'is missing'],
    ['', 'found an empty text'],
    [12345, 'found a value that is no text'],
  ])('refuses %j without repeating it', (value, found) => {
    const result = z.strictObject({ password: secret() }).safeParse({ password: value });
    expect(result.error?.issues[0]?.message).toBe(`${found}; accepted is a text, best a reference such as \${NAME}`);
  });

  it('is marked in the JSON Schema, inside unions and options too', () => {
    const mark = { type: 'string', writeOnly: true };
    const schema = z.toJSONSchema(
      z.strictObject({ token: secret().optional(), auth: authMember(['basic', 'bearer']) }),
      { io: 'input' },
    );
    expect(schema.properties?.token).toEqual(mark);
    expect(schema.properties?.auth).toMatchObject({
      oneOf: [{ properties: { password: mark } }, { properties: { token: mark } }],
    });
    expect(schema.required).toBeUndefined();
  });
});

describe('authMember()', () => {
  const both = authMember(['basic', 'bearer']);

  it('takes basic and bearer', async () => {
    const basic = both.parse({ type: 'basic', username: 'me', password: 'p' });
    const bearer = both.parse({ type: 'bearer', token: 't' });
    expect(basic?.type === 'basic' && [basic.username, await basic.password.reveal()]).toEqual(['me', 'p']);
    expect(bearer?.type === 'bearer' && (await bearer.token.reveal())).toBe('t');
    expect(both.parse(undefined)).toBeUndefined();
  });

  it('refuses members of the other kind', () => {
    expect(both.safeParse({ type: 'bearer', token: 't', username: 'me' }).success).toBe(false);
  });

  it('takes no kind that the plugin did not name, neither in its schema nor in its type', () => {
    const bearerOnly = authMember(['bearer']);
    expect(bearerOnly.safeParse({ type: 'bearer', token: 't' }).success).toBe(true);
    expect(bearerOnly.safeParse({ type: 'basic', username: 'me', password: 'p' }).success).toBe(false);
    expectTypeOf<NonNullable<z.output<typeof bearerOnly>>['type']>().toEqualTypeOf<'bearer'>();
    expectTypeOf<NonNullable<z.output<typeof both>>['type']>().toEqualTypeOf<'basic' | 'bearer'>();
  });
});
