/** undici's codes for a request that cannot be made as it is: its path, a header, a length. */
const codes = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH']);

export interface LocalFailure {
  readonly code: string | undefined;
  readonly status: number | undefined;
  /** Whether it may have been given to a connection: from then on the same codes say nothing about what was sent. */
  readonly begun: boolean;
}

/** Whether nothing was sent, and nothing will be however often it is tried. */
export const refusedHere = ({ code, status, begun }: LocalFailure): boolean =>
  !begun && status === undefined && code !== undefined && codes.has(code);
