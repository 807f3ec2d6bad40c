import http from 'node:http';
import https from 'node:https';
import { rootCertificates } from 'node:tls';
import type { Transport } from '../contracts.ts';
import { withConnectTimeout } from './connect-timeout.ts';

/** Keep-alive agents of one integration. A CA of its own is added to the known ones; verification has no off switch. */
export function createAgents({ tls, connectTimeoutMs }: Transport): {
  readonly http: http.Agent;
  readonly https: https.Agent;
} {
  const { ca, ...own } = tls;
  const trust = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  return {
    http: withConnectTimeout(new http.Agent({ keepAlive: true }), connectTimeoutMs),
    https: withConnectTimeout(new https.Agent({ keepAlive: true, ...trust, ...own }), connectTimeoutMs),
  };
}
