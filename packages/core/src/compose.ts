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
    return withFollowUps(connected, connected.draft(analysis));
  } catch (error) {
    return { kind: 'failed', error: failureOf(error, 'template') };
  }
}

/** What belongs to a ticket must not cost it: a plugin that cannot tell is a warning. */
function withFollowUps({ adapter }: Connected, draft: TicketDraft): Composed {
  try {
    return { kind: 'draft', draft, followUps: adapter.followUps?.(draft) ?? [] };
  } catch (error) {
    const message = `What belongs to the ticket is not made: ${failureOf(error, 'template').message}`;
    const warnings = [...draft.warnings, { code: 'follow-up-failed', message }];
    return { kind: 'draft', draft: { ...draft, warnings }, followUps: [] };
  }
}
