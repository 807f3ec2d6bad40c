import type { z } from 'zod';
import type { Secret } from '../../contracts.ts';
import { branches, holdsSecret, isSecretSchema, memberSchemas } from '../members/schema-members.ts';
import { failureText } from '../problems/failure-text.ts';
import { pathText } from '../problems/path-text.ts';
import type { Path, Problem } from '../problems/problem.ts';
import { isSecret } from './is-secret.ts';
import type { KeptSecrets } from './keep-secrets.ts';
import { keptHandle, type SecretNews } from './kept-handle.ts';
import { parseReferences } from './parse-references.ts';
import { readParts } from './read-parts.ts';

export interface SecretReading {
  readonly secrets: KeptSecrets;
  /** Told of each secret that was to be read again. */
  onSecretNews(news: SecretNews): void;
}

export interface Resolved {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** `references` are those that it is read from, as they are written. */
  readonly secrets: readonly { readonly path: Path; readonly secret: Secret; readonly references: readonly string[] }[];
  /** Texts and numbers by `pathText` that may be printed: they neither are nor should be a secret. As written, before anything was put in. */
  readonly printable: ReadonlyMap<string, string>;
  /** By `pathText`: why a reference could not be read, so that it still stands there. */
  readonly unresolved: ReadonlyMap<string, string>;
}

/**
 * Replaces the references in every text of a value: at a secret's place by a handle that reads them when it is revealed, elsewhere by
 * what they stand for.
 * @param at `needed`: whether a text whose reference is missing is a problem; else it is left as it was written.
 */
export async function resolveStrings(
  value: unknown,
  at: { readonly path: Path; readonly schema: z.ZodType; readonly needed: boolean },
  { secrets: kept, onSecretNews }: SecretReading,
): Promise<Resolved> {
  const problems: Problem[] = [];
  const secrets: Resolved['secrets'][number][] = [];
  const printable = new Map<string, string>();
  const unresolved = new Map<string, string>();

  const text = async (written: string, path: Path, isSecretPlace: boolean): Promise<unknown> => {
    const parts = parseReferences(written);
    if (parts === undefined) {
      problems.push({ path, text: malformed });
      return written;
    }
    if (isSecretPlace && written !== '') {
      if (ofShell.test(written)) problems.push({ path, text: shellSpelling });
      const handle = keptHandle(parts, kept, onSecretNews);
      const references = parts.flatMap(part => (part.kind === 'reference' ? [part.text] : []));
      secrets.push({ path, secret: handle, references });
      return handle;
    }
    try {
      return await readParts(parts, kept.read);
    } catch (error) {
      unresolved.set(pathText(path), failureText(error));
      if (at.needed) problems.push({ path, text: failureText(error) });
      return written;
    }
  };

  const walk = async (node: unknown, path: Path, schemas: readonly z.core.$ZodType[]): Promise<unknown> => {
    const isSecretPlace = schemas.flatMap(schema => branches(schema, node)).some(isSecretSchema);
    const isText = typeof node === 'string';
    if ((isText || typeof node === 'number') && !schemas.some(schema => holdsSecret(schema)))
      printable.set(pathText(path), String(node));
    if (isText) return text(node, path, isSecretPlace);
    if (isSecret(node)) {
      secrets.push({ path, secret: node, references: [] });
      return node;
    }
    if (Array.isArray(node))
      return Promise.all(node.map((item, index) => walk(item, [...path, index], memberSchemas(schemas, node, index))));
    if (!isPlainObject(node)) return node;
    const members = Object.entries(node).map(async ([key, member]) => {
      if (key === '__proto__') problems.push({ path: [...path, key], text: 'is not allowed as a name' });
      return [key, await walk(member, [...path, key], memberSchemas(schemas, node, key))] as const;
    });
    return Object.fromEntries(await Promise.all(members));
  };

  return { value: await walk(value, at.path, [at.schema]), problems, secrets, printable, unresolved };
}

const malformed =
  'has a "${" that begins no reference; write ${NAME} or ${scheme:reference}, and $${ for the two characters themselves';

/** `$NAME`, `%NAME%`: sent as it stands, it would be a sign-in that fails. */
const ofShell = /^(\$[A-Za-z_]\w*|%[A-Za-z_]\w*%)$/;

const shellSpelling =
  'is spelt as a variable of a shell; write ${NAME}, and put a secret that really looks so into a variable of its own';

/** Other objects (a handle, a Date, a class of the host) are passed on as they are. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
