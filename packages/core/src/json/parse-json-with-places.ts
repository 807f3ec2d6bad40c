import { placeOf } from './place-of.ts';
import type { JsonSource } from './read-json.ts';
import { readValue } from './read-value.ts';

export interface JsonWithPlaces {
  readonly value: unknown;
  /** Line and column from 1, in the file, of the member at a path; of one that is missing, of the nearest around it. */
  placeOf(path: readonly (string | number)[]): { readonly line: number; readonly column: number };
}

/** As `parseJson`, for whoever judges the value and has to say where. @throws ItsmError */
export function parseJsonWithPlaces(text: string, source: JsonSource): JsonWithPlaces {
  const { value, root } = readValue(text, source);
  const { firstLine = 1 } = source;
  return {
    value,
    placeOf(path) {
      const { line, column } = placeOf(root(), path) ?? root().loc.start;
      return { line: line - 1 + firstLine, column };
    },
  };
}
