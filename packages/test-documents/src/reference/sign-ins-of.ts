import { branchesOf, type JsonSchema } from './json-schema.ts';
import { type MemberRow, memberRows } from './member-rows.ts';

/** One way of signing in, as its schema tells it from the others. */
export interface SignIn {
  /** `basic`, `oauth2` */
  readonly kind: string;
  /** Of OAuth: `client_credentials`. */
  readonly grant: string | undefined;
  readonly rows: readonly MemberRow[];
  /** Of the way as a whole; empty where its members say enough. */
  readonly meaning: string;
}

/** The ways that an `auth` takes. */
export const signInsOf = (auth: JsonSchema): readonly SignIn[] =>
  branchesOf(auth).map(({ description = '', required = [], ...schema }) => {
    const { type, grant, ...properties } = schema.properties ?? {};
    const rows = memberRows({ properties, required });
    return { kind: String(type?.const), grant: grant && String(grant.const), rows, meaning: description };
  });

/** `basic`, `oauth2` (`password`, `jwt_bearer`) */
export function signInWords(signIns: readonly SignIn[]): string {
  const kinds = [...new Set(signIns.map(({ kind }) => kind))];
  const grantsOf = (wanted: string) =>
    signIns.flatMap(({ kind, grant }) => (kind === wanted && grant !== undefined ? [`\`${grant}\``] : [])).join(', ');
  return kinds.map(kind => `\`${kind}\`${grantsOf(kind) && ` (${grantsOf(kind)})`}`).join(', ');
}
