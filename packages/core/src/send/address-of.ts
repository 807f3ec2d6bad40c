import axios, { type InternalAxiosRequestConfig } from 'axios';
import { ItsmError } from '../itsm-error.ts';

/** Where a request goes, query included. @throws ItsmError kind `config`: it cannot be read. */
export function addressOf(request: InternalAxiosRequestConfig, base: URL): URL {
  try {
    return new URL(axios.getUri(request), base);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ItsmError('config', `A request under ${base.origin} was not sent: its address cannot be read (${why}).`);
  }
}
