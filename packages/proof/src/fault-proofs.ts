import type { Proof } from './proof.ts';
import { fencing } from './proofs/fencing.ts';
import { killMatrix } from './proofs/kill-matrix.ts';
import { killSteps } from './proofs/kill-steps.ts';
import { policy } from './proofs/policy.ts';
import { postgresChaos } from './proofs/postgres-chaos.ts';
import { soak } from './proofs/soak.ts';
import { onceEach } from './verdict.ts';

const platforms = ['servicenow', 'jira'] as const;

/** Something goes away, or fails. */
export const faultProofs: Readonly<Record<string, Proof>> = {
  kill: {
    claim: 'workers are killed (SIGKILL) at every step, and started again at once',
    async *run(size) {
      if (size === 'small') {
        const result = await killMatrix({
          ...{ steps: killSteps, platforms, workers: 2, deliveries: 20 },
          kills: killSteps.length * 2,
        });
        yield onceEach(`both platforms, 2 workers, ${JSON.stringify(result.killed)}`, result);
        return;
      }
      for (const platform of platforms) {
        for (const workers of [1, 4]) {
          for (const step of killSteps) {
            const cell = { steps: [step], platforms: [platform], workers, deliveries: 200, kills: 10 };
            const result = await killMatrix(cell);
            const times = result.killed[step.name] ?? 0;
            yield onceEach(`${platform}, ${workers} workers, ${times} times ${step.name}`, result);
          }
        }
      }
    },
  },
  policy: {
    claim: 'the document’s retry policy is what a delivery shows',
    async *run() {
      const busy = await policy(503, 2);
      yield {
        line: `503 twice, then success: ${busy.creates} creates in ${busy.seconds.toFixed(1)} s (1 s + 2 s, ±20 %), ${busy.tickets} ticket`,
        holds: busy.creates === 3 && busy.tickets === 1,
      };
      const refused = await policy(400, 1);
      yield {
        line: `400: ${refused.creates} create, on record as ${refused.status}`,
        holds: refused.creates === 1 && refused.status === 'failed',
      };
    },
  },
  fence: {
    claim: 'a worker is stopped (SIGSTOP) past its lease in the middle of a delivery, and goes on',
    async *run() {
      for (const platform of platforms) {
        for (const at of ['claimed', 'sent'] as const) {
          const result = await fencing(platform, at);
          yield onceEach(`${platform}, stopped once ${at}, on record as ${result.status}`, result);
        }
      }
    },
  },
  soak: {
    claim: 'three requests in ten are spoiled, by faults of every kind',
    async *run(size) {
      const [deliveries, warmUp] = size === 'small' ? [200, 100] : [10_000, 1_000];
      const { stormy, calm, met, memory, seconds } = await soak({
        ...{ deliveries, warmUp, rate: 0.3, workers: 1, seed: 2026 },
        onProgress: line => void process.stderr.write(`  ${line}\n`),
      });
      const faults = Object.values(met).reduce((sum, count) => sum + count, 0);
      const kinds = Object.keys(met).length;
      const told = `${faults} faults of ${kinds} kinds in ${seconds} s`;
      yield { ...onceEach(told, stormy), holds: stormy.doubled.length + stormy.lost.length + stormy.lies.length === 0 };
      yield onceEach('then the faults stop, and what was left is replayed', calm);
      for (const { warm, end } of memory) {
        // Resident memory is told only: the runtime gives pages back when it likes.
        const line = `heap after the first ${warmUp}: ${warm.heapMb} MB, at the end: ${end.heapMb} MB (at most 20 more); resident: ${warm.residentMb} and ${end.residentMb} MB`;
        yield { line, holds: size === 'small' || end.heapMb - warm.heapMb <= 20 };
      }
    },
  },
  postgres: {
    claim: 'PostgreSQL is stopped and started in mid-run, its backends are ended in a stream, its connections used up',
    async *run(size) {
      const [deliveries, downMs, backends] = size === 'small' ? [60, 3_000, 60] : [1_000, 20_000, 500];
      const given = { deliveries, downMs, backends, workers: 2 };
      const { exits, ended, hoarded, ...result } = await postgresChaos(given);
      yield onceEach(
        `away for ${given.downMs / 1000} s, ${ended} backends ended, ${hoarded} connections taken away`,
        result,
      );
      yield { line: `${exits.length} processes ended`, holds: exits.length === 0 };
    },
  },
};
