import type { Clock } from '../contracts.ts';

/** A block is a tenth of a second of slots: few questions to the ledger, and little that a process keeps from the others. */
const blocksPerSecond = 10;

/** Hands out the slots of one process, in order, from blocks that it reserves. @returns milliseconds to wait. */
export function createPace(
  perSecond: number,
  reserve: (slots: number) => Promise<number>,
  clock: Pick<Clock, 'now'>,
): () => Promise<number> {
  const apartMs = 1000 / perSecond;
  let block = { at: 0, left: 0 };
  let turn: Promise<unknown> = Promise.resolve();

  const next = async () => {
    if (block.left === 0) {
      const slots = Math.max(1, Math.round(perSecond / blocksPerSecond));
      const waitMs = await reserve(slots);
      block = { at: clock.now().getTime() + waitMs, left: slots };
    }
    const { at, left } = block;
    block = { at: at + apartMs, left: left - 1 };
    return Math.max(0, at - clock.now().getTime());
  };

  return () => {
    const mine = turn.then(next);
    turn = mine.catch(() => {});
    return mine;
  };
}
