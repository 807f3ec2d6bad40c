import type { JsonSource } from './read-json.ts';
import { readValue } from './read-value.ts';

/** @throws ItsmError: `itsm_config.json:7:3: …` with line and column from 1. */
export function parseJson(text: string, source: JsonSource): unknown {
  return readValue(text, source).value;
}
