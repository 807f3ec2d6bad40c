/**
 * Whether two payloads are the same text, the order of their members included. A database takes no U+0000 and no half of a
 * surrogate pair: one that was kept there differs in these alone, and in what the kept one shows.
 */
export const samePayload = (kept: unknown, made: unknown): boolean =>
  textOf(kept) === textOf(made) || textOf(kept) === textOf(made, storable);

const textOf = (payload: unknown, text: (value: string) => string = whole): string =>
  JSON.stringify(payload, (_, value: unknown) => (typeof value === 'string' ? text(value) : value)) ?? 'null';

const whole = (text: string): string => text;

const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();
