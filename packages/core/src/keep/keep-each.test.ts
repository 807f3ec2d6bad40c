import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { unreadable } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { keepEach } from './keep-each.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

interface Person {
  readonly name: string;
}

/** An address book in which `known` are found; `down` makes the next look-up fail. */
function openBook(known: readonly string[]) {
  const clock = fakeClock();
  const asked: string[] = [];
  const book = { known, down: false };
  const lookUp = async ({ name }: Person) => {
    asked.push(name);
    if (book.down) throw unreadable();
    return book.known.includes(name) ? `id of ${name}` : undefined;
  };
  const find = keepEach(lookUp, { clock, freshMs: 60_000, keeps: id => id !== undefined });
  return { clock, asked, book, find };
}

it('looks up each once within its time, for all who ask', async () => {
  const { clock, asked, find } = openBook(['Beth', 'Kim']);
  expect(await Promise.all([find({ name: 'Beth' }), find({ name: 'Kim' }), find({ name: 'Beth' })])).toEqual([
    'id of Beth',
    'id of Kim',
    'id of Beth',
  ]);
  expect(asked).toEqual(['Beth', 'Kim']);
  clock.advance(60_000);
  await find({ name: 'Beth' });
  expect(asked).toEqual(['Beth', 'Kim', 'Beth']);
});

it('asks again for what was not worth keeping', async () => {
  const { asked, book, find } = openBook([]);
  expect(await Promise.all([find({ name: 'Beth' }), find({ name: 'Beth' })])).toEqual([undefined, undefined]);
  expect(asked).toEqual(['Beth']);
  book.known = ['Beth'];
  expect(await find({ name: 'Beth' })).toBe('id of Beth');
});

it('keeps no failure', async () => {
  const { book, find } = openBook(['Beth']);
  book.down = true;
  await expect(find({ name: 'Beth' })).rejects.toMatchObject({ kind: 'unavailable' });
  book.down = false;
  expect(await find({ name: 'Beth' })).toBe('id of Beth');
});

it('lets one who gives up go, while the others hear what was found', async () => {
  const { find } = openBook(['Beth']);
  const stopped = find({ name: 'Beth' }, AbortSignal.abort());
  const other = find({ name: 'Beth' });
  await expect(stopped).rejects.toMatchObject({ kind: 'cancelled' });
  expect(await other).toBe('id of Beth');
});

it('asks anew for what did not fit, but not all the time; the others then have the newer one', async () => {
  const { clock, asked, book, find } = openBook(['Beth']);
  await find({ name: 'Beth' });
  clock.advance(14_999);
  await find.anew({ name: 'Beth' });
  expect(asked).toEqual(['Beth']);
  clock.advance(1);
  book.known = [];
  expect(await find.anew({ name: 'Beth' })).toBeUndefined();
  expect(await find({ name: 'Beth' })).toBeUndefined();
  expect(asked).toEqual(['Beth', 'Beth', 'Beth']);
});

it('lets go of what nobody asks for any more', async () => {
  const clock = fakeClock();
  const find = keepEach(async ({ name }: Person) => ({ name }), { clock, freshMs: 60_000 });
  const held = new WeakRef(await find({ name: 'Beth' }));
  clock.advance(60_000);
  await find({ name: 'Kim' });
  await new Promise(done => setImmediate(done));
  collectGarbage();
  expect(held.deref()).toBeUndefined();
});
