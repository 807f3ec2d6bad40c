import { readableLength } from '../readable-length.ts';
import { serializedLength } from '../serialized-length.ts';

/** For `describe.each` and `it.each`: what holds after a cut holds in every measure. */
export const measures = [
  ['readable', readableLength],
  ['serialized', serializedLength],
] as const;
