import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '../world/integration-of.ts';
import { createWorld, type Employee, type World } from '../world/world.ts';
import type { KillStep } from './kill-steps.ts';
import { untilSettled } from './settled.ts';
import { type Tally, tally } from './tally.ts';

export interface KillMatrix {
  readonly steps: readonly KillStep[];
  readonly platforms: readonly Platform[];
  readonly workers: number;
  /** On each platform, at the least. */
  readonly deliveries: number;
  /** In all; the steps and platforms take turns. */
  readonly kills: number;
}

export interface KillResult extends Tally {
  /** Which steps killed a worker, and how often. */
  readonly killed: Readonly<Record<string, number>>;
  readonly seconds: number;
}

const batch = 2;
/** The longest that a run takes its work from the feeder. */
const feedMs = 900_000;
/** What the last killed workers left behind waits for leases and settle windows. */
const settleMs = 90_000;

/** Jira's index lags, and both platforms drop answers of what they have committed. */
const lagMs = 1500;

/** Drains a queue while its workers are killed at the named steps, each one started again at once. */
export async function killMatrix({ steps, platforms, workers, deliveries, kills }: KillMatrix): Promise<KillResult> {
  await using world = await createWorld({ jira: { indexLagMs: lagMs } });
  const startedAt = Date.now();
  dropSomeAnswers(world, Math.ceil(deliveries / 10));
  const cells = platforms.flatMap(platform => steps.map(step => ({ platform, step })));
  const killed: Record<string, number> = {};
  let left = kills;
  let done = 0;
  const over = new AbortController();

  const haunt = async (employee: Employee) => {
    while (left > 0 && !over.signal.aborted) {
      const cell = cells[left % cells.length];
      if (cell === undefined) return;
      left -= 1;
      if (!(await killAt(employee, cell.step, cell.platform, over.signal))) return;
      killed[cell.step.name] = (killed[cell.step.name] ?? 0) + 1;
      done += 1;
      await employee.restart();
    }
  };
  const employees = await Promise.all(Array.from({ length: workers }, () => world.employ()));
  const haunting = Promise.all(employees.map(haunt));
  const count = await feedWhile(world, platforms, deliveries, () => done < kills);
  await untilSettled(world, count * platforms.length, settleMs);
  over.abort();
  await haunting;
  return { ...(await tally(world)), killed, seconds: Math.round((Date.now() - startedAt) / 1000) };
}

/**
 * Keeps a little work in the queue for as long as somebody is to be killed at it, and at least as much as asked for.
 * @returns deliveries on each platform
 */
async function feedWhile(world: World, platforms: readonly Platform[], least: number, more: () => boolean) {
  let count = 0;
  for (const end = Date.now() + feedMs; (count < least || more()) && Date.now() < end; count += batch) {
    const jobs = Array.from({ length: batch }, (_, n) => `job-${count + n}`);
    for (const platform of platforms) await world.enqueue(platform, jobs);
    for (;;) {
      await sleep(200);
      const open = await world.ledger.deliveries({ status: 'pending' });
      if (open.length < 4 * batch * platforms.length || !more()) break;
    }
  }
  return count;
}

/** False when there was nothing left to be killed at. */
async function killAt({ worker, ...lines }: Employee, step: KillStep, platform: Platform, over: AbortSignal) {
  const line = step.line === 'database' ? lines.database : lines.platforms[platform];
  const traps = step.traps(platform);
  const ended = new Promise<false>(resolve => over.addEventListener('abort', () => resolve(false), { once: true }));
  for (const [n, trap] of traps.entries()) {
    const last = n === traps.length - 1;
    const sprung = line.set({ ...trap, act: () => last && worker.kill('SIGKILL') });
    if (!(await Promise.race([sprung.then(() => true), ended]))) {
      line.clear();
      return false;
    }
  }
  return true;
}

function dropSomeAnswers({ servicenow, jira }: World, times: number): void {
  const effect = { kind: 'drop', commit: true } as const;
  servicenow.fault({ on: 'POST /api/now/table/incident', times, effect });
  jira.fault({ on: 'POST /rest/api/3/issue', times, effect });
}
