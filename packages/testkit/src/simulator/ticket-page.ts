import { escapeHtml } from './escape-html.ts';
import { htmlReply, type Reply } from './reply.ts';

/** What a person sees who follows a ticket's link: plain text in, escaped here. */
export interface TicketPage {
  /** Who plays the platform, so that nobody takes the page for the real one. */
  readonly platform: string;
  readonly number: string;
  readonly title: string;
  readonly priority: string;
  readonly body: string;
}

export function ticketPage(ticket: TicketPage): Reply {
  const heading = `${ticket.number} ${ticket.title}`;
  return page(200, `${heading} - ${ticket.platform}`, [
    `<p>${escapeHtml(ticket.platform)}</p>`,
    `<h1>${escapeHtml(heading)}</h1>`,
    `<p>Priority: ${escapeHtml(ticket.priority)}</p>`,
    `<pre>${escapeHtml(ticket.body)}</pre>`,
  ]);
}

export const missingTicketPage = (platform: string): Reply =>
  page(404, `Not found - ${platform}`, ['<h1>Not found</h1>', `<p>${escapeHtml(platform)} has no such ticket.</p>`]);

function page(status: number, title: string, lines: readonly string[]): Reply {
  const style =
    'body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}';
  return htmlReply(
    status,
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
      `<style>${style}</style></head>\n<body>\n${lines.join('\n')}\n</body></html>\n`,
  );
}
