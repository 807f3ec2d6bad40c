import { type Severity, severities } from '@itsm-bridge/core';
import type { JobInsert } from 'pg-boss';

/** It holds the key and nothing else. pg-boss takes the highest priority first. */
export const wakeUp = (key: string, severity: Severity, startAfter?: Date): JobInsert => ({
  data: { key },
  singletonKey: key,
  priority: severities.length - severities.indexOf(severity),
  ...(startAfter ? { startAfter } : {}),
});
