import type { Body } from '../contracts.ts';
import { documentToText } from './document-to-text.ts';

/** A body as plain text, for a platform that has nothing richer. Wiki markup and ADF, which a plugin has to ask for, stay as they are. */
export function bodyToText(body: Body): string {
  if (body.kind === 'wiki') return body.text;
  return body.kind === 'adf' ? JSON.stringify(body.doc) : documentToText(body.root);
}
