import { type Preview, printable, printableJson, type TicketChange } from '@itsm-bridge/core';
import type { Paint } from './paint.ts';
import { ticketText } from './ticket/ticket-text.ts';

/** A preview as one JSON object; `body` is the exact text of the request. */
export function previewLine(preview: Preview) {
  const { key, jobId, integration, platform, request, unresolved, followUps, redacted, warnings } = preview;
  return {
    ...{ key, job_id: jobId, integration, platform, ...request, unresolved, redacted, warnings },
    follow_ups: followUps.map(followUpLine),
  };
}

export interface PreviewLook {
  /** The request alone. */
  readonly raw: boolean;
  /** In characters. */
  readonly width: number;
  readonly paint: Paint;
}

/** A preview for people: what it is, the ticket as it will read, then the request as it goes over the wire. */
export function previewText(preview: Preview, { raw, width, paint }: PreviewLook): string {
  const { integration, jobId, title, request, unresolved, followUps, redacted, warnings } = preview;
  const { method, url, headers, body } = request;
  const ticket = raw ? '' : ticketText(preview, width, paint);
  return [
    paint(['bold'], printable(`# ${jobId} → ${integration}: ${title}`)),
    ...(ticket === '' ? [] : ['', ticket.trimEnd(), '']),
    ...unresolved.map(field => `# ${field} is a name that is looked up when the ticket is sent; see it with --online`),
    ...redactedLines(redacted).map(line => `# ${line}`),
    ...warnings.map(({ message }) => printable(`# warning: ${message}`)),
    printable(`${method} ${url}`),
    ...Object.entries(headers).map(([name, value]) => printable(`${name}: ${value}`)),
    '',
    printableJson(body),
    '',
    ...followUps.map(change => printable(`# then: ${followUpText(change)}`)),
    ...(followUps.length > 0 ? [''] : []),
    '',
  ].join('\n');
}

/** So that a reader of the request knows that the analysis said more. */
export function redactedLines(redacted: Preview['redacted']): readonly string[] {
  const counts = Object.entries(redacted).map(([name, times]) => `${name} (${times})`);
  return counts.length === 0 ? [] : [`taken out of the analysis: ${counts.join(', ')}`];
}

function followUpLine(change: TicketChange) {
  if (change.kind === 'attach') {
    const { kind, name, mediaType, content } = change;
    return { kind, name, media_type: mediaType, bytes: content.byteLength };
  }
  return change.kind === 'link' ? { kind: change.kind, url: change.url, title: change.title } : { kind: change.kind };
}

export function followUpText(change: TicketChange): string {
  if (change.kind === 'attach') return `attach ${change.name} (${change.content.byteLength} bytes)`;
  return change.kind === 'link' ? `link to ${change.url} (${change.title})` : change.kind;
}
