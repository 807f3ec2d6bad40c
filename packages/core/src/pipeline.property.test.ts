import { describe, expect, it } from 'vitest';
import { type ChaoticRun, chaoticRun } from './__tests__/chaotic-run.ts';
import { policy } from './__tests__/samples.ts';

const seeds = Array.from({ length: 500 }, (_, index) => index + 1);

/** Plays every seed; the first that breaks a promise is told with its seed and what happened. */
async function play(lag: number, onUnresolved: 'recreate' | 'review', promise: (run: ChaoticRun) => void) {
  const all = { critical: onUnresolved, high: onUnresolved, medium: onUnresolved, low: onUnresolved };
  const runs: ChaoticRun[] = [];
  for (const seed of seeds) {
    const run = await chaoticRun(seed, { ...policy, onUnresolved: all }, lag);
    try {
      expect(run.violations).toEqual([]);
      promise(run);
    } catch (cause) {
      throw new Error(`seed ${seed}:\n${run.log.join('\n')}`, { cause });
    }
    runs.push(run);
  }
  return runs;
}

const statuses = (runs: readonly ChaoticRun[]) => new Set(runs.map(({ final }) => final.status));
const runsWith = (runs: readonly ChaoticRun[], words: string) =>
  runs.filter(({ log }) => log.some(line => line.includes(words))).length;

describe('the pipeline, whatever the platform does and whenever the process dies', () => {
  it('makes one ticket, or says why not, where a look-up sees all that is committed', async () => {
    const runs = await play(0, 'recreate', ({ final, refuses, taken }) => {
      expect(refuses ? ['failed'] : ['created', 'found']).toContain(final.status);
      expect(taken).toBe(refuses ? 0 : 1);
    });
    expect(statuses(runs)).toEqual(new Set(['created', 'found', 'failed']));
  });

  it('makes no second ticket where a search lags behind and a person decides', async () => {
    const runs = await play(policy.settleWindowMs * 4, 'review', ({ final, refuses, taken }) => {
      expect(refuses ? ['failed', 'needs_review'] : ['created', 'found', 'needs_review']).toContain(final.status);
      expect(taken).toBeLessThanOrEqual(refuses ? 0 : 1);
    });
    expect(statuses(runs)).toContain('needs_review');
  });

  it('meets in these runs what it is to withstand', async () => {
    const runs = await play(0, 'recreate', () => {});
    const met = [
      ...['killed before create', 'killed after create', 'killed before settle', 'killed after settle'],
      ...['killed after claim', 'killed before find', 'killed before renew', 'killed after the wait'],
      ...['goes on after create', 'goes on after the wait', 'still at work', '502 after the commit', '= sending'],
      ...[
        'asked by schedule',
        'asked by person',
        'the lane is paused',
        'the breaker is open',
        '= pending',
        '= unknown',
      ],
    ];
    for (const words of met) expect(runsWith(runs, words), words).toBeGreaterThan(5);
  });
});
