import type { Warning } from '@itsm-bridge/core';

/** The record stands; what of it was kept is not known. */
export const notReadBack = (key: string, why: string): Warning => ({
  code: 'not-read-back',
  message: `What ${key} holds was not compared with what it was to get: ${why}`,
});
