import type { ValueNode } from '@humanwhocodes/momoa';
import { momoa } from './momoa.ts';
import { type JsonSource, readJson } from './read-json.ts';
import { soundValue } from './sound-value.ts';

export interface ReadValue {
  readonly value: unknown;
  /** The tree of `readJson`, for whoever has to say where something stands. */
  root(): ValueNode;
}

/** The value of a text. @throws ItsmError as `readJson` does */
export function readValue(text: string, source: JsonSource): ReadValue {
  let read: ValueNode | undefined;
  const root = () => {
    read ??= readJson(text, source);
    return read;
  };
  return { value: soundValue(text.replace(/^\uFEFF/, '')) ?? momoa().evaluate(root()), root };
}
