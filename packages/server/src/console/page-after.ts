import { ItsmError } from '@itsm-bridge/core';

interface Found<List> {
  readonly list: List;
  /** The place that it begins after; empty: it is the first page. */
  readonly after: string;
}

/** A page of a list; the first one where an address that somebody cut short leads to no place in it. */
export async function pageAfter<List>(
  after: string | undefined,
  read: (place: { readonly after?: string }) => Promise<List>,
): Promise<Found<List>> {
  if (!after) return { list: await read({}), after: '' };
  try {
    return { list: await read({ after }), after };
  } catch (error) {
    if (!ItsmError.is(error) || error.kind !== 'input') throw error;
    return { list: await read({}), after: '' };
  }
}
