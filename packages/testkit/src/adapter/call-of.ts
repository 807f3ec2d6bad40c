import type { Call, Doubt } from '@itsm-bridge/core';

/** A call that nobody cuts short. */
export const callOf = (key: string, doubt?: Doubt): Call => ({
  key,
  signal: new AbortController().signal,
  ...(doubt ? { doubt } : {}),
});
