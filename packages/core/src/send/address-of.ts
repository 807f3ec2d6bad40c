import axios, { type AxiosRequestConfig } from 'axios';
import { ItsmError } from '../itsm-error.ts';

/** Where a request goes, query included. @throws ItsmError kind `config`: it cannot be read. */
export function addressOf(request: AxiosRequestConfig, base: URL): URL {
  try {
    const whole = isPathAlone(request) ? joined(request) : axios.getUri(request);
    return new URL(whole, base);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ItsmError('config', `A request under ${base.origin} was not sent: its address cannot be read (${why}).`);
  }
}

const isPathAlone = ({ url = '', params }: AxiosRequestConfig) => params === undefined && /^(?:\/(?!\/)|$)/.test(url);

/** As axios does it, at a tenth of the cost. */
const joined = ({ baseURL = '', url = '' }: AxiosRequestConfig): string =>
  url === '' ? baseURL : `${baseURL.replace(/\/+$/, '')}${url}`;
