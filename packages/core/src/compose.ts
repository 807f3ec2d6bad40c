import type { Analysis } from './analysis.ts';
import type { Connected } from './connected.ts';
import type { Failure, TicketDraft } from './contracts.ts';
import { failureOf } from './send/failure-of.ts';

export type Composed =
  | { readonly kind: 'draft'; readonly draft: TicketDraft }
  | { readonly kind: 'failed'; readonly error: Failure };

/** Render and map, with a failure as a value: it goes on record like any other. */
export function compose(connected: Connected, analysis: Analysis): Composed {
  try {
    return { kind: 'draft', draft: connected.draft(analysis) };
  } catch (error) {
    return { kind: 'failed', error: failureOf(error, 'template') };
  }
}
