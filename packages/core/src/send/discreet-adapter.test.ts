import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { secretHandle } from '../config/secrets/secret-handle.ts';
import type { ItsmAdapter } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { discreetAdapter } from './discreet-adapter.ts';
import { knownSecrets } from './known-secrets.ts';

const secret = 's3cr3t-t0k3n';
const call = { key: 'itsm-1', signal: new AbortController().signal };
const known = () => knownSecrets({ auth: { type: 'bearer', token: secretHandle(async () => secret) } });
const adapterOf = (members: Partial<ItsmAdapter>): ItsmAdapter =>
  discreetAdapter({ writes: true, ...members } as ItsmAdapter, known().takeOut);
const thrown = (members: Partial<ItsmAdapter>) =>
  adapterOf(members)
    .find(call)
    .catch((error: unknown) => error);
const throwing = (error: unknown) => ({ find: () => Promise.reject(error) });

it('clears an error that a plugin made of an answer', async () => {
  const error = await thrown(throwing(new ItsmError('rejected', `row refused: ${secret}`, { status: 201 })));
  expect(error).toMatchObject({ kind: 'rejected', message: 'row refused: [secret]', status: 201 });
  expect(inspect(error, { showHidden: true, depth: 10 })).not.toContain(secret);
});

it('leaves behind what an error of others holds: the request with its headers', async () => {
  const others = Object.assign(new TypeError(`bad ${secret}`), { code: 'E_BAD', config: { headers: { secret } } });
  for (const error of [others, new ItsmError('rejected', 'no', { cause: others })]) {
    const shown = inspect(await thrown(throwing(error)), { showHidden: true, depth: 10 });
    expect(shown).not.toContain(secret);
    expect(shown).toContain("code: 'E_BAD'");
    expect(shown).toContain('discreet-adapter.test.ts');
  }
});

it('clears what is no error at all', async () => {
  expect(await thrown(throwing({ toString: () => secret }))).toMatchObject({ message: '[secret]' });
});

it('clears the warnings of a success, and the steps of a check', async () => {
  const ticket = { id: '1', key: 'T-1', url: 'https://x.example/1', names: {} };
  const adapter = adapterOf({
    create: async () => ({ kind: 'created', ticket, warnings: [{ code: 'field-dropped', message: `was ${secret}` }] }),
    async *check() {
      yield { step: 'sign in', ok: false, detail: `${secret} is wrong`, hint: `mend ${secret}` };
    },
  });
  expect(await adapter.create({}, call)).toEqual({
    ...{ kind: 'created', ticket, warnings: [{ code: 'field-dropped', message: 'was [secret]' }] },
  });
  for await (const step of adapter.check(call))
    expect(step).toEqual({ step: 'sign in', ok: false, detail: '[secret] is wrong', hint: 'mend [secret]' });
});

it('knows what requests were signed with: a token that no config has', async () => {
  const secrets = known();
  const auth = secrets.remembering({
    masked: {},
    headers: async () => ({ Authorization: 'Bearer m1nted-t0k3n' }),
    refresh: async () => false,
  });
  await auth.headers({ method: 'GET', url: 'https://x.example', headers: {}, body: undefined, at: new Date() });
  expect(await secrets.takeOut(`no ${secret}, no m1nted-t0k3n`)).toBe('no [secret], no [secret]');
});

it('knows what each of eight requests side by side was signed with', async () => {
  const tokens = Array.from({ length: 8 }, (_, n) => `${n}-m1nted-t0k3n`);
  const unused = [...tokens];
  const secrets = known();
  const auth = secrets.remembering({
    masked: {},
    headers: async () => ({ Authorization: `Bearer ${unused.shift()}` }),
    refresh: async () => false,
  });
  const request = { method: 'GET', url: 'https://x.example', headers: {}, body: undefined, at: new Date() };
  for (const _ of tokens) await auth.headers(request);
  expect(await secrets.takeOut(tokens.join(' '))).toBe(tokens.map(() => '[secret]').join(' '));
});

it('calls the methods of an adapter that is an instance of a class', async () => {
  class Desk {
    readonly writes = true;
    readonly #state = { kind: 'open' } as const;
    async read() {
      return this.#state;
    }
  }
  const adapter = discreetAdapter(new Desk() as unknown as ItsmAdapter, known().takeOut);
  expect(await adapter.read?.({ id: '1', key: 'T-1', url: '', names: {} }, call)).toEqual({ kind: 'open' });
  expect(adapter.fields).toBeUndefined();
});
