import type { AxiosRequestConfig } from 'axios';
import { ItsmError } from '../itsm-error.ts';

/** Options of axios about how a request gets there, and with which sign-in: that is the integration's to say. */
const theirs = [
  ...['socketPath', 'transport', 'httpAgent', 'httpsAgent', 'proxy', 'lookup', 'family', 'httpVersion'],
  ...['auth', 'cancelToken', 'maxRate', 'onUploadProgress', 'onDownloadProgress', 'timeoutErrorMessage'],
] as const satisfies readonly (keyof AxiosRequestConfig)[];

/**
 * Nothing that was asked for is left out without a word.
 *
 * @throws ItsmError kind `config`: an option that would not be heeded, or a body over the caller's own limit.
 */
export function refuseOptions(request: AxiosRequestConfig): void {
  const asked = `${(request.method ?? 'get').toUpperCase()} ${(request.url ?? '').replace(/[?#].*/s, '')}`;
  const refused = (code: string, why: string) =>
    new ItsmError('config', `${asked} was not sent, and cannot be as it is (${code}): ${why}`);
  for (const name of theirs) {
    if (request[name] !== undefined) throw refused('ERR_BAD_OPTION_VALUE', `${name} cannot be set for one request`);
  }
  const { decompress, timeout = 0, maxBodyLength = -1, data } = request;
  if (decompress === false) throw refused('ERR_BAD_OPTION_VALUE', 'decompress cannot be false for one request');
  if (!(timeout >= 0)) throw refused('ERR_BAD_OPTION_VALUE', 'timeout is no number of milliseconds');
  if (maxBodyLength > -1 && Buffer.byteLength(data ?? '') > maxBodyLength) {
    throw refused('ERR_BAD_REQUEST', 'Request body larger than maxBodyLength limit');
  }
}
