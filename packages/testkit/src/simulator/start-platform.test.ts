import { describe, expect, it } from 'vitest';
import { ask, basic } from './__fixtures__/ask.ts';
import { fieldsOf } from './fields-of.ts';
import { foundReply, jsonReply } from './reply.ts';
import { signsIn } from './signs-in.ts';
import { type StartPlatformOptions, startPlatform } from './start-platform.ts';

interface Note {
  readonly id: string;
  readonly text: string;
}

const auth = basic('rca', 'sandbox');

const startNotes = (options: StartPlatformOptions = {}) =>
  startPlatform(options, ({ collection }) => {
    const notes = collection<Note>('N-');
    return {
      behind: { notes: notes.all },
      refuse: request =>
        signsIn(request, { kind: 'basic', user: 'rca', password: 'sandbox' }) ? undefined : jsonReply(401, {}),
      failure: (status, reason, refusal) =>
        jsonReply(status, { reason }, refusal && { 'x-reset': `${refusal.resetMs / 1_000}` }),
      allowanceHeaders: ({ left }) => ({ 'x-left': `${left}` }),
      routes: [
        {
          method: 'POST',
          pattern: '/notes',
          answer: call =>
            jsonReply(
              201,
              notes.add((_, id) => ({ text: '', ...fieldsOf<Note>(call), id })),
            ),
        },
        { method: 'GET', pattern: '/notes', answer: () => jsonReply(200, notes.indexed()) },
        { method: 'GET', pattern: '/notes/:id', answer: ({ params }) => foundReply(notes.find(params.id)) },
      ],
    };
  });

describe('a platform of the kit', () => {
  it('answers by its routes, and shows its rows past the API', async () => {
    await using platform = await startNotes();
    const made = await ask(platform.url, 'POST /notes', { auth, body: { text: 'first' } });
    expect(made).toMatchObject({ status: 201, body: { id: 'N-1', text: 'first' } });
    expect((await ask(platform.url, 'GET /notes/N-1', { auth })).body).toEqual({ id: 'N-1', text: 'first' });
    expect(platform.notes()).toEqual([{ id: 'N-1', text: 'first' }]);
    expect(platform.transcript).toEqual(['POST /notes 201', 'GET /notes/N-1 200']);
  });

  it.each(['GET /notes/N-9', 'GET /nothing', 'DELETE /notes/N-1'])('answers %s with its own 404', async line => {
    await using platform = await startNotes();
    const path = line.split(' ')[1];
    expect(await ask(platform.url, line, { auth })).toMatchObject({
      status: 404,
      body: { reason: `There is no ${path} here.` },
    });
  });

  it('answers nobody who does not sign in, whatever is asked', async () => {
    await using platform = await startNotes();
    for (const wrong of [undefined, basic('rca', 'other'), 'Bearer sandbox'])
      expect((await ask(platform.url, 'GET /nothing', wrong ? { auth: wrong } : {})).status).toBe(401);
  });

  it('refuses what is called JSON and is none; keeps nothing of it', async () => {
    await using platform = await startNotes();
    expect(await ask(platform.url, 'POST /notes', { auth, body: '{"text":' })).toMatchObject({
      status: 400,
      body: { reason: 'The body is not JSON.' },
    });
    expect(platform.notes()).toEqual([]);
  });

  it('tells of its rate limit in its own headers, and of the reset in a 429', async () => {
    const limits = { now: () => 60_000, rateLimit: { perSecond: 1, burst: 2 } };
    await using platform = await startNotes(limits);
    const seen = [];
    for (let n = 0; n < 3; n++) seen.push(await ask(platform.url, 'GET /notes', { auth }));
    expect(seen.map(({ status, headers }) => [status, headers.get('x-left')])).toEqual([
      [200, '1'],
      [200, '0'],
      [429, null],
    ]);
    const { headers, body } = seen[2] ?? {};
    expect([headers?.get('retry-after'), headers?.get('x-reset'), body]).toEqual([
      '1',
      '61',
      { reason: 'Too many requests.' },
    ]);
  });

  it('shows a new row in lists once the index lag is over, and by its id at once', async () => {
    let nowMs = 0;
    await using platform = await startNotes({ now: () => nowMs, indexLagMs: 1_000 });
    await ask(platform.url, 'POST /notes', { auth, body: {} });
    expect((await ask(platform.url, 'GET /notes', { auth })).body).toEqual([]);
    expect((await ask(platform.url, 'GET /notes/N-1', { auth })).status).toBe(200);
    nowMs = 1_000;
    expect((await ask(platform.url, 'GET /notes', { auth })).body).toHaveLength(1);
  });

  it('keeps nothing of an answer that is cut before its write', async () => {
    await using platform = await startNotes();
    platform.fault({ effect: { kind: 'half-body', commit: false } });
    await expect(ask(platform.url, 'POST /notes', { auth, body: {} })).rejects.toThrow();
    expect(platform.notes()).toEqual([]);
    expect((await ask(platform.url, 'POST /notes', { auth, body: {} })).body).toMatchObject({ id: 'N-1' });
  });
});
