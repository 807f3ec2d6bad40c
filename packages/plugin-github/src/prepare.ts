import { bodyToText, cutText, type Fields, parseMarkdown, type TicketDraft } from '@itsm-bridge/core';
import { fitMarkdown } from './fit-markdown.ts';

/** As POST /repos/{owner}/{repo}/issues takes it. */
export type GitHubPayload = Fields & { readonly title: string; readonly body: string };

/** "title is too long (maximum is 256 characters)" */
const maxTitle = 256;

export function prepare({ key, title, body, fields }: TicketDraft): GitHubPayload {
  const root = body.kind === 'markdown' || body.kind === 'html' ? body.root : parseMarkdown(bodyToText(body));
  const mapped = typeof fields.title === 'string' ? fields.title : title;
  return { ...fields, title: cutText(mapped, maxTitle), body: fitMarkdown(root, 'key', key) };
}
