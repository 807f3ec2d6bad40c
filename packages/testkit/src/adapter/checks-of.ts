import type { CheckStep, ItsmAdapter } from '@itsm-bridge/core';
import { callOf } from './call-of.ts';

/** All steps of an adapter's check. */
export async function checksOf(adapter: ItsmAdapter): Promise<readonly CheckStep[]> {
  const steps: CheckStep[] = [];
  for await (const step of adapter.check(callOf('check'))) steps.push(step);
  return steps;
}
