import { isJsonObject } from '../simulator/is-json-object.ts';
import type { Reply } from '../simulator/reply.ts';
import { missingTicketPage, ticketPage } from '../simulator/ticket-page.ts';
import type { IssueStore } from './issue-store.ts';
import { renderRichText } from './render-rich-text.ts';

const platform = 'Simulated Jira';

/** `/browse/KEY`: the link a person follows. Open without signing in, it is loopback only. */
export function browsePage(store: IssueStore, key: string): Reply {
  const issue = store.find(key);
  if (!issue) return missingTicketPage(platform);
  const { summary, priority, description } = issue.fields;
  return ticketPage({
    platform,
    number: issue.key,
    title: String(summary),
    priority: isJsonObject(priority) ? String(priority.name) : '',
    body: String(renderRichText(description, '2') ?? ''),
  });
}
