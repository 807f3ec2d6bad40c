import type { Decision } from '@itsm-bridge/core';

/** `approved by Kim at 2026-01-31 10:00:00 UTC: fits` */
export const decisionWords = ({ kind, by, at, reason }: Decision): string =>
  `${kind} by ${by} at ${at.toISOString().slice(0, 19).replace('T', ' ')} UTC${reason ? `: ${reason}` : ''}`;
