import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryRecord } from '@itsm-bridge/core';
import type { World } from '../world/world.ts';

const open: ReadonlySet<DeliveryRecord['status']> = new Set(['pending', 'sending', 'unknown']);

/** Waits until no delivery is open any more. @throws Error that says what still is. */
export async function untilSettled({ ledger }: World, count: number, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    const records = await ledger.deliveries({}).catch(() => []);
    const left = records.filter(({ status }) => open.has(status));
    if (records.length >= count && left.length === 0) return;
    if (Date.now() > end) {
      const what = left.map(({ key, status, error }) => `${key} ${status} ${error?.message ?? ''}`).slice(0, 20);
      throw new Error(`${left.length} of ${records.length} deliveries are still open:\n${what.join('\n')}`);
    }
    await sleep(100);
  }
}
