import type { ChangeDelivery, Delivery, ItsmError, ItsmErrorKind } from '@itsm-bridge/core';

/** 0 all done, 1 some delivery failed, 2 wrong usage, config or input. */
export type ExitStatus = 0 | 1 | 2;

const wrongInput: ReadonlySet<ItsmErrorKind> = new Set(['config', 'input', 'template', 'mapping']);

export const statusOfError = (error: ItsmError): ExitStatus => (wrongInput.has(error.kind) ? 2 : 1);

const unsuccessful: ReadonlySet<Delivery['status']> = new Set(['failed', 'unknown', 'needs_review']);

export const statusOfDeliveries = (deliveries: readonly Pick<Delivery, 'status'>[]): ExitStatus =>
  deliveries.some(({ status }) => unsuccessful.has(status)) ? 1 : 0;

export const statusOfChanges = (changes: readonly Pick<ChangeDelivery, 'status'>[]): ExitStatus =>
  changes.some(({ status }) => status === 'failed' || status === 'unknown') ? 1 : 0;
