import type { Io } from '../io.ts';

export interface ProgressDeps {
  /** Monotonic milliseconds. */
  now(): number;
}
export interface Progress {
  /** So many are done now. */
  step(done: number): void;
  /** Takes the line away before something else is printed on the terminal. */
  end(): void;
}

/** Where nobody watches, a line in a log is enough for an hour of work. */
const plainEveryMs = 30_000;

const system: ProgressDeps = { now: () => performance.now() };

/**
 * How far a command has come with many analyses, on standard error: on a terminal one line that is rewritten, elsewhere
 * a line each half a minute. Nothing for a single one, and nothing where all is done before the first line is due.
 */
export function progress(total: number, { stderr }: Pick<Io, 'stderr'>, { now } = system): Progress {
  if (total < 2) return { step() {}, end() {} };
  const startMs = now();
  let saidMs = startMs;
  if (stderr.isTTY)
    return {
      step: done => stderr.write(`\r\u001b[K${words(done, total, now() - startMs)}`),
      end: () => stderr.write('\r\u001b[K'),
    };
  return {
    step(done) {
      if (now() - saidMs < plainEveryMs || done === total) return;
      saidMs = now();
      stderr.write(`${words(done, total, saidMs - startMs)}\n`);
    },
    end() {},
  };
}

/** `120/2000 analyses, 2.4/s, 13 min left` */
function words(done: number, total: number, passedMs: number): string {
  const said = `${done}/${total} analyses`;
  // A rate of the first moments is none.
  if (passedMs < 1000 || done === 0) return said;
  const perSecond = (done * 1000) / passedMs;
  const leftSeconds = Math.ceil((total - done) / perSecond);
  return `${said}, ${rate(perSecond)}${done < total ? `, ${duration(leftSeconds)} left` : ''}`;
}

const rate = (perSecond: number): string =>
  perSecond >= 1 ? `${perSecond.toFixed(1)}/s` : `${(perSecond * 60).toFixed(1)}/min`;

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
