import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { blockState } from './markdown/blocks/block-state.ts';
import { placed } from './markdown/blocks/placed.ts';
import { readBlocks } from './markdown/blocks/read-blocks.ts';
import { takeTaskMarker } from './markdown/blocks/task-marker.ts';
import type { Labels } from './markdown/inlines/inline-state.ts';
import { readInlines } from './markdown/inlines/read-inlines.ts';
import { normalizedSource } from './markdown/normalized-source.ts';
import { isParagraphLine, isPlainLine } from './markdown/plain-line.ts';

/**
 * Reads GitHub-flavoured Markdown (tables, strikethrough, task items, bare links, footnotes, raw HTML) into a tree.
 * References to link definitions are resolved, entities decoded. A link to `javascript:`, `vbscript:`, `file:` or
 * `data:` (images apart) stays the text that was written. Block nodes have `position` with whole lines only.
 * A byte order mark at the start is none of it. Never throws: every string is Markdown.
 */
export function parseMarkdown(markdown: string): Root {
  return read(markdown, true);
}

/** The same for a tree that becomes a part of another, where its lines mean nothing. */
export function parseMarkdownPart(markdown: string): Root {
  return read(markdown, false);
}

function read(markdown: string, hasPositions: boolean): Root {
  if (isPlainLine(markdown)) return lineRoot([{ type: 'text', value: markdown }], hasPositions);
  return isParagraphLine(markdown)
    ? lineRoot(readInlines(markdown, noLabels), hasPositions)
    : readRoot(markdown, hasPositions);
}

function lineRoot(children: PhrasingContent[], hasPositions: boolean): Root {
  const paragraph: Paragraph = { type: 'paragraph', children };
  return { type: 'root', children: [placed({ hasPositions }, paragraph, 0, 1)] };
}

const noLabels: Labels = { definitions: undefined, footnotes: undefined };

function readRoot(markdown: string, hasPositions: boolean): Root {
  const state = blockState(normalizedSource(markdown), hasPositions);
  const children = readBlocks(state, 0, state.lineCount);
  for (const { parent, text } of state.inlines) parent.children = readInlines(text, state);
  for (const item of state.tasks) takeTaskMarker(item);
  return { type: 'root', children };
}
