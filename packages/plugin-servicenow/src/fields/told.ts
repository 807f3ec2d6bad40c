import type { ItsmError } from '@itsm-bridge/core';
import { isDenied } from '../instance/is-denied.ts';

/** That this user may not read something is an answer as well, and kept like one: deliveries do without. */
export type Told<Value> =
  | { readonly kind: 'told'; readonly value: Value }
  | { readonly kind: 'denied'; readonly error: ItsmError };

/** @throws ItsmError of a reading that failed otherwise. */
export async function told<Value>(reading: Promise<Value>): Promise<Told<Value>> {
  try {
    return { kind: 'told', value: await reading };
  } catch (error) {
    if (isDenied(error)) return { kind: 'denied', error };
    throw error;
  }
}
