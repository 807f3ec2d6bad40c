/** Failures of name look-up, connection and TLS handshake, after which no byte of the request can have left (Node's and OpenSSL's error codes). */
const codes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNREFUSED',
  'EADDRNOTAVAIL',
  'EPROTO',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'HOSTNAME_MISMATCH',
]);

export interface TransportFailure {
  readonly code: string | undefined;
  readonly syscall: string | undefined;
}

/** Whatever ends a connection before it stands is marked `connect`; a network that goes away later says the same of a read. */
export const neverSent = ({ code, syscall }: TransportFailure): boolean =>
  code !== undefined &&
  (codes.has(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS_') || syscall === 'connect');
