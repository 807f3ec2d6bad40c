import { Pool, type PoolConfig } from 'pg';

/** One connection that is not the ledger's. */
export function poolFor(config: PoolConfig): Pool {
  const pool = new Pool({ ...config, max: 1 });
  // The server stops while it is open, and no test wants to hear of it.
  pool.on('error', () => {});
  return pool;
}

export type { Pool };
