import type { Json } from '@itsm-bridge/core';

/** A value as it is compared: references come back as `{ link, value }`; line ends and outer space are the instance's own. */
export function comparable(value: unknown): string {
  const plain = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return textOf(plain as Json | undefined)
    .replace(/\r\n?/g, '\n')
    .trim();
}

const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
