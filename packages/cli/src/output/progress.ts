import type { Io } from '../io.ts';

/** A counter on a terminal's standard error for many analyses; silent elsewhere. */
export function progress(total: number, { stderr }: Io): { step(done: number): void; end(): void } {
  if (!stderr.isTTY || total < 2) return { step() {}, end() {} };
  return {
    step: done => stderr.write(`\r${done}/${total} analyses delivered`),
    end: () => stderr.write('\r\u001b[K'),
  };
}
