export interface WireRequest {
  /** In capitals. */
  readonly method: string;
  readonly url: URL;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
  /** Of the answer, as it comes and unpacked. @default that of the transport, which it cannot exceed */
  readonly maxBytes?: number | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly statusText: string;
  /** By names in small letters; what came several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked, as UTF-8. */
  readonly text: string;
}

/**
 * Sends one request once, and gives its whole answer. What fails is told as a `WireFailure`.
 *
 * @param signal ends it, before it was sent or after
 */
export type Wire = (request: WireRequest, signal: AbortSignal) => Promise<WireAnswer>;
