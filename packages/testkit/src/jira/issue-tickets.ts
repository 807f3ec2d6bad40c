import { adfContent, wikiContent } from '@itsm-bridge/ticket-view';
import type { ElementContent } from 'hast';
import type { Ticket, TicketLine, TicketSource } from '../page/ticket.ts';
import { isJsonObject } from '../simulator/is-json-object.ts';
import { adfText } from './adf-text.ts';
import type { Attachment, IssueComment } from './issue.ts';
import type { IssueStore, StoredIssue } from './issue-store.ts';
import { mediaPath } from './media.ts';
import type { Site } from './site.ts';

/** Fields that have a place of their own on the page, or say nothing to a person. */
const elsewhere: readonly string[] = [
  ...['summary', 'description', 'status', 'priority', 'project', 'created', 'updated'],
  ...['comment', 'attachment', 'issuelinks', 'creator'],
];

/** The issues of a site as a person sees them. */
export const issueTickets = (site: Site, store: IssueStore, url: string): TicketSource => ({
  platform: 'Jira',
  list: () => store.all().map(lineOf),
  find: key => {
    const issue = store.find(key);
    return issue && ticketOf(site, issue, url);
  },
});

const lineOf = ({ key, fields, createdMs }: StoredIssue): TicketLine => ({
  id: key,
  type: wordsOf(fields.issuetype),
  number: key,
  title: wordsOf(fields.summary),
  status: wordsOf(fields.status),
  priority: wordsOf(fields.priority),
  createdMs,
});

const ticketOf = (site: Site, issue: StoredIssue, url: string): Ticket => ({
  ...lineOf(issue),
  url: `${url}/browse/${issue.key}`,
  facts: site.fields
    .filter(({ id }) => !elsewhere.includes(id))
    .map(({ id, name }) => ({ id, label: name, value: wordsOf(issue.fields[id]) }))
    .filter(({ id, value }) => value !== '' || id === 'labels'),
  description: richContent(issue.fields.description),
  entries: issue.comments.map(entryOf),
  files: issue.attachments.map(file => fileOf(file, url)),
  links: issue.remoteLinks.map(({ object }) => ({ title: object.title, url: object.url })),
});

const entryOf = ({ internal, created, body }: IssueComment) => ({
  kind: internal ? 'Internal comment' : 'Comment',
  atMs: Date.parse(created),
  content: richContent(body),
});

const fileOf = (file: Attachment, url: string) => ({
  id: file.id,
  name: file.filename,
  mediaType: file.mimeType,
  bytes: file.content,
  href: `${url}${mediaPath(file)}`,
});

/** Documents of v3, or the wiki markup of v2. */
const richContent = (value: unknown): readonly ElementContent[] =>
  typeof value === 'string' ? wikiContent(value) : adfContent(value);

/** A value in words: what it is called, where it is an object. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (!isJsonObject(value)) return String(value);
  if (value.type === 'doc') return adfText(value);
  return wordsOf(value.name ?? value.displayName ?? value.value ?? value.key ?? value.id);
}
