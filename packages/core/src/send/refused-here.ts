/** axios' codes for a request that cannot be made as it is: an option, an address, a body. */
const codes = new Set([
  'ERR_BAD_REQUEST',
  'ERR_BAD_OPTION',
  'ERR_BAD_OPTION_VALUE',
  'ERR_FORM_DATA_DEPTH_EXCEEDED',
  'ERR_INVALID_URL',
  'ERR_NOT_SUPPORT',
  'ERR_DEPRECATED',
]);

export interface LocalFailure {
  readonly code: string | undefined;
  readonly status: number | undefined;
  /** Whether there was a request when it failed: from then on the same codes say nothing about what was sent. */
  readonly begun: boolean;
}

/** Whether nothing was sent, and nothing will be however often it is tried. */
export const refusedHere = ({ code, status, begun }: LocalFailure): boolean =>
  !begun && status === undefined && code !== undefined && codes.has(code);
