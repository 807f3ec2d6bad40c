import type { Json, Warning } from '@itsm-bridge/core';

/** One event: what is signed and sent, and under which id. */
export interface WebhookPayload {
  /** `webhook-id`: the delivery's key, the same for every attempt, so that a receiver knows it again. */
  readonly id: string;
  readonly body: Json;
  /** What the template of the body could not fill. */
  readonly warnings: readonly Warning[];
}
