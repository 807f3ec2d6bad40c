import type { BlockContent, DefinitionContent, ListItem, PhrasingContent } from 'mdast';
import { type Line, linesOf } from './line.ts';

export type Block = BlockContent | DefinitionContent;

/** What is read while the blocks of one document are. Positions are in `source`, lines are counted from 0. */
export interface BlockState {
  readonly source: string;
  /** Whether nodes tell their lines. */
  readonly hasPositions: boolean;
  /** As the container that is being read sees them: a quote puts its own here, and the outer ones back. */
  readonly lines: Line[];
  /** The first line that is not read yet. */
  line: number;
  /** The line after the last one of the innermost quote. */
  lineCount: number;
  /** Columns that a line needs to belong to the innermost list item. */
  indent: number;
  /** The same of the list around that item; -1 outside of lists. */
  listIndent: number;
  /** No empty line so far between the blocks of the innermost list item. */
  isTight: boolean;
  /** How many containers are open. */
  depth: number;
  /** By normalised label. Undefined where there are none, as in most documents. */
  definitions: Map<string, Target> | undefined;
  /** Labels in lower case. */
  footnotes: Set<string> | undefined;
  /** Read when all definitions are known. */
  readonly inlines: InlineText[];
  readonly tasks: ListItem[];
}

/** Where a link leads. */
export interface Target {
  readonly url: string;
  readonly title: string | null;
}

/** The Markdown of a paragraph, heading or cell, and the node whose children it becomes. */
export interface InlineText {
  readonly parent: { children: PhrasingContent[] };
  readonly text: string;
}

export type ReadBlocks = (state: BlockState, start: number, end: number) => Block[];

export const blockState = (source: string, hasPositions: boolean): BlockState => {
  const lines = linesOf(source);
  return {
    source,
    hasPositions,
    lines,
    line: 0,
    lineCount: lines.length,
    indent: 0,
    listIndent: -1,
    isTight: false,
    depth: 0,
    definitions: undefined,
    footnotes: undefined,
    inlines: [],
    tasks: [],
  };
};

/** Kept for later, when all definitions are known. */
export function withInlines<Parent extends InlineText['parent']>(
  state: BlockState,
  parent: Parent,
  text: string,
): Parent {
  if (text !== '') state.inlines.push({ parent, text });
  return parent;
}
