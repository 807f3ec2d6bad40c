import { describe, expect, it } from 'vitest';
import type { SecretProvider } from '../../contracts.ts';
import { keepSecrets } from './keep-secrets.ts';
import { keptHandle, type SecretNews } from './kept-handle.ts';
import { parseReferences } from './parse-references.ts';

/** A store whose secrets change, with the names that it was asked for. */
function store(secrets: Record<string, string | Error>) {
  const asked: string[] = [];
  const provider: SecretProvider = {
    scheme: 'aws',
    hasMembers: true,
    async read(name) {
      asked.push(name);
      const secret = secrets[name] ?? new Error('there is none');
      if (secret instanceof Error) throw secret;
      return secret;
    },
  };
  const kept = keepSecrets(async () => provider);
  const news: SecretNews[] = [];
  const handle = (text: string) => keptHandle(parseReferences(text) ?? [], kept, told => news.push(told));
  return { asked, secrets, news, handle };
}

describe('a secret of a store', () => {
  it('is read once for all members and places that name it', async () => {
    const { asked, handle } = store({ db: '{"user":"rca","password":"a b","port":5432}' });
    const handles = ['${aws:db#user}', '${aws:db#password}', '${aws:db#port}', 'x ${aws:db#user}:${aws:db#password}'];
    const texts = await Promise.all(handles.map(text => handle(text).reveal()));
    expect(texts).toEqual(['rca', 'a b', '5432', 'x rca:a b']);
    expect(await handle('${aws:db#user}').reveal()).toBe('rca');
    expect(asked).toEqual(['db']);
  });

  it('is read again by those who were refused together in one reading, and each is told of the change', async () => {
    const { asked, secrets, news, handle } = store({ db: '{"user":"rca","password":"old"}' });
    const [first, second] = [handle('${aws:db#password}'), handle('${aws:db#password}')];
    await Promise.all([first.reveal(), second.reveal()]);
    secrets.db = '{"user":"rca","password":"new"}';
    expect(await Promise.all([first.refresh(), second.refresh()])).toEqual([true, true]);
    expect(await second.reveal()).toBe('new');
    expect(asked).toEqual(['db', 'db']);
    expect(news[0]).toEqual({ kind: 'changed', references: '${aws:db#password}' });
  });

  it('that somebody else has read again needs no reading of its own', async () => {
    const { asked, secrets, handle } = store({ db: 'old' });
    const [first, second] = [handle('${aws:db}'), handle('${aws:db}')];
    await Promise.all([first.reveal(), second.reveal()]);
    secrets.db = 'new';
    await first.refresh();
    expect(await second.refresh()).toBe(true);
    expect(asked).toEqual(['db', 'db']);
  });

  it('is in no refusal of the store that comes after it, whole or member by member', async () => {
    const { secrets, news, handle } = store({ db: '{"user":"rca","password":"a+long password"}' });
    const password = handle('${aws:db#password}');
    await password.reveal();
    secrets.db = new Error('a%2Blong+password is no more');
    expect(await password.refresh()).toBe(false);
    expect(news).toMatchObject([{ kind: 'kept', error: { message: 'cannot be read: [secret] is no more' } }]);
  });

  it.each([
    ['the store is down', new Error('it is down')],
    ['its new text has not the member', '{"user":"rca"}'],
  ])('stays as it was when %s at a refresh, and the host is told', async (_why, now) => {
    const { secrets, news, handle } = store({ db: '{"password":"old"}' });
    const password = handle('${aws:db#password}');
    await password.reveal();
    secrets.db = now;
    expect(await password.refresh()).toBe(false);
    expect(await password.reveal()).toBe('old');
    expect(news).toEqual([{ kind: 'kept', references: '${aws:db#password}', error: expect.any(Error) }]);
    secrets.db = '{"password":"new"}';
    expect(await password.refresh()).toBe(true);
  });

  it('that could not be read is tried again', async () => {
    const { secrets, handle } = store({});
    const password = handle('${aws:db}');
    await expect(password.reveal()).rejects.toThrow('there is none');
    secrets.db = 'late';
    expect(await password.reveal()).toBe('late');
  });

  it.each([
    ['hunter2', 'pass', 'is no JSON object; leave out "#pass" for its whole text, or store {"pass": "…"}'],
    ['["hunter2"]', 'pass', 'is no JSON object; leave out "#pass" for its whole text, or store {"pass": "…"}'],
    ['{"password":"hunter2"}', 'pasword', 'has no member "pasword"; did you mean "password"?'],
    ['{"hunter2":"x"}', 'password', 'has no member "password"; look up its members in the store'],
    ['{"password":["hunter2"]}', 'password', 'has a list as its member "password"; accepted is a text or a number'],
    ['{}', 'constructor', 'has no member "constructor"; look up its members in the store'],
  ])('%s without the member %s is refused, and nothing of it repeated', async (text, member, expected) => {
    const { handle } = store({ db: text });
    await expect(handle(`\${aws:db#${member}}`).reveal()).rejects.toThrow(
      `\${aws:db#${member}}: the secret ${expected}`,
    );
  });
});

it('a `#` is part of the name where the provider knows no members', async () => {
  const kept = keepSecrets(async () => ({ scheme: 'file', read: async name => `text of ${name}` }));
  expect(await keptHandle(parseReferences('${file:/run/a#b}') ?? [], kept, () => {}).reveal()).toBe('text of /run/a#b');
});
