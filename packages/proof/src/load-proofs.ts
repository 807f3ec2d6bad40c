import type { Proof } from './proof.ts';
import { drainAtLimit, isolation } from './proofs/drain.ts';
import { sigterm } from './proofs/sigterm.ts';
import { onceEach } from './verdict.ts';

const platforms = ['servicenow', 'jira'] as const;

/** There is more to do than a platform, or a deadline, has room for. */
export const loadProofs: Readonly<Record<string, Proof>> = {
  sigterm: {
    claim: 'workers are told to end under load',
    async *run(size) {
      const rounds = size === 'small' ? 2 : 8;
      for (const [hang, drainSeconds] of [
        [false, 10],
        [true, 1],
      ] as const) {
        const { statuses, longestMs, leftSending, ...result } = await sigterm({ rounds, drainSeconds, hang });
        const how = hang ? 'platforms that never answer' : 'slow platforms';
        yield onceEach(how, result);
        yield {
          line: `exit statuses ${statuses.join(' ')}, the longest took ${longestMs} ms of ${drainSeconds} s, ${leftSending} rows left in sending`,
          holds:
            statuses.every(status => status === 0) &&
            leftSending === 0 &&
            (size === 'small' || longestMs <= drainSeconds * 1000),
        };
      }
    },
  },
  drain: {
    claim: 'a platform takes so many requests a second, and workers that know it use them',
    async *run(size) {
      const [perSecond, count] = size === 'small' ? [20, 60] : [25, 1_000];
      for (const platform of platforms) {
        for (const workers of [1, 4]) {
          const { ratio, refused, ...result } = await drainAtLimit({ platform, perSecond, count, workers });
          yield onceEach(
            `${platform}, ${workers} workers at ${perSecond}/s, ${refused} requests refused by 429`,
            result,
          );
          yield {
            line: `${ratio.toFixed(3)} of the time that the limit allows at best (at most 1.05)`,
            holds: size === 'small' || ratio <= 1.05,
          };
        }
      }
    },
  },
  isolation: {
    claim: 'one dead platform does not slow the other',
    async *run(size) {
      const [count, rounds] = size === 'small' ? [60, 1] : [400, 3];
      const { ratio, aloneMs, besideMs } = await isolation({ count, rounds });
      yield {
        line: `${ratio.toFixed(3)} of its time alone (at most 1.1); alone ${aloneMs.join(', ')} ms, beside ${besideMs.join(', ')} ms`,
        holds: size === 'small' || ratio <= 1.1,
      };
    },
  },
};
