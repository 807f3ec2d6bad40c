import { ItsmError } from '../itsm-error.ts';

/** The same failure in other words, without a cause: that one may hold the words that are to go. */
export const reworded = ({ kind, status, retryAfterMs }: ItsmError, message: string): ItsmError =>
  new ItsmError(kind, message, {
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
