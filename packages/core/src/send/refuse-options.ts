import type { AxiosRequestConfig } from 'axios';
import { ItsmError } from '../itsm-error.ts';
import { axios } from './axios.ts';

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
  const option = unheeded(request);
  if (option !== undefined) throw refused('ERR_BAD_OPTION_VALUE', option);
  const { maxBodyLength = -1, data } = request;
  if (maxBodyLength > -1 && Buffer.byteLength(data ?? '') > maxBodyLength) {
    throw refused('ERR_BAD_REQUEST', 'Request body larger than maxBodyLength limit');
  }
}

function unheeded(request: AxiosRequestConfig): string | undefined {
  const named = theirs.find(name => request[name] !== undefined);
  if (named !== undefined) return `${named} cannot be set for one request`;
  const usual = axios().defaults.validateStatus;
  const { decompress, timeout = 0, maxRedirects = 0, responseType = 'text', validateStatus = usual } = request;
  if (decompress === false) return 'decompress cannot be false for one request';
  if (validateStatus !== usual) return 'validateStatus cannot be set: each status but 2xx is an ItsmError that has it';
  if (maxRedirects > 0) return 'maxRedirects is 0: a redirect is an error that says where it leads';
  if (!['text', 'json'].includes(responseType)) return `responseType is json or text, and cannot be ${responseType}`;
  if (!(timeout >= 0)) return 'timeout is no number of milliseconds';
  return undefined;
}
