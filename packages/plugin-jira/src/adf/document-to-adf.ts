import type { Root } from 'mdast';
import type { AdfDoc } from './adf-node.ts';
import { createAdfContext } from './create-adf-context.ts';
import { createFootnotes } from './footnotes.ts';
import { emptyParagraph } from './paragraph.ts';
import { inDoc } from './place.ts';

/** `task-1`, `task-2`: counted, so that the same document always gives the same ADF. */
function countedIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `task-${last}`;
  };
}

/**
 * The document as ADF that Jira accepts. Nothing that can be read is lost: what ADF forbids in a place takes the nearest
 * form that it allows there. Only http, https and mailto targets become links, others are shown; HTML comments are dropped.
 * The same document always gives the same ADF. An empty one is one empty paragraph.
 */
export function documentToAdf(root: Root): AdfDoc {
  return partToAdf(root, countedIds());
}

/** The same for a document that becomes a part of another, which counts its tasks and lists of tasks. */
export function partToAdf(root: Root, nextLocalId: () => string): AdfDoc {
  const footnotes = createFootnotes(root);
  const context = createAdfContext(footnotes.mark, nextLocalId);
  const body = context.blocks(root.children, inDoc);
  const section = footnotes.section(context);
  const content = section.length === 0 ? body : [...body, ...section];
  return { version: 1, type: 'doc', content: content.length === 0 ? [emptyParagraph] : content };
}
