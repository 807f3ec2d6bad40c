import type { DeliverySearch, PlaceInList } from '@itsm-bridge/core';

export interface SearchConditions {
  readonly values: unknown[];
  /** A further value, as the statement names it. */
  given(value: unknown): string;
  /** Which part of the list, newest first: what every index of it begins with. */
  readonly range: string;
  readonly severities: readonly string[];
  /** Rows of a page, and one more where there is a further page. */
  readonly most: string;
}

/** What every search asks. @param from The last row of the page before. */
export function searchConditions(
  { environment, severities = [], since, limit }: DeliverySearch,
  from: PlaceInList | undefined,
): SearchConditions {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const range = [`environment = ${given(environment)}`];
  if (since) range.push(`created_at >= ${given(since)}::timestamptz`);
  if (from) {
    const at = `'epoch'::timestamptz + ${given(from.createdAt.toString())}::bigint * interval '1 microsecond'`;
    range.push(`(created_at, key) < (${at}, ${given(from.key)})`);
  }
  return {
    ...{ values, given, range: range.join(' and ') },
    severities: severities.length > 0 ? [`severity = any(${given(severities)}::text[])`] : [],
    most: `${given(limit + 1)}::integer`,
  };
}
