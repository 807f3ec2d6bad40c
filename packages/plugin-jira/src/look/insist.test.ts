import { ItsmError } from '@itsm-bridge/core';
import { describe, expect, it } from 'vitest';
import { insist } from './insist.ts';

const never = new AbortController().signal;

/** Reads that fail so many times; the waits are remembered and take no time. */
async function read(failures: number, error: Error) {
  const waits: number[] = [];
  let reads = 0;
  const clock = { now: () => new Date(), sleep: async (ms: number) => void waits.push(ms) };
  const answer = insist(
    async () => {
      reads += 1;
      if (reads <= failures) throw error;
      return 'read';
    },
    clock,
    never,
  );
  return { answer: await answer.catch(failed => failed), reads, waits };
}

describe('a read of a look-up', () => {
  it('is tried three times where it failed in passing', async () => {
    const down = new ItsmError('unavailable', 'the search was answered 502');
    expect(await read(2, down)).toEqual({ answer: 'read', reads: 3, waits: [250, 500] });
    expect(await read(3, down)).toEqual({ answer: down, reads: 3, waits: [250, 500] });
  });

  it('is not tried again where the site refused it, or asked for a pause', async () => {
    for (const error of [
      new ItsmError('auth', 'no'),
      new ItsmError('rejected', 'no'),
      new ItsmError('unavailable', 'busy', { retryAfterMs: 5_000 }),
    ]) {
      expect(await read(1, error)).toEqual({ answer: error, reads: 1, waits: [] });
    }
  });
});
