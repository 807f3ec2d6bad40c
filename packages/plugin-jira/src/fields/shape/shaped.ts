import type { Json } from '@itsm-bridge/core';
import type { FieldMeta } from '../field-meta.ts';

/** A mapped value in the shape that Jira takes, or why it has none. */
export type Shaped =
  | { readonly kind: 'fits'; readonly value: Json }
  /** `why` goes on after "found …": `accepted are Prod, Stage`. */
  | { readonly kind: 'unfit'; readonly why: string };

export interface ShapeContext {
  /** A text with markup, as the API version of the payload has it: a document or wiki markup. Markdown is read. */
  rich(text: string): Json;
  /** The user whom a name means; undefined for nobody. */
  user(field: string, name: string): Json | undefined;
}

export type Shape = (value: Json, field: FieldMeta, context: ShapeContext) => Shaped;

export const fits = (value: Json): Shaped => ({ kind: 'fits', value });
export const unfit = (why: string): Shaped => ({ kind: 'unfit', why });
