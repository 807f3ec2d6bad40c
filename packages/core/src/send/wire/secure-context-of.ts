import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import type { Transport } from '../../contracts.ts';
import { ItsmError } from '../../itsm-error.ts';
import { late } from '../../late.ts';

/** Most commands of a terminal connect to nothing. */
const tls = late<typeof import('node:tls')>('node:tls');

/**
 * What all TLS connections of an integration have in common. To read the known authorities again for each of them takes
 * longer than a request. A CA of its own is added to those.
 *
 * @throws ItsmError kind `config`: what a member of `tls` names cannot be used, as the message says by that name.
 */
export function secureContextOf({ ca, cert, key }: Transport['tls']): SecureContext {
  if (ca !== undefined) usable('tls.ca', 'are certificates as PEM', () => readCertificates(ca));
  if (cert !== undefined) usable('tls.cert', 'are certificates as PEM', () => readCertificates(cert));
  if (key !== undefined) usable('tls.key', 'is a key as PEM, without a passphrase', () => createPrivateKey(key));
  const { createSecureContext, rootCertificates } = tls();
  const known = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const own = { ...(cert === undefined ? {} : { cert }), ...(key === undefined ? {} : { key }) };
  return usable('tls.cert with tls.key', 'is a certificate with its own key', () => {
    // OpenSSL keeps a pair for each kind of key, and takes the two halves of two pairs.
    if (cert !== undefined && key !== undefined && !new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)))
      throw new Error('key values mismatch');
    return createSecureContext({ ...known, ...own });
  });
}

/** OpenSSL takes a bundle up to its first mistake, and says nothing of that: whom it trusts would depend on the order. */
function readCertificates(bundle: string): void {
  const [, ...certificates] = `\n${bundle}`.split(/(?=-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----)/);
  if (certificates.length === 0) throw new Error('no certificate in it');
  for (const certificate of certificates) new X509Certificate(certificate);
}

function usable<Result>(what: string, accepted: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    // OpenSSL's words, which quote nothing of what was read.
    const { message, reason = message } = cause as Error & { readonly reason?: string };
    throw new ItsmError('config', `${what} cannot be used (${reason}); accepted ${accepted}.`, { cause });
  }
}
