import { evaluate } from '@humanwhocodes/momoa';
import { type JsonSource, readJson } from './read-json.ts';

/** @throws ItsmError: `itsm_config.json:7:3: …` with line and column from 1. */
export function parseJson(text: string, source: JsonSource): unknown {
  return evaluate(readJson(text, source));
}
