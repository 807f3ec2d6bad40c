import type { Decision } from '@itsm-bridge/core';
import { exact } from '../../page/moment.ts';

/** `approved by Kim at 2026-01-31 10:00:00 UTC: fits` */
export const decisionWords = ({ kind, by, at, reason }: Decision): string =>
  `${kind} by ${by} at ${exact(at)}${reason ? `: ${reason}` : ''}`;
