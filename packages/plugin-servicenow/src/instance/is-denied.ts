import { ItsmError } from '@itsm-bridge/core';

/** The instance let us in and refuses this table: a role that is missing, not a sign-in. */
export const isDenied = (error: unknown): error is ItsmError =>
  ItsmError.is(error) && (error.status === 403 || error.kind === 'rejected');
