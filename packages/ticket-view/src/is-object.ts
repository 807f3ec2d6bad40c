export type JsonObject = Readonly<Record<string, unknown>>;

/** True for `{…}`, false for null, arrays and everything else. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
