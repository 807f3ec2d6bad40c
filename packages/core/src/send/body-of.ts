import type { AxiosHeaders } from 'axios';
import { ItsmError } from '../itsm-error.ts';

/**
 * What goes over the wire, with its Content-Type where the caller set none: a text as it stands, a form, bytes, else
 * JSON.
 *
 * @throws ItsmError kind `config`: a value that JSON would lose, such as a FormData or a Map.
 */
export function bodyOf(data: unknown, headers: AxiosHeaders): string | Buffer | undefined {
  if (data instanceof URLSearchParams) {
    headers.setContentType('application/x-www-form-urlencoded', false);
    return data.toString();
  }
  if (data instanceof Uint8Array) {
    headers.setContentType('application/octet-stream', false);
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  }
  const body = data === undefined || typeof data === 'string' ? data : jsonOf(data);
  headers.setContentType('application/json', false);
  return body;
}

function jsonOf(data: unknown): string {
  try {
    // What has a toJSON has become its value before it is looked at here.
    const text = JSON.stringify(data, (_, value: unknown) => {
      if (!isJson(value)) throw refusal(value);
      return value;
    });
    if (text !== undefined) return text;
  } catch (error) {
    throw ItsmError.is(error) ? error : refusal(data, error);
  }
  throw refusal(data);
}

function isJson(value: unknown): boolean {
  if (typeof value !== 'object') return !['function', 'symbol', 'bigint'].includes(typeof value);
  if (value === null || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refusal(value: unknown, cause?: unknown): ItsmError {
  const found = typeof value === 'object' && value !== null ? (value.constructor?.name ?? 'object') : typeof value;
  const message = `A request body holds a ${found}, so it was not sent; accepted are a text, a plain JSON value, URLSearchParams for a form, and Uint8Array for bytes.`;
  return new ItsmError('config', message, cause === undefined ? {} : { cause });
}
