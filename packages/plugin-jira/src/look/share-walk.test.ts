import { setImmediate } from 'node:timers/promises';
import { ItsmError } from '@itsm-bridge/core';
import { describe, expect, it } from 'vitest';
import type { MarkedIssue } from './marked-issue.ts';
import { type Asked, shareWalk } from './share-walk.ts';

const issues: readonly MarkedIssue[] = [{ id: '1', key: 'OPS-1' }];
const at = (second: number): Date => new Date(Date.UTC(2026, 0, 31, 12, 0, second));
const never = new AbortController().signal;

/** Walks that go on until they are told how to end. */
function openWalks() {
  const walks: { readonly asked: Asked; readonly signal: AbortSignal; readonly end: (error?: Error) => void }[] = [];
  const ask = shareWalk((asked, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<typeof issues>();
    signal.addEventListener('abort', () => reject(new ItsmError('cancelled', 'Broken off.')));
    walks.push({ asked, signal, end: error => (error ? reject(error) : resolve(issues)) });
    return promise;
  });
  return { ask: (from: Date, signal: AbortSignal) => ask(`at-${from.getUTCSeconds()}`, from, signal), walks };
}

describe('look-ups that ask at once', () => {
  it('make one walk, from the earliest of their times', async () => {
    const { ask, walks } = openWalks();
    const asked = [ask(at(3), never), ask(at(1), never), ask(at(2), never)];
    await setImmediate();
    expect(walks.map(({ asked }) => asked)).toEqual([{ from: at(1), keys: new Set(['at-3', 'at-1', 'at-2']) }]);
    walks[0]?.end();
    expect(await Promise.all(asked)).toEqual([issues, issues, issues]);
  });

  it('fail together where the walk fails, and the next one walks anew', async () => {
    const { ask, walks } = openWalks();
    const asked = [ask(at(1), never), ask(at(2), never)];
    await setImmediate();
    walks[0]?.end(new ItsmError('unavailable', 'Jira is away.'));
    for (const one of asked) await expect(one).rejects.toThrow('Jira is away.');
    const again = ask(at(3), never);
    await setImmediate();
    walks[1]?.end();
    expect(await again).toBe(issues);
  });
});

describe('look-ups that ask while a walk is on its way', () => {
  it('wait for the next one, since an issue may have been committed behind it', async () => {
    const { ask, walks } = openWalks();
    const first = ask(at(5), never);
    await setImmediate();
    const later = [ask(at(7), never), ask(at(6), never)];
    await setImmediate();
    expect(walks).toHaveLength(1);
    walks[0]?.end();
    expect(await first).toBe(issues);
    await setImmediate();
    expect(walks.map(({ asked }) => asked.from)).toEqual([at(5), at(6)]);
    walks[1]?.end();
    expect(await Promise.all(later)).toEqual([issues, issues]);
  });

  it('are served although that walk fails', async () => {
    const { ask, walks } = openWalks();
    const first = ask(at(1), never);
    await setImmediate();
    const second = ask(at(2), never);
    walks[0]?.end(new ItsmError('unavailable', 'Jira is away.'));
    await expect(first).rejects.toThrow('Jira is away.');
    await setImmediate();
    walks[1]?.end();
    expect(await second).toBe(issues);
  });
});

describe('a look-up that gives up', () => {
  it('leaves at once, and the walk goes on for the others', async () => {
    const { ask, walks } = openWalks();
    const patience = new AbortController();
    const hasty = ask(at(1), patience.signal);
    const patient = ask(at(2), never);
    await setImmediate();
    patience.abort();
    await expect(hasty).rejects.toMatchObject({ kind: 'cancelled' });
    expect(walks[0]?.signal.aborted).toBe(false);
    walks[0]?.end();
    expect(await patient).toBe(issues);
  });

  it('ends the walk that nobody else waits for', async () => {
    const { ask, walks } = openWalks();
    const patience = new AbortController();
    const hasty = ask(at(1), patience.signal);
    await setImmediate();
    patience.abort();
    await expect(hasty).rejects.toMatchObject({ kind: 'cancelled' });
    expect(walks[0]?.signal.aborted).toBe(true);
  });

  it('does not take those along who ask after it left', async () => {
    const { ask, walks } = openWalks();
    const patience = new AbortController();
    const first = ask(at(1), never);
    await setImmediate();
    const hasty = ask(at(2), patience.signal);
    patience.abort();
    await expect(hasty).rejects.toMatchObject({ kind: 'cancelled' });
    const next = ask(at(3), never);
    walks[0]?.end();
    await first;
    await setImmediate();
    expect(walks.map(({ asked, signal }) => [asked.from, signal.aborted])).toEqual([
      [at(1), false],
      [at(3), false],
    ]);
    walks[1]?.end();
    expect(await next).toBe(issues);
  });

  it('asks for nothing where it was cancelled before', async () => {
    const { ask, walks } = openWalks();
    await expect(ask(at(1), AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled' });
    await setImmediate();
    expect(walks).toEqual([]);
  });
});
