import { type Body, cutText, type Json, type TicketDraft } from '@itsm-bridge/core';
import type { AdfBlock, AdfDoc } from '../adf/adf-node.ts';
import { adfToDocument } from '../adf/adf-to-document.ts';
import { cutNotice } from '../adf/cut-notice.ts';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { limitAdf } from '../adf/limit-adf.ts';
import { readableLength } from '../adf/readable-length.ts';
import type { ApiVersion } from '../site/api.ts';
import { blocksToWiki } from '../wiki/blocks-to-wiki.ts';
import { limitWiki } from '../wiki/limit-wiki.ts';
import { fillAdfTemplate } from './fill-adf-template.ts';

/** Cloud counts the characters that can be read, Data Center those of the markup; both in UTF-16 units. */
export const descriptionLimit = 32_767;

/** A document for v3, wiki markup for v2; a wiki template is that already. */
export function descriptionOf(body: Body, { id, url }: TicketDraft['job'], version: ApiVersion): Json {
  if (body.kind === 'wiki') return cutText(body.text, descriptionLimit);
  const { doc, isCut } = documentOf(body, version);
  if (version === '3' && !isCut) return doc as unknown as Json;
  return limited(doc, version, cutNotice(url, `The full analysis is job ${id}.`));
}

/** The document within the limit of the version, and the notice at its end where that is less than all. */
export const limited = (doc: AdfDoc, version: ApiVersion, notice: readonly AdfBlock[]): Json =>
  version === '2'
    ? limitWiki(doc, descriptionLimit, notice)
    : (limitAdf(doc, descriptionLimit, notice) as unknown as Json);

/** The description does not hold all of the body. */
export function isCut(body: Body, version: ApiVersion): boolean {
  if (body.kind === 'wiki') return body.text.length > descriptionLimit;
  return documentOf(body, version).isCut;
}

type DocumentBody = Exclude<Body, { kind: 'wiki' }>;

interface Described {
  readonly doc: AdfDoc;
  readonly isCut: boolean;
}

/** Asked for by `followUps` and by `prepare`: of a body, which does not change, it is made once. */
const made = { '2': new WeakMap<Body, Described>(), '3': new WeakMap<Body, Described>() };

function documentOf(body: DocumentBody, version: ApiVersion): Described {
  const known = made[version].get(body);
  if (known) return known;
  const doc = adfOf(body, version);
  const length = version === '2' ? blocksToWiki(doc.content).length : readableLength(doc);
  const described = { doc, isCut: length > descriptionLimit };
  made[version].set(body, described);
  return described;
}

/** Wiki markup is written of what a document says: of a template in ADF, which may hold any node, that is taken out first. */
function adfOf(body: DocumentBody, version: ApiVersion): AdfDoc {
  if (body.kind !== 'adf') return documentToAdf(body.root);
  return version === '2' ? documentToAdf(adfToDocument(body.doc)) : fillAdfTemplate(body.doc);
}
