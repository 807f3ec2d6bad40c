import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

/** A server that answers once it is told to, and a request that is on its way. */
async function answering(graceMs: number) {
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const app = new Hono().get('/', async context => {
    asked.resolve();
    await answer.promise;
    return context.text('sent');
  });
  const server = await listen(app, 0, '127.0.0.1', graceMs);
  const words = fetch(`http://127.0.0.1:${server.port}/`).then(
    given => given.text(),
    () => 'cut',
  );
  await asked.promise;
  return { server, words, answer: () => answer.resolve() };
}

it('ends once what is being answered has its answer, where that has time', async () => {
  const { server, words, answer } = await answering(60_000);
  const ended = server[Symbol.asyncDispose]();
  await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow();
  answer();
  expect(await words).toBe('sent');
  await ended;
});

it('waits no longer than it may', async () => {
  const { server, words } = await answering(0);
  await server[Symbol.asyncDispose]();
  expect(await words).toBe('cut');
});
