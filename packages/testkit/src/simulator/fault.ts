/** What goes wrong with one request. `commit` says whether the platform does its work (stores the write) all the same. */
export type FaultEffect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** A string goes out as text/html, anything else as JSON, nothing as an empty body. */
      readonly body?: unknown;
      /** Instead of `body`: goes out to the letter and is called JSON, whether it is any or not. `headers` may call it otherwise. */
      readonly text?: string;
      /** True: the write is stored first and this answer hides it (commit, then 502). @default false */
      readonly commit?: boolean;
    }
  /** The socket is destroyed without an answer. */
  | { readonly kind: 'drop'; readonly commit: boolean }
  /** No answer ever comes; the socket lives until the client or `close()` ends it. */
  | { readonly kind: 'hang'; readonly commit: boolean }
  /**
   * The right status and headers with the full content-length, then half of the body, then the socket is destroyed.
   * An answer that has no body is dropped.
   */
  | { readonly kind: 'half-body'; readonly commit: boolean }
  /** The request takes effect at once and its right answer comes `ms` milliseconds later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /**
   * The socket is destroyed at once and the request takes effect `ms` milliseconds later, as on a platform that goes on with
   * what nobody waits for any more. If `close()` comes first, it never does.
   */
  | { readonly kind: 'late-commit'; readonly ms: number }
  /** The request is answered as if this query parameter were empty, as ServiceNow drops a clause it cannot read. */
  | { readonly kind: 'without-query'; readonly name: string };

/** Something that goes wrong with the next matching requests. */
export interface Fault {
  /**
   * Method, space, path prefix: `POST /api/now/table/incident`. A prefix also matches what lies below it.
   * @default every request
   */
  readonly on?: string;
  /** How many matching requests it spoils; `Infinity` until `clearRequests()`. @default 1 */
  readonly times?: number;
  readonly effect: FaultEffect;
}
