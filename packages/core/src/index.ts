export { documentToText } from './render/document-to-text.ts';
export { htmlToMarkdown } from './render/html-to-markdown.ts';
export { parseMarkdown } from './render/parse-markdown.ts';
