import { ItsmError } from '@itsm-bridge/core';

/** The instance let us in and refuses this table: a role that is missing, not a sign-in, and not a page in front of it. */
export const isDenied = (error: unknown): error is ItsmError =>
  ItsmError.is(error) && (error.kind === 'rejected' || (error.kind === 'auth' && error.status === 403));
