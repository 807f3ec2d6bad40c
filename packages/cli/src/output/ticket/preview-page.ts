import { createHash } from 'node:crypto';
import type { Preview } from '@itsm-bridge/core';
import { pageStyle } from '@itsm-bridge/testkit';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { followUpText, redactedLines } from '../preview-text.ts';
import { previewTicket } from './preview-ticket.ts';

const style = `${pageStyle}
article.ticket { border-top: 3px solid var(--line); margin-top: 2rem; padding-top: 0.5rem; }
article.ticket dl, article.ticket > section { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.875rem 1rem; margin: 0 0 1rem; }
details pre { white-space: pre-wrap; }
`;

/** One style, known by its hash; no script, no picture, nothing that is fetched or sent. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page of its own with all the tickets: it can be mailed, and shows the same without a network. */
export function previewPage(previews: readonly Preview[]): string {
  const title = previews.length === 1 ? 'Preview of 1 ticket' : `Preview of ${previews.length} tickets`;
  return toHtml(
    h(null, [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'content-security-policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('title', title),
          h('style', style),
        ]),
        h('body', [
          h('main', [
            h('h1', title),
            h('p.none', 'Nothing was sent, and nothing is on record.'),
            h('nav', { ariaLabel: 'Tickets' }, [h('ol', previews.map(contents))]),
            ...previews.map(ticketPart),
          ]),
        ]),
      ]),
    ]),
  );
}

const idOf = (index: number): string => `ticket-${index + 1}`;

const contents = ({ jobId, integration, title }: Preview, index: number): Element =>
  h('li', [h('a', { href: `#${idOf(index)}` }, `${jobId} → ${integration}: ${title}`)]);

function ticketPart(preview: Preview, index: number): Element {
  const { jobId, integration, platform, title } = preview;
  const { fields, texts } = previewTicket(preview);
  return h('article.ticket', { id: idOf(index) }, [
    h('p.meta', `${jobId} → ${integration} (${platform})`),
    h('h2', title),
    ...notes(preview),
    fields.length > 0
      ? h(
          'dl',
          fields.map(({ label, value }) => fact(label, value)),
        )
      : [],
    ...texts.map(({ label, content }) => h('section', [h('h3', label), h('div.rich', [...content])])),
    request(preview),
  ]);
}

const fact = (label: string, value: string): Element =>
  h(value.length > 80 ? 'div.long' : 'div', [h('dt', label), h('dd', value)]);

/** What is not yet, or not as it was written. */
function notes({ unresolved, redacted, warnings, followUps }: Preview): readonly ElementContent[] {
  const lines = [
    ...unresolved.map(field => `${field} is a name that is looked up when the ticket is sent.`),
    ...redactedLines(redacted).map(line => `${line.replace(/^t/, 'T')}.`),
    ...warnings.map(({ message }) => `Warning: ${message}`),
    ...followUps.map(change => `Then: ${followUpText(change)}.`),
  ];
  return lines.length > 0
    ? [
        h('section.panel', [
          h(
            'ul',
            lines.map(line => h('li', line)),
          ),
        ]),
      ]
    : [];
}

function request({ request: { method, url, headers, body } }: Preview): Element {
  const lines = [`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', body];
  return h('details', [h('summary', 'The request'), h('pre', { tabIndex: 0 }, h('code', lines.join('\n')))]);
}
