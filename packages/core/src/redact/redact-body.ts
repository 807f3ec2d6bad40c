import type { Root } from 'mdast';
import type { Body, Json } from '../contracts.ts';
import { redactDocument } from './redact-document.ts';
import { type Redaction, redactPieces, redactText } from './redact-pieces.ts';

/** A rendered body without what the patterns find. */
export function redactBody(body: Body, redaction: Redaction): Body {
  switch (body.kind) {
    case 'markdown':
      return { ...body, root: redactDocument(body.root, redaction) };
    case 'html':
      return { ...body, text: redactText(body.text, redaction), root: redactDocument(body.root, redaction) };
    case 'wiki':
      return { ...body, text: redactText(body.text, redaction) };
    case 'adf':
      return { ...body, doc: redactAdf(body.doc, redaction) };
  }
}

type JsonObject = { readonly [name: string]: Json };

/**
 * What the words of an ADF document say about themselves (types, attributes) comes from the template, whose own words are
 * kept. The texts side by side in one `content` count as one.
 */
function redactAdf(value: Json, redaction: Redaction): Json {
  if (typeof value === 'string') return redactText(value, redaction);
  if (isList(value)) return redactContent(value, redaction);
  if (typeof value !== 'object' || value === null) return value;
  if (isDocument(value)) return redactDocument(value, redaction) as unknown as Json;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    name === 'type' ? member : redactAdf(member, redaction),
  ]);
  return Object.fromEntries(members);
}

function redactContent(nodes: readonly Json[], redaction: Redaction): readonly Json[] {
  const texts = nodes.map(node => (isText(node) ? node.text : ''));
  const hidden = redactPieces(texts, redaction);
  return nodes.flatMap((node, n): readonly Json[] => {
    if (!isText(node)) return [redactAdf(node, redaction)];
    const { text: _text, ...more } = node;
    // ADF takes no empty text.
    return hidden[n] === '' ? [] : [{ ...(redactAdf(more, redaction) as JsonObject), text: hidden[n] ?? '' }];
  });
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isText = (node: Json): node is JsonObject & { readonly text: string } =>
  typeof node === 'object' && node !== null && 'text' in node && typeof node.text === 'string';
/** Blocks of Markdown inside of an ADF template. */
const isDocument = (value: object): value is Root => 'type' in value && value.type === 'root' && 'children' in value;
