/**
 * The part of the Atlassian Document Format that a Markdown document needs, in the shapes of Atlassian's JSON schema.
 * Which block may stand where is in `place.ts`.
 */
export interface AdfDoc {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly AdfBlock[];
}

export type AdfMark =
  | { readonly type: 'strong' | 'em' | 'strike' | 'code' }
  | { readonly type: 'subsup'; readonly attrs: { readonly type: 'sup' | 'sub' } }
  | { readonly type: 'link'; readonly attrs: { readonly href: string; readonly title?: string } };

/** Never empty, and without a newline except in a code block. */
export interface AdfText {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly AdfMark[];
}

export type AdfInline = AdfText | { readonly type: 'hardBreak' };

export interface AdfAlignment {
  readonly type: 'alignment';
  readonly attrs: { readonly align: 'center' | 'end' };
}

export interface AdfParagraph {
  readonly type: 'paragraph';
  readonly content: readonly AdfInline[];
  readonly marks?: readonly AdfAlignment[];
}

export interface AdfHeading {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2 | 3 | 4 | 5 | 6 };
  readonly content: readonly AdfInline[];
}

/** An empty one has no content: a text node cannot be empty. */
export interface AdfCodeBlock {
  readonly type: 'codeBlock';
  readonly attrs?: { readonly language: string };
  readonly content?: readonly AdfText[];
}

export interface AdfRule {
  readonly type: 'rule';
}

export interface AdfListItem {
  readonly type: 'listItem';
  readonly content: readonly AdfBlock[];
}

export interface AdfBulletList {
  readonly type: 'bulletList';
  readonly content: readonly AdfListItem[];
}

export interface AdfOrderedList {
  readonly type: 'orderedList';
  readonly attrs?: { readonly order: number };
  readonly content: readonly AdfListItem[];
}

export interface AdfTaskItem {
  readonly type: 'taskItem';
  readonly attrs: { readonly localId: string; readonly state: 'TODO' | 'DONE' };
  readonly content: readonly AdfInline[];
}

/** A nested list follows its item as a sibling. */
export interface AdfTaskList {
  readonly type: 'taskList';
  readonly attrs: { readonly localId: string };
  readonly content: ReadonlyArray<AdfTaskItem | AdfTaskList>;
}

export interface AdfBlockquote {
  readonly type: 'blockquote';
  readonly content: readonly AdfBlock[];
}

export interface AdfPanel {
  readonly type: 'panel';
  readonly attrs: { readonly panelType: 'info' | 'note' | 'tip' | 'warning' | 'error' | 'success' };
  readonly content: readonly AdfBlock[];
}

export interface AdfExpand {
  readonly type: 'expand' | 'nestedExpand';
  readonly attrs: { readonly title?: string };
  readonly content: readonly AdfBlock[];
}

export interface AdfTableCell {
  readonly type: 'tableHeader' | 'tableCell';
  readonly content: readonly AdfParagraph[];
}

export interface AdfTableRow {
  readonly type: 'tableRow';
  readonly content: readonly AdfTableCell[];
}

export interface AdfTable {
  readonly type: 'table';
  readonly content: readonly AdfTableRow[];
}

export type AdfBlock =
  | AdfParagraph
  | AdfHeading
  | AdfCodeBlock
  | AdfRule
  | AdfBulletList
  | AdfOrderedList
  | AdfTaskList
  | AdfBlockquote
  | AdfPanel
  | AdfExpand
  | AdfTable;

/** Any node below the document. */
export type AdfNode = AdfBlock | AdfInline | AdfListItem | AdfTaskItem | AdfTableRow | AdfTableCell;
