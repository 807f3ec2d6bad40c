import type { Analysis } from '@itsm-bridge/core';

/** A page of the engine that has finished an analysis. The list is empty until there is a ticket. */
export const jobPage = ({ job }: Analysis): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(job.title)}</title>
    <script type="module" src="/show-tickets.js"></script>
  </head>
  <body data-job="${escaped(job.id)}">
    <main>
      <h1>${escaped(job.title)}</h1>
      <p>Severity: ${job.severity}</p>
      <h2>Tickets</h2>
      <ul id="tickets" aria-live="polite"></ul>
      <p id="live"></p>
    </main>
  </body>
</html>
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.codePointAt(0)};`);
