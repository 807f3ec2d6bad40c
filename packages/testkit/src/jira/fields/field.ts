import type { Context } from '../context.ts';
import type { FieldCheck, FieldContext } from './checked.ts';

/** Where something is shown: links point to the site, and the version is that of the request. */
export type Place = Pick<Context, 'site' | 'url' | 'version'>;

/** What a value of a field is. What is stored is short, `{ id, name }`; the site shows more than that. */
export interface ValueKind {
  /** Says what is stored for a value that was sent. */
  readonly check: FieldCheck;
  /** All that can be chosen, as it would be stored; absent where there is no list. */
  readonly choices?: (context: Pick<FieldContext, 'site' | 'project'>) => readonly unknown[];
  /** @default as it is stored */
  readonly show?: (stored: unknown, place: Place) => unknown;
  /** A choice with what only createmeta tells of it. @default as `show` has it */
  readonly offer?: (stored: unknown, place: Place) => unknown;
}

export interface FieldSchema {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
}

/** One field of the site, on the one screen that creates and edits share. */
export interface Field {
  readonly id: string;
  readonly name: string;
  readonly schema: FieldSchema;
  readonly kind: ValueKind;
  readonly required: boolean;
  /** What a create gets that does not send it; undefined is no default. */
  readonly preset?: ((context: Pick<FieldContext, 'site' | 'project'>) => unknown) | undefined;
  /**
   * Where a person's typing is completed: a path with `{project}`, `{version}` and the name of the parameter that what
   * was `{typed}` is added to.
   */
  readonly autoComplete?: string | undefined;
  /** What a create is told that leaves it out. @default 'NAME is required.' */
  readonly missing?: string | undefined;
}

/** The verbs of the `update` member that a field takes. */
export const operationsOf = ({ schema }: Field): readonly string[] =>
  schema.type === 'array' ? ['add', 'set', 'remove'] : ['set'];
