import type { AxiosResponse } from 'axios';
import type { SpanOptions } from './in-span.ts';

/**
 * A request by OpenTelemetry's conventions for HTTP clients. The path without the query, which may hold words of the
 * analysis; a secret part of a path is put in later, by the sign-in.
 */
export const requestSpan = (
  method: string,
  { hostname, port, pathname, protocol }: URL,
): SpanOptions<AxiosResponse> => ({
  kind: 'client',
  facts: {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    'url.path': pathname,
  },
  ends: ({ status }) => ({ facts: { 'http.response.status_code': status } }),
});
