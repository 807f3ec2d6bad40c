/**
 * An array as PostgreSQL reads it: `{"a","b",NULL}`. pg makes one as well, with a copy of each text for each of its quotation
 * marks: of a payload, which is JSON in a text, that was a quarter of all that a delivery allocates.
 *
 * @param members texts without U+0000 (see `storable`), dates; what is missing is null, and all else is its text
 */
export const arrayLiteral = (members: readonly unknown[]): string => `{${members.map(memberOf).join(',')}}`;

function memberOf(member: unknown): string {
  if (member === undefined || member === null) return 'NULL';
  return quoted(member instanceof Date ? timeOf(member) : String(member));
}

/** What is no date PostgreSQL is to refuse: of several settlements the one that has it, and not all of them. */
const timeOf = (date: Date): string => (Number.isNaN(date.getTime()) ? 'no date' : date.toISOString());

// What JSON writes in another way than PostgreSQL, which takes whatever stands behind a backslash as it is.
const unlikeJson = /\p{Cc}/u;

const quoted = (text: string): string =>
  unlikeJson.test(text) || !text.isWellFormed() ? `"${text.replace(/["\\]/g, String.raw`\$&`)}"` : JSON.stringify(text);
