/** The text of a file, or why it is none: a place from 1 where there is one, and what to do. Never a byte of it: it may be a secret's. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none'; readonly place?: string; readonly problem: string };

/** Strictly UTF-8: a letter that is lost here would be lost on the ticket. A byte order mark stays. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // JSON and templates begin with ASCII: every other byte is zero then.
  const zeros = [...bytes.subarray(0, 4)].map(byte => (byte === 0 ? '0' : '1')).join('');
  if (marked || zeros === '1010' || zeros === '0101')
    return { kind: 'none', problem: 'is UTF-16, as PowerShell writes it; save it as UTF-8' };
  if (first === 0x1f && second === 0x8b) return { kind: 'none', problem: 'is a gzip file; unpack it' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const before = (Buffer.from(bytes).toString('utf8').split('\uFFFD')[0] ?? '').split(/\r\n?|\n/);
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    return { kind: 'none', place, problem: 'is no UTF-8 from here on; save the file as UTF-8' };
  }
}
