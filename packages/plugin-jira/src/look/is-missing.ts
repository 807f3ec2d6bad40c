import { ItsmError } from '@itsm-bridge/core';

/** A 404: the issue was deleted, or this user may no longer see it; Jira does not tell which. A bad token is `auth`. */
export const isMissing = (error: unknown): boolean =>
  ItsmError.is(error) && error.status === 404 && error.kind === 'rejected';
