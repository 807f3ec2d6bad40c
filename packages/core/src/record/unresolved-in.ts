import type { ItsmAdapter, TicketDraft } from '../contracts.ts';

/** Fields of a dry run whose names the platform has not been asked for. */
export const unresolvedIn = (
  adapter: Pick<ItsmAdapter, 'resolve' | 'unresolved'>,
  draft: TicketDraft,
): readonly string[] => (adapter.resolve ? [] : (adapter.unresolved?.(draft) ?? []));
