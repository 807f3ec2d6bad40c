import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { progress } from './progress.ts';

/** Steps of so many milliseconds each, and what stands on standard error after them. */
function watched({
  isTTY,
  total = 100,
  steps,
  everyMs,
}: {
  isTTY: boolean;
  total?: number;
  steps: number;
  everyMs: number;
}) {
  let nowMs = 5_000;
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const counter = progress(total, { stderr }, { now: () => nowMs });
  for (let done = 1; done <= steps; done++) {
    nowMs += everyMs;
    counter.end();
    counter.step(done);
  }
  return String(stderr.read() ?? '');
}
/** What a person sees of a line that is rewritten. */
const seen = (written: string) => written.split('\r').at(-1)?.replace('\u001b[K', '');

it.each([
  [1, 500, '1/100 analyses'],
  [20, 500, '20/100 analyses, 2.0/s, 40 s left'],
  [10, 20_000, '10/100 analyses, 3.0/min, 30 min left'],
  [2, 600_000, '2/100 analyses, 0.1/min, 16.3 h left'],
  [100, 500, '100/100 analyses, 2.0/s'],
])('on a terminal one line is rewritten: %i done, %i ms each', (steps, everyMs, line) => {
  const written = watched({ isTTY: true, steps, everyMs });
  expect(seen(written)).toBe(line);
  expect(written).not.toContain('\n');
});

it('elsewhere there is a plain line each half a minute', () => {
  expect(watched({ isTTY: false, steps: 13, everyMs: 5_000 })).toBe(
    '6/100 analyses, 12.0/min, 8 min left\n12/100 analyses, 12.0/min, 7 min left\n',
  );
});

it('nothing is said of one analysis, nor of many that are done at once', () => {
  expect(watched({ isTTY: true, total: 1, steps: 1, everyMs: 60_000 })).toBe('');
  expect(watched({ isTTY: false, steps: 100, everyMs: 10 })).toBe('');
});
