/**
 * An array as PostgreSQL reads it: `{"a","b",NULL}`. pg makes one as well, with a copy of each text for each of its quotation
 * marks: of a payload, which is JSON in a text, that was a quarter of all that a delivery allocates.
 *
 * @param members texts without U+0000 (see `storable`), numbers, booleans, bigints, dates; what is missing is null
 */
export const arrayLiteral = (members: readonly unknown[]): string => `{${members.map(memberOf).join(',')}}`;

function memberOf(member: unknown): string {
  if (member === undefined || member === null) return 'NULL';
  if (typeof member === 'string') return quoted(member);
  return member instanceof Date ? `"${member.toISOString()}"` : String(member);
}

// What JSON writes in another way than PostgreSQL, which takes whatever stands behind a backslash as it is.
const unlikeJson = /\p{Cc}/u;

const quoted = (text: string): string =>
  unlikeJson.test(text) || !text.isWellFormed() ? `"${text.replace(/["\\]/g, String.raw`\$&`)}"` : JSON.stringify(text);
