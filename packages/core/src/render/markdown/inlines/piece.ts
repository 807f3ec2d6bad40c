import type { PhrasingContent } from 'mdast';
import type { Run } from './run.ts';

/** Text as it was written is a string. In a text node it is what an escape or an entity stands for. */
export type Piece = string | PhrasingContent | Run;
