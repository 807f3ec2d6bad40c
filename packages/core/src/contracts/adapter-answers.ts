import type { Warning } from './json.ts';
import type { TicketRef } from './ticket.ts';

export type Created =
  | { readonly kind: 'created'; readonly ticket: TicketRef; readonly warnings: readonly Warning[] }
  | { readonly kind: 'dry-run'; readonly payload: unknown; readonly warnings: readonly Warning[] };

export type Lookup =
  /** The oldest ticket with the key, and the others. */
  | {
      readonly kind: 'found';
      readonly ticket: TicketRef;
      readonly twins: readonly TicketRef[];
      /** @default none */
      readonly warnings?: readonly Warning[];
    }
  /**
   * `conclusive`: the look-up sees every ticket committed before it began. Whether a request can still commit is core's
   * to judge.
   */
  | { readonly kind: 'absent'; readonly conclusive: boolean }
  /**
   * Nobody has to know: the platform takes the key for one ticket, however often it is sent. So the create goes out again at
   * once, without a look and inside the settle window.
   */
  | { readonly kind: 'repeatable' };

/** What a look for a change tells: see `findChange`. */
export type FoundChange =
  | 'applied'
  | 'absent'
  | 'unsure'
  | 'repeatable'
  | { readonly kind: 'applied'; readonly warnings: readonly Warning[] };

export interface RequestPreview {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PlatformField {
  /** As a mapping writes it. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** In the platform's words. */
  readonly type: string;
  /** A ticket without it is refused, and the platform has no default for it. */
  readonly required: boolean;
  /** As a mapping writes them; undefined: whatever fits the type. */
  readonly allowed?: readonly string[];
}

export interface CheckStep {
  readonly step: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly hint?: string;
}
