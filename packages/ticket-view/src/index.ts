export { adfContent } from './adf-content.ts';
export { htmlContent } from './html-content.ts';
export { journalContent } from './journal-content.ts';
export { documentContent, markdownContent } from './markdown-content.ts';
export { safeHref } from './safe-href.ts';
export { type SentTicket, type ShownTicket, shownTicket } from './shown-ticket.ts';
export { textContent } from './text-content.ts';
export { wikiContent } from './wiki-content.ts';
