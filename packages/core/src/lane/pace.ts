import type { Clock } from '../contracts.ts';
import { steadyTime } from './steady-time.ts';

/** A block is a tenth of a second of slots: few questions to the ledger, and little that a process keeps from the others. */
const blocksPerSecond = 10;

/** A slot may be taken so late. After that it has lapsed: nobody makes up for a time without requests. */
const lapseMs = 5_000;

/**
 * Hands out the slots of one process, in order, from blocks that it reserves. A slot that is further off than the caller's
 * patience is left for the next one who asks.
 *
 * @returns milliseconds to wait; more than `patienceMs` where no slot was taken.
 */
export function createPace(
  perSecond: number,
  reserve: (slots: number) => Promise<number>,
  clock: Pick<Clock, 'now'>,
): (patienceMs: number) => Promise<number> {
  const apartMs = 1000 / perSecond;
  const now = steadyTime(clock);
  /** `at`: of its next slot, in Unix milliseconds; where none is left, of the first slot after it. */
  let block = { at: 0, left: 0 };
  let turn: Promise<unknown> = Promise.resolve();

  const next = async (patienceMs: number) => {
    if (block.left === 0 || block.at + lapseMs < now()) {
      const slots = Math.max(1, Math.round(perSecond / blocksPerSecond));
      const waitMs = await reserve(slots);
      // Never before the last block is over, whatever the ledger says: the pace holds while it is away.
      block = { at: Math.max(now() + waitMs, block.at), left: slots };
    }
    const waitMs = Math.max(0, block.at - now());
    if (waitMs <= patienceMs) block = { at: block.at + apartMs, left: block.left - 1 };
    return waitMs;
  };

  return patienceMs => {
    const mine = turn.then(() => next(patienceMs));
    turn = mine.catch(() => {});
    return mine;
  };
}
