import type { Analysis } from './analysis.ts';
import type { Connected } from './connected.ts';
import type { Failure, TicketChange, TicketDraft } from './contracts.ts';
import { failureOf } from './send/failure-of.ts';

export type Composed =
  | {
      readonly kind: 'draft';
      readonly draft: TicketDraft;
      /** Made once the ticket is on record. */
      readonly followUps: readonly TicketChange[];
    }
  | { readonly kind: 'failed'; readonly error: Failure };

/** Render and map, with a failure as a value: it goes on record like any other. */
export function compose(connected: Connected, analysis: Analysis): Composed {
  try {
    const draft = connected.draft(analysis);
    return { kind: 'draft', draft, followUps: connected.adapter.followUps?.(draft) ?? [] };
  } catch (error) {
    return { kind: 'failed', error: failureOf(error, 'template') };
  }
}
