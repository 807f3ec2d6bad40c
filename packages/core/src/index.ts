export { type Analysis, analysisSchema, type Report, type Severity, severities } from './analysis.ts';
export type * from './contracts.ts';
export { definePlugin } from './define-plugin.ts';
export { ItsmError, type ItsmErrorKind, type ItsmErrorOptions } from './itsm-error.ts';
export { documentToText } from './render/document-to-text.ts';
export { htmlToMarkdown } from './render/html-to-markdown.ts';
export { parseMarkdown } from './render/parse-markdown.ts';
