import type { AxiosHeaders, AxiosRequestConfig, AxiosRequestHeaders } from 'axios';
import { axios } from './axios.ts';

/** The headers of one request, which are its own to change. @param contentType where it names none itself */
export type MakeHeaders = (own: AxiosRequestConfig['headers'], contentType: string | undefined) => AxiosRequestHeaders;

/**
 * What every request carries, and its own on top. Most have none of their own, or always the same that cannot change (a
 * frozen object): axios' reading of them, name by name, is then copied from the last request of that kind.
 */
export function headersMaker(common: Readonly<Record<string, string>>): MakeHeaders {
  let last: { readonly of: unknown; readonly contentType: string | undefined; readonly made: AxiosHeaders } | undefined;
  return (own, contentType) => {
    const { AxiosHeaders } = axios();
    const isSame = last?.of === own && last?.contentType === contentType && Object.isFrozen(own);
    if (last === undefined || !isSame) {
      const made = new AxiosHeaders(common);
      if (own !== undefined) made.set(own as AxiosHeaders);
      if (contentType !== undefined) made.setContentType(contentType, false);
      last = { of: own, contentType, made };
    }
    return Object.assign(new AxiosHeaders(), last.made) as AxiosRequestHeaders;
  };
}
