import { type Preview, printable } from '@itsm-bridge/core';

/** A preview as one JSON object; `body` is the exact text of the request. */
export function previewLine({ key, jobId, integration, platform, request, unresolved, warnings }: Preview) {
  return { key, job_id: jobId, integration, platform, ...request, unresolved, warnings };
}

/** A preview for people: what it is, then the request as it goes over the wire. */
export function previewText({ integration, jobId, title, request, unresolved, warnings }: Preview): string {
  const { method, url, headers, body } = request;
  return [
    printable(`# ${jobId} → ${integration}: ${title}`),
    ...unresolved.map(field => `# ${field} is a name that is looked up when the ticket is sent; see it with --online`),
    ...warnings.map(({ message }) => printable(`# warning: ${message}`)),
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
    '',
    '',
  ].join('\n');
}
