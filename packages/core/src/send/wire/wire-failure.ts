/** That no whole answer came, and what is known of the request. */
export interface WireFailure extends Error {
  readonly code: string;
  /** `connect` where the request was given to no connection: no byte of it has left. */
  readonly syscall: string | undefined;
  /** Whether it was given to a connection: from then on nobody knows what arrived. */
  readonly begun: boolean;
  /** Of an answer that had begun. */
  readonly status: number | undefined;
}

export function wireFailure(error: unknown, begun: boolean, status?: number): WireFailure {
  const { message, code, syscall, errors } = error as NodeJS.ErrnoException & { readonly errors?: readonly Error[] };
  // Of several addresses that were tried each has its own words, and all of them together none.
  const words = message || errors?.[0]?.message || 'no reason was given';
  return Object.assign(new Error(words), {
    ...{ code: typeof code === 'string' ? code : 'ERR_UNNAMED', syscall: begun ? syscall : 'connect' },
    ...{ begun, status },
  });
}

/** Whether the wire says that no byte of a request has left. */
export const isUnsent = (error: unknown): boolean =>
  error instanceof Error && 'begun' in error && error.begun === false;
