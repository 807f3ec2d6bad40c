import type { WorkLane } from '@itsm-bridge/core';
import { PgBoss } from 'pg-boss';
import type { Executor } from '../transaction/executor.ts';
import { queueName } from './queue-name.ts';

export interface OpenBoss {
  readonly boss: PgBoss;
  /** What pg-boss runs its statements on. */
  readonly db: Executor;
  /** pg-boss's own schema, beside ours. */
  readonly schema: string;
  /** The queue of a lane, made where there is none. */
  queueOf(lane: WorkLane): Promise<string>;
  close(): Promise<void>;
}

/** A wake-up that a dead worker took is forgotten after that; the sweep has made another long before. */
export const expireInSeconds = 3600;

/**
 * pg-boss on the ledger's own connections. It keeps wake-ups and nothing else: no retries, no dead letters, no schedules, for
 * one state machine is enough. `short`: at most one wake-up of a key waits, while another may be at work.
 */
export async function openBoss(schema: string, db: Executor, onError: (error: unknown) => void): Promise<OpenBoss> {
  const own = `${schema}_queue`;
  // PostgreSQL asks for the right to create schemas even where `create schema if not exists` has nothing to create.
  const { rows } = await db.executeSql('select to_regnamespace($1) is null as missing', [`"${own}"`]);
  const createSchema = (rows[0] as { readonly missing: boolean }).missing;
  const quiet = { supervise: false, schedule: false, monitorVacuum: false, reindex: false };
  const boss = new PgBoss({ db, schema: own, createSchema, ...quiet });
  // Without a listener its errors would end the process.
  boss.on('error', onError);
  // Several processes may find nothing there and begin to make it: whoever comes second tries again.
  await boss.start({ attempts: 6 });
  const known = new Map<string, Promise<void>>();
  return {
    boss,
    db,
    schema: own,
    async queueOf(lane) {
      const name = queueName(lane);
      const made =
        known.get(name) ??
        boss.createQueue(name, { policy: 'short', retryLimit: 0, expireInSeconds, deleteAfterSeconds: 3600 });
      known.set(name, made);
      await made.catch(error => {
        known.delete(name);
        throw error;
      });
      return name;
    },
    close: () => boss.stop({ graceful: false, close: false }),
  };
}
