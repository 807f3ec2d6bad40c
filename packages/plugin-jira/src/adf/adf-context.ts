import type { FootnoteReference, PhrasingContent } from 'mdast';
import type { AdfBlock, AdfInline, AdfMark } from './adf-node.ts';
import type { Flow } from './fold-details.ts';
import type { Place } from './place.ts';

/** What the converters of one document share. */
export interface AdfContext {
  /** Blocks that are legal in the place, apart from tables: whoever has no room for a table lifts it out. */
  blocks(nodes: readonly Flow[], place: Place): readonly AdfBlock[];
  /** Ready content of a paragraph, heading, cell or task. */
  inlines(nodes: readonly PhrasingContent[], marks?: readonly AdfMark[]): readonly AdfInline[];
  /** `[1]`, or `undefined` where the document has no such footnote. */
  footnoteMark(reference: FootnoteReference): string | undefined;
  /** Of a task or a list of tasks. */
  nextLocalId(): string;
}
