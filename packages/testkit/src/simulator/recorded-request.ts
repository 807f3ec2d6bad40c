import type { FormPart } from './form-part.ts';

/** One request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** As sent: still percent-encoded, without the query string. */
  readonly path: string;
  /** Decoded. A name that came more than once has its values joined by commas. */
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes, read as UTF-8. */
  readonly body: string;
  /** The bytes themselves where no text gives them back: they are not UTF-8. Those of a form are in its parts. */
  readonly bytes?: Uint8Array;
  /** The body parsed, or undefined where it is not JSON. */
  readonly json: unknown;
  /** The parts of a multipart body, with the bytes of its files; absent where it is not one. */
  readonly parts?: readonly FormPart[];
  /** Common name of the client's certificate, where the CA of `https` signed it. */
  readonly certified?: string;
  /** What was answered; absent where no answer went out (yet). */
  readonly status?: number;
}
