export type { AdfDoc } from './adf/adf-node.ts';
export { documentToAdf } from './adf/document-to-adf.ts';
export { type MarkdownToAdfOptions, markdownToAdf } from './adf/markdown-to-adf.ts';
export { jira } from './jira.ts';
export type { JiraPayload } from './prepare/payload.ts';
export type { JiraSettings } from './settings.ts';
export { type MarkdownToWikiOptions, markdownToWiki } from './wiki/markdown-to-wiki.ts';
