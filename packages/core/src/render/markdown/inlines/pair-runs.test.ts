import { describe, expect, it } from 'vitest';
import { pairRuns } from './pair-runs.ts';
import { type Run, runAt } from './run.ts';

function runsIn(text: string): Run[] {
  return [...text.matchAll(/\*+|_+|~+/g)].map(({ index }) => runAt(text, index, text.length));
}

describe('a closing run looks at no opening one twice in vain', () => {
  it.each(['*a ', 'a* ', '*a _b* ', '*a b_ ', '*a **b c_ ', 'a*b**c '])('in %jwithout end', text => {
    let looks = 0;
    const watched = runsIn(text.repeat(1_000)).map(
      run =>
        new Proxy(run, {
          get(target, key) {
            if (key === 'order') looks += 1;
            return Reflect.get(target, key);
          },
        }),
    );
    pairRuns(watched);
    expect(looks).toBeLessThan(8 * watched.length);
  });
});
