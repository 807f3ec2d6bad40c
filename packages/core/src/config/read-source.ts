import type { Location } from '@humanwhocodes/momoa';
import { placeOf } from '../json/place-of.ts';
import { readValue } from '../json/read-value.ts';
import type { ConfigSource } from './config.ts';
import type { Path } from './problems/problem.ts';

export interface Source {
  readonly root: unknown;
  /** Where a member stands in the text; undefined for all of them when the config is no text. */
  placeOf(path: Path): Location | undefined;
}

/** @throws ItsmError kind `config`: a text that is no JSON, with line and column. */
export function readSource(source: ConfigSource): Source {
  if (!('text' in source)) return { root: source.value, placeOf: () => undefined };
  const { value, root } = readValue(source.text, { file: source.file, kind: 'config' });
  return { root: value, placeOf: path => placeOf(root(), path) };
}
