import type { SecretProvider } from '../../contracts.ts';
import { ItsmError } from '../../itsm-error.ts';
import { failureText } from '../problems/failure-text.ts';
import { nearest } from '../problems/nearest.ts';
import type { Reference } from './parse-references.ts';

/** A provider that is not registered, looked for by its scheme. @throws ItsmError kind `config`: none can be had, and what to do. */
export type FindSecretProvider = (scheme: string) => Promise<SecretProvider>;

/**
 * The provider of a reference: a registered one, else the one that is found, looked for once.
 *
 * @throws ItsmError kind `config` that begins with the reference
 */
export function providerOf(
  registered: readonly SecretProvider[],
  find: FindSecretProvider = async scheme => {
    throw unregistered(scheme, registered);
  },
): (reference: Reference) => Promise<SecretProvider> {
  const found = new Map<string, Promise<SecretProvider>>();

  const foundOnce = (scheme: string) => {
    const finding = found.get(scheme) ?? find(scheme);
    found.set(scheme, finding);
    return finding;
  };

  return async ({ scheme, text }) => {
    const known = registered.find(provider => provider.scheme === scheme);
    try {
      return known ?? (await foundOnce(scheme));
    } catch (error) {
      throw new ItsmError('config', `${text}: ${failureText(error)}`, { cause: error });
    }
  };
}

function unregistered(scheme: string, registered: readonly SecretProvider[]): ItsmError {
  const schemes = registered.map(provider => provider.scheme);
  const near = nearest(scheme, [...schemes, ...ours]);
  const advice = ours.includes(scheme)
    ? `Install @itsm-bridge/secrets-${scheme}, and give createItsm its provider in secretProviders`
    : `${near === undefined ? '' : `Did you mean "${near}"? `}Register it, or write the value another way`;
  return new ItsmError('config', `no secret provider "${scheme}"; registered: ${schemes.join(', ')}. ${advice}`);
}

/** Those whose provider is a package of ours. */
const ours = ['aws', 'azure'];
