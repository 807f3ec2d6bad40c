/** How a client stands with its server. */
export type StreamState =
  | { readonly kind: 'connecting' }
  /** What happens arrives. */
  | { readonly kind: 'open' }
  /** Until it connects again; nothing is missed meanwhile. */
  | { readonly kind: 'waiting'; readonly ms: number; readonly reason: string };
