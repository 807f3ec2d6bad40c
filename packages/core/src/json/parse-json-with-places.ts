import { evaluate } from '@humanwhocodes/momoa';
import { placeOf } from './place-of.ts';
import { type JsonSource, readJson } from './read-json.ts';

export interface JsonWithPlaces {
  readonly value: unknown;
  /** Line and column from 1, in the file, of the member at a path; of one that is missing, of the nearest around it. */
  placeOf(path: readonly (string | number)[]): { readonly line: number; readonly column: number };
}

/** As `parseJson`, for whoever judges the value and has to say where. @throws ItsmError */
export function parseJsonWithPlaces(text: string, source: JsonSource): JsonWithPlaces {
  const root = readJson(text, source);
  const { firstLine = 1 } = source;
  return {
    value: evaluate(root),
    placeOf(path) {
      const { line, column } = placeOf(root, path) ?? root.loc.start;
      return { line: line - 1 + firstLine, column };
    },
  };
}
