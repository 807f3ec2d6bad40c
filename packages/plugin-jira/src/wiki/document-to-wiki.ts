import type { Root } from 'mdast';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { blocksToWiki } from './blocks-to-wiki.ts';

/**
 * The document as Jira wiki markup for REST v2, by the rules of Jira Data Center. What it says and what of it is a
 * link, a task, a footnote or a panel is the same as in ADF, from which it is written. Nothing that can be read is
 * lost, and nothing in a text is markup that was none in the document. Code blocks are as they were. A list that starts
 * elsewhere counts from one, and the columns of a table are not aligned.
 */
export function documentToWiki(root: Root): string {
  return blocksToWiki(documentToAdf(root).content);
}
