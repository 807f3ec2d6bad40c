import type { AxiosRequestHeaders } from 'axios';

/**
 * Headers as they go over the wire, by names in small letters: without those that are taken out, by `false` or nothing.
 * What a value cannot carry is left out of it, as axios does it: a line feed would end the header, and begin another.
 */
export function plainHeaders(
  headers: Partial<AxiosRequestHeaders> | Readonly<Record<string, unknown>>,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value: unknown = headers[name];
    if (value !== undefined && value !== null && value !== false) plain[name.toLowerCase()] = clean(String(value));
  }
  return plain;
}

const cannotCarry = /[^\t\x20-\x7e\x80-\xff]/g;

const clean = (value: string): string => value.replace(cannotCarry, '').trim();
