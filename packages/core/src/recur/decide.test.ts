import { describe, expect, it } from 'vitest';
import type { DeliveryPolicy, TicketState } from '../contracts.ts';
import { decide } from './decide.ts';

type Choice = DeliveryPolicy['onRecurrence'];
const day = 86_400_000;
const now = new Date('2025-10-27T10:30:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const done = (since?: Date): TicketState => ({ kind: 'done', wontFix: false, ...(since ? { since } : {}) });

const states: Readonly<Record<string, TicketState>> = {
  open: { kind: 'open' },
  'done just now': done(now),
  'done for exactly the window': done(ago(7 * day)),
  'done for longer than the window': done(ago(7 * day + 1)),
  'done, nobody knows since when': done(),
  'done just now, for good': { kind: 'done', wontFix: false, since: now, final: true },
  'won’t be mended, since today': { kind: 'done', wontFix: true, since: now },
  'won’t be mended, since long ago': { kind: 'done', wontFix: true, since: ago(90 * day) },
  gone: { kind: 'gone' },
};

/** One row for each state, in the order of the columns. */
const choices: readonly Choice[] = ['create', 'comment', 'reopen', 'ignore'];
const table: Readonly<Record<keyof typeof states, string>> = {
  open: 'create note note nothing',
  'done just now': 'create create reopen create',
  'done for exactly the window': 'create create reopen create',
  'done for longer than the window': 'create create create create',
  'done, nobody knows since when': 'create create create create',
  'done just now, for good': 'create create create create',
  'won’t be mended, since today': 'create nothing nothing nothing',
  'won’t be mended, since long ago': 'create nothing nothing nothing',
  gone: 'create create create create',
};

describe('decide', () => {
  it.each(Object.entries(states))('a ticket that is %s', (name, state) => {
    const decided = choices.map(onRecurrence => decide({ onRecurrence, reopenWithinMs: 7 * day }, state, now));
    expect(decided.join(' ')).toBe(table[name]);
  });

  it('reopens nothing where the window is closed', () => {
    expect(decide({ onRecurrence: 'reopen', reopenWithinMs: 0 }, done(ago(1)), now)).toBe('create');
  });
});
