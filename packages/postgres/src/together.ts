export interface Together {
  readonly atMost: number;
  /** The failure is that of one of them: each goes by itself then. */
  isOfOne(error: unknown): boolean;
  /** How long the next wait for more of them, where the last were several. */
  pause(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * For what goes one after the other anyway: the first goes at once, and those that come while it is on its way go together
 * next. The more there are the less each costs; so where several went together just now, the next wait for one pause. One
 * that has gone by itself ends that, and so does a failure: who comes alone waits for nobody.
 *
 * @param run gives a result for each, in their order
 */
export function together<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { atMost, isOfOne, pause }: Together,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isRunning = false;
  let wereSeveral = false;

  /** False: it failed. Those that go by themselves then hold up nobody, not even each other. */
  const runOnce = async (batch: readonly Waiting<Item, Result>[]): Promise<boolean> => {
    try {
      const results = await run(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
      return true;
    } catch (error) {
      if (batch.length > 1 && isOfOne(error)) for (const one of batch) void runOnce([one]);
      else for (const { reject } of batch) reject(error);
      return false;
    }
  };

  const runAll = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      if (wereSeveral && waiting.length < atMost) await pause();
      const batch = waiting.splice(0, atMost);
      wereSeveral = (await runOnce(batch)) && batch.length > 1;
    }
    isRunning = false;
  };

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isRunning) void runAll();
    });
}
