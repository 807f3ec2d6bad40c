import { ItsmError } from '../itsm-error.ts';

export interface Body {
  readonly body: string | Buffer | undefined;
  /** Of a request that names none itself. */
  readonly contentType: string;
}

/**
 * What goes over the wire: a text as it stands, a form, bytes, else JSON.
 *
 * @throws ItsmError kind `config`: a value that JSON would lose, such as a FormData or a Map.
 */
export function bodyOf(data: unknown): Body {
  if (data instanceof URLSearchParams) {
    return { body: data.toString(), contentType: 'application/x-www-form-urlencoded' };
  }
  if (data instanceof Uint8Array) {
    const body = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    return { body, contentType: 'application/octet-stream' };
  }
  const body = data === undefined || typeof data === 'string' ? data : jsonOf(data);
  return { body, contentType: 'application/json' };
}

function jsonOf(data: unknown): string {
  try {
    // On its own rather than as a replacer, with which JSON.stringify takes more than twice as long.
    const lost = lostIn(data);
    if (lost) throw refusal(lost.value);
    const text = JSON.stringify(data);
    if (text !== undefined) return text;
  } catch (error) {
    throw ItsmError.is(error) ? error : refusal(data, error);
  }
  throw refusal(data);
}

interface Lost {
  readonly value: unknown;
}

/** The first value that JSON would lose. */
function lostIn(value: unknown): Lost | undefined {
  const kind = typeof value;
  if (kind === 'function' || kind === 'symbol' || kind === 'bigint') return { value };
  return kind === 'object' && value !== null ? lostInObject(value as Readonly<Record<string, unknown>>) : undefined;
}

function lostInObject(value: Readonly<Record<string, unknown>>): Lost | undefined {
  // It becomes that before anything of it is looked at.
  if (typeof value.toJSON === 'function') return lostIn(value.toJSON(''));
  if (Array.isArray(value)) return lostInArray(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain) return { value };
  for (const name in value) {
    const lost = lostIn(value[name]);
    if (lost) return lost;
  }
  return undefined;
}

function lostInArray(items: readonly unknown[]): Lost | undefined {
  // By their places: an iterator makes an object for each of them.
  for (let at = 0; at < items.length; at += 1) {
    const lost = lostIn(items[at]);
    if (lost) return lost;
  }
  return undefined;
}

function refusal(value: unknown, cause?: unknown): ItsmError {
  const found = typeof value === 'object' && value !== null ? (value.constructor?.name ?? 'object') : typeof value;
  const message = `A request body holds a ${found}, so it was not sent; accepted are a text, a plain JSON value, URLSearchParams for a form, and Uint8Array for bytes.`;
  return new ItsmError('config', message, cause === undefined ? {} : { cause });
}
