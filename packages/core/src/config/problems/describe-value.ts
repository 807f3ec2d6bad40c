/** What was found, in words. Numbers and texts are repeated only where the caller knows that they may be. */
export function describeValue(value: unknown, printable: string | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return printable === undefined ? 'a text' : describeText(value, printable);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return printable ?? 'a number';
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** As it is written, or that it is what its references stand for: else it looks as if they had not been replaced. */
const describeText = (value: string, written: string): string =>
  value === written ? `the text ${quote(written)}` : `what ${quote(written)} stands for, which is not shown`;

function quote(text: string): string {
  const shown = text.slice(0, 2000).replace(signIn, '[secret]@');
  return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 60)}…` : shown);
}

/** What stands before the host of an address, also of one that is none: `user:password@`. */
const signIn = /[^\s/:@]*:[^\s@]+@/g;
