import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import type { Call } from '../simulator/route.ts';

/** The record in a body: of an array only the first counts, no body is an empty record, undefined is unreadable. */
export function readBody(call: Call): JsonObject | undefined {
  if (call.body.trim() === '') return {};
  const record = Array.isArray(call.json) ? call.json[0] : call.json;
  return isJsonObject(record) ? record : undefined;
}
