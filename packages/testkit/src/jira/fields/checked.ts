import type { Project, Site } from '../site.ts';

/** The verdict on one sent value. `not-a-document` is refused without naming the field, as the site does. */
export type Checked =
  | { readonly kind: 'accepted'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'not-a-document' };

export interface FieldContext {
  readonly site: Site;
  readonly project: Project;
  readonly version: '2' | '3';
}

export type FieldCheck = (value: unknown, context: FieldContext) => Checked;

export const accepted = (value: unknown): Checked => ({ kind: 'accepted', value });
export const refused = (message: string): Checked => ({ kind: 'refused', message });
